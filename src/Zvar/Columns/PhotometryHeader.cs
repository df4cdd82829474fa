using System.Globalization;

namespace Zvar;

/// <summary>
/// Which columns of somebody's table of photometry hold what, found from their names: ours, those of surveys' light
/// curves, and those that astronomers' tables commonly have, in any case and spelling.
/// </summary>
public sealed class PhotometryHeader
{
    // Where there is no magnitude, photometry programs write one that no star has, mostly of nines: 99.99, -999.
    private const double LeastOfNone = 99;
    private const double MostOfNone = 1e6;

    // Nor is an error of so many magnitudes one.
    private const double LeastErrorOfNone = 9;

    // No date from which days are still missing is so late: of an MJD it is the year 4596.
    private const double LeastFullDate = 1_000_000;

    private readonly (PhotometryColumn Column, string Name)[] _columns;
    private readonly string _bandOfMag;
    private readonly string? _fainterThan;
    private readonly (QualityFlag Flag, string Name)[] _flags;

    private PhotometryHeader(Dictionary<string, string> names, string time, double timeOffset, string mag)
    {
        string plainMag = PhotometryNames.Plain(mag);
        (TimeColumn, TimeOffset, MagColumn) = (time, timeOffset, mag);
        _bandOfMag = PhotometryNames.BandMags.Contains(plainMag) ? mag[..1] : "";
        _columns =
        [
            .. from column in Enum.GetValues<PhotometryColumn>()
               where column is not (PhotometryColumn.Time or PhotometryColumn.Mag)
               let error = column == PhotometryColumn.MagErr ? names.GetValueOrDefault($"e{plainMag}") : null
               let name = error ?? FirstOf(names, PhotometryNames.Of(column))
               where name is not null
               select (column, name),
        ];
        _fainterThan = names.GetValueOrDefault("fainterthan");
        _flags =
        [
            .. from flag in QualityFlag.All
               where names.ContainsKey(flag.Name) && (flag.Mag is null || flag.Mag == plainMag)
               select (flag, names[flag.Name]),
        ];
        MagErrColumn = _columns.FirstOrDefault(one => one.Column == PhotometryColumn.MagErr).Name;
        ObjectColumn = FirstOf(names, PhotometryNames.Object);
        ObjectIdColumn = FirstOf(names, PhotometryNames.ObjectId);
        IsObjectIdUnsure = ObjectIdColumn is not null
            && PhotometryNames.NumberOfSomething.Contains(PhotometryNames.Plain(ObjectIdColumn));
        Columns =
        [
            time,
            mag,
            .. _columns.Select(one => one.Name),
            .. _flags.Select(one => one.Name),
            .. new[] { _fainterThan, ObjectColumn, ObjectIdColumn }.OfType<string>(),
        ];
    }

    /// <summary>The columns that are read; others there may be.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The column that holds the time.</summary>
    public string TimeColumn { get; }

    /// <summary>What is added to it for a full Julian date, in days.</summary>
    public double TimeOffset { get; }

    /// <summary>The column that holds the magnitude.</summary>
    public string MagColumn { get; }

    /// <summary>The column that holds its error; null where none does.</summary>
    public string? MagErrColumn { get; }

    /// <summary>The column that says whose photometry it is; null where none does.</summary>
    public string? ObjectColumn { get; }

    /// <summary>
    /// A column with the id of another catalogue, which may also number the rows; null where none is.
    /// </summary>
    public string? ObjectIdColumn { get; }

    /// <summary>Whether that column may as well number something else than stars.</summary>
    public bool IsObjectIdUnsure { get; }

