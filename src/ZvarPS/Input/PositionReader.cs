using Zvar;

namespace ZvarPS;

/// <summary>Reads a position: its text, two numbers, or the columns of a star or of somebody's row.</summary>
internal static class PositionReader
{
    private const string Wanted =
        "Pipe rows with the columns Ra and Dec (or RAJ2000 and DEJ2000, RA_ICRS and DE_ICRS, RightAscension and"
        + " Declination, ra_deg and dec_deg) or Position, and if you like Name and Radius; ZVAR objects; or"
        + " positions as text. Rename other columns on the way: Select-Object *, @{ n = 'Ra'; e = 'alpha' }, …";

    private static readonly string[] RaColumns = [.. PositionNames.Ra];

    private static readonly string[] DecColumns = [.. PositionNames.Dec];

    /// <summary>Reads a position.</summary>
    /// <exception cref="FormatException">It is none; the message says what would be.</exception>
    internal static SkyPosition Read(object? argument)
    {
        object?[] elements = Argument.Elements(argument);
        return elements switch
        {
            _ when IsPair(elements) => ReadPair(elements[0], elements[1]),
            [var only] when Argument.Unwrap(only) is SkyPosition position => position,
            [var only] when Argument.IsRow(only) => ReadRow(new Row(only!)),
            _ => Coordinate.ParsePosition(Argument.Text(argument, Coordinate.PositionForms)),
        };
    }

    /// <summary>Reads a position, or the name of one: only what is given as text is taken for a name.</summary>
    /// <exception cref="FormatException">It is neither; the message says what would be.</exception>
    internal static PositionArgument ReadOrName(object? argument) =>
        Argument.Elements(argument) is [var only] && Argument.Unwrap(only) is string text
            ? ReadText(text)
            : Argument.Unwrap(argument) is PositionArgument given ? given : new PositionArgument(Read(argument));

    /// <summary>Whether these are two numbers: the right ascension and the declination of one position.</summary>
    internal static bool IsPair(object?[] elements) => elements.Length == 2 && elements.All(IsNumber);

    private static bool IsNumber(object? element) => Argument.Unwrap(element) is string text
        ? Number.TryParse(text, out _)
        : Argument.IsNumber(element);

    private static PositionArgument ReadText(string text)
    {
        string name = text.Trim();
        return !ObjectName.IsName(name)
            ? new PositionArgument(Coordinate.ParsePosition(Argument.Text(text, PositionAttribute.AllForms)))
            : IauName.TryRead(name, out SkyPosition position)
            ? new PositionArgument(position, name)
            : new PositionArgument(name);
    }

    private static SkyPosition ReadPair(object? ra, object? dec) => new(
        Coordinate.ParseRa(Argument.Text(ra, Coordinate.RaForms)),
        Coordinate.ParseDec(Argument.Text(dec, Coordinate.DecForms)));

    private static SkyPosition ReadRow(Row row)
    {
        object? ra = row.Get(RaColumns);
        object? dec = row.Get(DecColumns);
        if (ra is not null && dec is not null)
        {
            return ReadPair(ra, dec);
        }

        return row.Get("Position") is { } position
            ? Read(position)
            : throw new FormatException(
                row.Has("Position") || (row.Has(RaColumns) && row.Has(DecColumns))
                    ? "The position is empty in this row."
                    : $"The input has no position (its columns: {row.ColumnNames}). {Wanted}");
    }
}
