using System.Globalization;

namespace Zvar;

/// <summary>
/// Which columns of somebody's table of photometry hold what, found from their names: ours, those of surveys' light
/// curves, and those that astronomers' tables commonly have, in any case and spelling.
/// </summary>
public sealed class PhotometryHeader
{
    // Photometry programs write a number from 99 up to 100 for a magnitude or an error that there is none of.
    private const double LeastOfNone = 99;
    private const double MostOfNone = 100;

    private readonly Dictionary<string, string> _columns = [];
    private readonly string _bandOfMag;
    private readonly string? _fainterThan;
    private readonly (QualityFlag Flag, string Column)[] _flags;

    private PhotometryHeader(Dictionary<string, string> names, string time, double timeOffset, string mag)
    {
        string plainMag = PhotometryNames.Plain(mag);
        (TimeColumn, TimeOffset) = (time, timeOffset);
        _columns[nameof(PhotometryRow.Mag)] = mag;
        foreach ((string column, string[][] known) in PhotometryNames.Others)
        {
            if (FirstOf(names, known) is { } found)
            {
                _columns[column] = found;
            }
        }

        // Vmag and e_Vmag say which band they are of.
        if (names.TryGetValue($"e{plainMag}", out string? ofMag))
        {
            _columns[nameof(PhotometryRow.MagErr)] = ofMag;
        }

        _bandOfMag = PhotometryNames.Mag[^1].Contains(plainMag) ? mag[..1] : "";
        _fainterThan = names.GetValueOrDefault("fainterthan");
        _flags =
        [
            .. from flag in QualityFlag.All
               where names.ContainsKey(flag.Name) && (flag.Mag is null || flag.Mag == plainMag)
               select (flag, names[flag.Name]),
        ];
        ObjectColumn = FirstOf(names, PhotometryNames.Object);
        ObjectIdColumn = FirstOf(names, PhotometryNames.ObjectId);
    }

    /// <summary>The column that holds the time.</summary>
    public string TimeColumn { get; }

    /// <summary>What is added to it for a full Julian date, in days.</summary>
    public double TimeOffset { get; }

    /// <summary>The column that says whose photometry it is; null where none does.</summary>
    public string? ObjectColumn { get; }

    /// <summary>A column with the id of another catalogue, which may also number the rows; null where none is.</summary>
    public string? ObjectIdColumn { get; }

    /// <summary>Finds the columns of a table.</summary>
    /// <param name="names">The names of its columns.</param>
    /// <returns>Null where the table has no time or no magnitude: it is no photometry.</returns>
    /// <exception cref="FormatException">Two columns could be the time, or the magnitude.</exception>
    public static PhotometryHeader? Find(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var plain = new Dictionary<string, string>();
        foreach (string name in names)
        {
            plain.TryAdd(PhotometryNames.Plain(name), name);
        }

        // A difference alone is no magnitude of an object.
        if (plain.ContainsKey("isdiffpos"))
        {
            plain.Remove("magpsf");
        }

        foreach ((double offset, string[] times) in PhotometryNames.Time)
        {
            if (OnlyOf(plain, times, "time") is { } time)
            {
                return PhotometryNames.Mag.Select(mags => OnlyOf(plain, mags, "magnitude")).FirstOrDefault(mag => mag is not null)
                    is { } found ? new PhotometryHeader(plain, time, offset, found) : null;
            }
        }

        return null;
    }

    /// <summary>The column by which a row says that it is bad, as its survey tells; null where it says nothing.</summary>
    /// <param name="cellOf">What is in a column of the row: null, text, a number or a bool.</param>
    public string? FindBadFlag(Func<string, object?> cellOf)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        return _flags.FirstOrDefault(one => Text(cellOf(one.Column)) is { } cell && one.Flag.IsBad(cell)).Column;
    }

    /// <summary>Reads a row.</summary>
    /// <param name="cellOf">What is in a column of the row: null, text, a number or a bool.</param>
    /// <exception cref="FormatException">It has no time, or something in it is no number.</exception>
    public PhotometryRow Read(Func<string, object?> cellOf)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        double time = Number.OfCell(cellOf(TimeColumn));
        if (double.IsNaN(time))
        {
            throw new FormatException("The time is empty in this row.");
        }

        double Measured(string column) =>
            _columns.TryGetValue(column, out string? theirs) ? Number.OfCell(cellOf(theirs)) : double.NaN;
        int Whole(string column) =>
            _columns.TryGetValue(column, out string? theirs) && Text(cellOf(theirs)) is { } cell ? Number.ParseWhole(cell) : 0;
        (double mag, double limit) = ReadMag(cellOf);
        double magErr = Measured(nameof(PhotometryRow.MagErr));
        if (magErr is >= LeastOfNone and < MostOfNone)
        {
            (mag, limit, magErr) = (double.NaN, mag, double.NaN);
        }

        return new PhotometryRow
        {
            Time = time + TimeOffset,
            Mag = mag,
            MagErr = magErr,
            LimitingMag = double.IsNaN(limit) && double.IsNaN(mag) ? Measured(nameof(PhotometryRow.LimitingMag)) : limit,
            Flux = Measured(nameof(PhotometryRow.Flux)),
            FluxErr = Measured(nameof(PhotometryRow.FluxErr)),
            Snr = Measured(nameof(PhotometryRow.Snr)),
            MagZeroPoint = Measured(nameof(PhotometryRow.MagZeroPoint)),
            ReferenceMag = Measured(nameof(PhotometryRow.ReferenceMag)),
            Band = _columns.TryGetValue(nameof(PhotometryRow.Band), out string? band) && Text(cellOf(band)) is { } said
                ? Band.Normalize(said)
                : _bandOfMag,
            Field = Whole(nameof(PhotometryRow.Field)),
            Ccd = Whole(nameof(PhotometryRow.Ccd)),
            Quad = Whole(nameof(PhotometryRow.Quad)),
        };
    }

    // The magnitude, or the limit that stands in its place: >14.8, or <14.8 as AAVSO writes it.
    private (double Mag, double Limit) ReadMag(Func<string, object?> cellOf)
    {
        object? cell = cellOf(_columns[nameof(PhotometryRow.Mag)]);
        bool isLimit = _fainterThan is not null && Text(cellOf(_fainterThan)) is { } said && QualityFlag.IsTrue(said);
        if (cell is string text && text.TrimStart() is ['>' or '<', .. string rest])
        {
            (cell, isLimit) = (rest, true);
        }

        double mag = Number.OfCell(cell);
        return mag is >= LeastOfNone and < MostOfNone ? (double.NaN, double.NaN)
            : isLimit ? (double.NaN, mag)
            : (mag, double.NaN);
    }

    private static string? FirstOf(Dictionary<string, string> names, string[][] known) =>
        known.SelectMany(one => one).Where(names.ContainsKey).Select(one => names[one]).FirstOrDefault();

    private static string? OnlyOf(Dictionary<string, string> names, string[] known, string what) =>
        known.Where(names.ContainsKey).Select(one => names[one]).ToArray() switch
        {
            [] => null,
            [var only] => only,
            [var one, var other, ..] => throw new FormatException(
                $"Two columns could be the {what}: '{Excerpt.Of(one)}' and '{Excerpt.Of(other)}'."),
        };

    private static string? Text(object? cell) =>
        Convert.ToString(cell, CultureInfo.InvariantCulture) is { } text && !Number.IsMissing(text) ? text.Trim() : null;
}
