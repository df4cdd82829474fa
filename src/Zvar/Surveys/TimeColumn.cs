namespace Zvar;

// The column of a series' times, and how they become full Julian dates.
internal sealed record TimeColumn(string Name, double Offset, TimeSystem System)
{
    // No date from which days are still missing is so late: of an MJD it is the year 4596.
    private const double LeastFullDate = 1_000_000;

    // The years 1899 to 2132, in which times that are called time alone are MJDs in some tables.
    private const double LeastMjd = 15_000;
    private const double MostMjd = 100_000;
    private const double OffsetOfMjd = 2_400_000.5;

    // Whether somebody has said what is added, and it is added to all.
    internal bool IsOffsetSaid { get; init; }

    // Whether nobody has said what is added, so that the times have to be full Julian dates.
    internal bool MustBeFull { get; init; }

    internal bool MayBeMjd { get; init; }

    internal bool MayBeEmpty { get; init; }

    // What an epoch may lack that is counted as the table counts.
    internal double OffsetOfEpochs => MayBeMjd ? OffsetOfMjd : Offset;

    internal RowNotes Read(object? cell, out double time)
    {
        time = CellNumber.Of(Name, cell);
        if (double.IsNaN(time))
        {
            return MayBeEmpty ? RowNotes.EmptyTime : throw new FormatException("The time is empty in this row.");
        }

        if (IsOffsetSaid)
        {
            time += Offset;
            return RowNotes.None;
        }

        if (time >= LeastFullDate)
        {
            return Offset != 0 ? RowNotes.FullTime : RowNotes.None;
        }

        if (MustBeFull)
        {
            throw new FormatException(
                $"The times of the column '{Excerpt.Of(Name)}' are no full Julian dates, and nothing says what is to be"
                + " added to them. Say it with -TimeOffset: 2400000.5 where they are MJDs.");
        }

        if (MayBeMjd && time is >= LeastMjd and < MostMjd)
        {
            time += OffsetOfMjd;
            return RowNotes.TimeAsMjd;
        }

        time += Offset;
        return RowNotes.None;
    }
}