    /// <summary>Finds the columns of a table.</summary>
    /// <param name="names">The names of its columns.</param>
    /// <returns>Null where the table has no time or no magnitude: it is no photometry.</returns>
    /// <exception cref="FormatException">Two columns could be the time, or the magnitude.</exception>
    public static PhotometryHeader? Find(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var plain = new Dictionary<string, string>();
        var again = new Dictionary<string, string>();
        foreach (string name in names)
        {
            (plain.TryAdd(PhotometryNames.Plain(name), name) ? plain : again)[PhotometryNames.Plain(name)] = name;
        }

        // A difference alone is no magnitude of an object.
        if (plain.ContainsKey("isdiffpos"))
        {
            plain.Remove("magpsf");
        }

        foreach ((double offset, string[] times) in PhotometryNames.Time)
        {
            if (OnlyOf(plain, again, times, "time") is { } time)
            {
                return FindMag(plain, again) is { } mag ? new PhotometryHeader(plain, time, offset, mag) : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The column by which a row says that it is bad, as its survey tells; null where it says nothing.
    /// </summary>
    /// <param name="cellOf">What is in a column of the row: null, text, a number or a bool.</param>
    public string? FindBadFlag(Func<string, object?> cellOf)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        return _flags.FirstOrDefault(one => Text(cellOf(one.Name)) is { } cell && one.Flag.IsBad(cell)).Name;
    }

    /// <summary>Reads a row.</summary>
    /// <param name="cellOf">What is in a column of the row: null, text, a number or a bool.</param>
    /// <param name="notes">What is to be told of it.</param>
    /// <exception cref="FormatException">It has no time, or something in it is no number.</exception>
    public PhotometryRow Read(Func<string, object?> cellOf, out RowNotes notes)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        var row = new PhotometryRow { Band = _bandOfMag };
        foreach ((PhotometryColumn column, string name) in _columns)
        {
            object? cell = cellOf(name);
            switch (column)
            {
                case < (PhotometryColumn)PhotometryTable.NumberColumns:
                    row.Numbers[(int)column] = NumberIn(name, cell);
                    break;
                case < PhotometryColumn.Band:
                    row.Integers[(int)column - PhotometryTable.NumberColumns] =
                        cell as int? ?? (Text(cell) is { } whole ? Number.ParseWhole(whole) : 0);
                    break;
                default:
                    row.Band = Text(cell) is { } band ? Band.Normalize(band) : _bandOfMag;
                    break;
            }
        }

        notes = SetTime(row.Numbers, cellOf) | SetMag(row.Numbers, cellOf);
        SetSnr(row.Numbers);
        return row;
    }

    private RowNotes SetTime(Span<double> numbers, Func<string, object?> cellOf)
    {
        double time = NumberIn(TimeColumn, cellOf(TimeColumn));
        if (double.IsNaN(time))
        {
            throw new FormatException("The time is empty in this row.");
        }

        bool isFull = TimeOffset != 0 && time >= LeastFullDate;
        numbers[(int)PhotometryColumn.Time] = isFull ? time : time + TimeOffset;
        return isFull ? RowNotes.FullTime : RowNotes.None;
    }

    // The magnitude, or the limit that stands in its place: >14.8, or <14.8 as AAVSO writes it, or one with an error of
    // 99.99 as ASAS-SN does.
    private RowNotes SetMag(Span<double> numbers, Func<string, object?> cellOf)
    {
        ref double magErr = ref numbers[(int)PhotometryColumn.MagErr];
        ref double limitingMag = ref numbers[(int)PhotometryColumn.LimitingMag];
        object? cell = cellOf(MagColumn);
        bool isLimit = _fainterThan is not null
            && Text(cellOf(_fainterThan)) is { } said && QualityFlag.IsTrue(said);
        if (cell is string text && text.TrimStart() is ['>' or '<', .. string rest])
        {
            (cell, isLimit) = (rest, true);
        }

        double mag = NumberIn(MagColumn, cell);
        RowNotes notes = StandsForNone(mag) ? RowNotes.ImpossibleMag
            : double.IsNaN(mag) ? (double.IsNaN(limitingMag) ? RowNotes.EmptyMag : RowNotes.None)
            : magErr >= LeastOfNone && !isLimit ? RowNotes.LimitByError
            : RowNotes.None;
        isLimit |= notes == RowNotes.LimitByError;
        mag = notes == RowNotes.ImpossibleMag ? double.NaN : mag;
        limitingMag = isLimit ? mag : double.IsNaN(mag) ? limitingMag : double.NaN;
        numbers[(int)PhotometryColumn.Mag] = isLimit ? double.NaN : mag;
        magErr = magErr is > 0 and < LeastErrorOfNone ? magErr : double.NaN;
        return notes;
    }

    // A decimal comma is mostly in all rows: the column is told, and how to mend it, not the number of each.
    private static double NumberIn(string column, object? cell)
    {
        try
        {
            return Number.OfCell(cell);
        }
        catch (FormatException) when (cell is string text && text.Contains(',', StringComparison.Ordinal))
        {
            string name = $"'{Excerpt.Of(column).Replace("'", "''", StringComparison.Ordinal)}'";
            throw new FormatException(
                $"The column {Excerpt.Of(column)} has numbers with a comma, and decimals have a point. Replace it on the"
                + $" way: Select-Object *, @{{ n = {name}; e = {{ $_.{name} -replace ',', '.' }} }} -ExcludeProperty {name}");
        }
    }

    // A table without the ratio has it in its errors.
    private static void SetSnr(Span<double> numbers)
    {
        ref double snr = ref numbers[(int)PhotometryColumn.Snr];
        if (double.IsNaN(snr) && !double.IsNaN(numbers[(int)PhotometryColumn.Mag]))
        {
            snr = Photometry.SignalToNoise(numbers[(int)PhotometryColumn.MagErr]);
        }
    }

    // An instrumental magnitude may be -9, but what is -9.99 to the last digit is none.
    private static bool StandsForNone(double mag) =>
        Math.Abs(mag) is >= LeastOfNone and < MostOfNone || mag is -9.99 or -9.999 or -9.9999;

    private static string? FindMag(Dictionary<string, string> names, Dictionary<string, string> again) =>
        PhotometryNames.Of(PhotometryColumn.Mag)
            .Select(mags => OnlyOf(names, again, mags, "magnitude")).FirstOrDefault(mag => mag is not null);

    private static string? FirstOf(Dictionary<string, string> names, IEnumerable<string[]> known) =>
        known.SelectMany(one => one).Where(names.ContainsKey).Select(one => names[one]).FirstOrDefault();

    private static string? OnlyOf(
        Dictionary<string, string> names, Dictionary<string, string> again, string[] known, string what) =>
        new[] { names, again }.SelectMany(all => known.Where(all.ContainsKey).Select(one => all[one])).ToArray() switch
        {
            [] => null,
            [var only] => only,
            [var one, var other, ..] => throw new FormatException(
                $"Two columns could be the {what}: '{Excerpt.Of(one)}' and '{Excerpt.Of(other)}'."),
        };

    private static string? Text(object? cell) =>
        Convert.ToString(cell, CultureInfo.InvariantCulture) is { } text && !Number.IsMissing(text)
            ? text.Trim()
            : null;
}
