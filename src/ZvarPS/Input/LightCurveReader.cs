using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads light curves of what comes down the pipeline: light curves, as they are or as they came out of a file or a
/// job; and photometric points and the rows of any table with a time and a magnitude, gathered by the star they are of,
/// in the order the stars first came.
/// </summary>
/// <param name="readsPeriods">Whether a column Period is wanted.</param>
internal sealed class LightCurveReader(bool readsPeriods)
{
    /// <summary>What photometry is, for error messages.</summary>
    internal const string Wanted =
        "Pipe light curves, photometric points, or rows with a time (Time, bjd, hjd, jd, mjd) and a magnitude (Mag), and"
        + " if you have them MagErr, Band, Psid or Name. Rename other columns on the way: Select-Object *, @{ n = 'Time';"
        + " e = 'my_time' }, @{ n = 'Mag'; e = 'my_mag' }";

    private readonly LightCurveGatherer _gatherer = new();
    private PhotometryHeader? _header;

    /// <summary>What there is to tell of the rows that came.</summary>
    internal TableNotes Notes => _gatherer.Notes;

    /// <summary>Whether points or rows have come.</summary>
    internal bool HasGathered => _gatherer.HasGathered;

    /// <summary>Takes an input if it is photometry.</summary>
    /// <param name="input">What came.</param>
    /// <param name="whole">The light curve, where it is a whole one; null where it is a point of one.</param>
    /// <returns>False where it is no photometry.</returns>
    /// <exception cref="FormatException">It is photometry, but something in it cannot be read.</exception>
    internal bool TryRead(PSObject input, out GivenLightCurve? whole)
    {
        whole = input.BaseObject is LightCurve lightCurve ? new GivenLightCurve(lightCurve) : null;
        switch (input.BaseObject)
        {
            case LightCurve:
                return true;
            case PhotometryPoint point:
                _gatherer.Add(point);
                return true;
            case not null when !Argument.IsRow(input):
                return false;
        }

        var row = new Row(input);
        if (HeaderOf(row) is not { } header)
        {
            PhasePointReader.RefuseUnfinished(row);
            return MagnitudeAdvice.Of(row) is { } advice ? throw new FormatException(advice) : false;
        }

        switch (row.Cell(header.TimeColumn))
        {
            case "System.Double[]":
                throw new FormatException(
                    "This is a light curve in columns, which no table holds: export its points, as Get-ZvarPhotometry"
                    + " gives them or the light curve's EnumeratePoints().");
            case { } list when Argument.IsList(list):
                whole = ReadColumns(row);
                break;
            default:
                _gatherer.Add(row.Cell, FactsOf(row));
                break;
        }

        return true;
    }

    /// <summary>The light curves of the points and rows that came; the notes are whole afterwards.</summary>
    internal IEnumerable<GivenLightCurve> Gathered() => _gatherer.Gather().Select(GivenOf);

    private static GivenLightCurve GivenOf(GatheredLightCurve gathered) =>
        new(gathered.LightCurve, gathered.TimeOffset);

    // The header of the table that a row is of, which mostly is that of the row before.
    private PhotometryHeader? HeaderOf(Row row)
    {
        if (_header is null || !HasAll(row, _header.Columns))
        {
            _header = FindHeader(row);
            if (_header is not null)
            {
                _gatherer.BeginTable(_header);
            }
        }

        return _header;
    }

    private static bool HasAll(Row row, IReadOnlyList<string> columns)
    {
        foreach (string column in columns)
        {
            if (!row.Has(column))
            {
                return false;
            }
        }

        return true;
    }

    private static PhotometryHeader? FindHeader(Row row)
    {
        try
        {
            return PhotometryHeader.Find(row.Names);
        }
        catch (AmbiguousColumnException error)
        {
            throw new FormatException(
                $"{error.Message} Say which: Select-Object *, @{{ n = 'Time'; e = '…' }}, @{{ n = 'Mag'; e = '…' }}. How to"
                + " make a row of each of several bands about_ZvarPS_Folding tells.",
                error);
        }
    }

    private RowFacts FactsOf(Row row) => new(
        PsidAttribute.OfRow(row),
        readsPeriods && row.Get("Period") is { } period ? DurationAttribute.ReadDays(period) : null);

    // What is left of a light curve, or one that somebody has in columns.
    private GivenLightCurve ReadColumns(Row row)
    {
        object? Cell(string name) => row.Cell(name) switch
        {
            { } list when Argument.IsList(list) => Array.ConvertAll(Argument.Elements(list), Argument.Unwrap),
            { } system when name == nameof(LightCurve.TimeSystem) && Argument.IsRow(system) => TimeSystemIn(new Row(system)),
            var cell => cell,
        };

        GivenLightCurve given = GivenOf(_gatherer.ReadWhole(Cell, FactsOf(row)));
        LightCurve curve = given.LightCurve;
        return given with { LightCurve = curve.Of(ObjectReader.Read(row.Get("Object")), curve.TargetName) };
    }

    // As JSON has it, and what came out of a job.
    private static TimeSystem TimeSystemIn(Row row) => new(
        Read<TimeReference>(row.GetText(nameof(TimeSystem.Reference))),
        Read<TimeScale>(row.GetText(nameof(TimeSystem.Scale))));

    // A word, or its number.
    private static T Read<T>(string? cell)
        where T : struct, Enum => Enum.TryParse(cell, out T value) && Enum.IsDefined(value) ? value : default;
}
