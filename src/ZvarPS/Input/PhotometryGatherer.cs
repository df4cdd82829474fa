using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Makes light curves of the points and the rows of a table that come down the pipeline, grouped by their psid, in the
/// order the stars first came.
/// </summary>
internal sealed class PhotometryGatherer
{
    /// <summary>The columns a row needs, for error messages.</summary>
    internal const string Wanted =
        "Pipe light curves, photometric points, or rows with the columns Time and Mag (and if you have them Psid,"
        + " MagErr, Band, Snr).";

    private readonly OrderedDictionary<long, Gathering> _stars = [];

    /// <summary>Takes an input if it is a point or a row with a time and a magnitude.</summary>
    /// <returns>False where it is not.</returns>
    /// <exception cref="FormatException">It is photometry, but a number in it cannot be read.</exception>
    internal bool TryAdd(PSObject input)
    {
        switch (input.BaseObject)
        {
            case PhotometryPoint point:
                Gathering star = For(point.Psid, point.GetLightCurve());
                star.Builder.Add(point.ToRow());
                star.Builder.StartAt(point.GetLightCurve().FirstTime);
                star.Builder.Synthetic |= point.Synthetic;
                return true;
            default:
                var row = new Row(input);
                if (!row.Has("Time") || !row.Has("Mag"))
                {
                    return false;
                }

                long psid = row.Get("Psid") is { } id ? PsidAttribute.ReadOne(id) : 0;
                PhotometryRow exposure = ReadRow(row);
                Gathering rows = For(psid, known: null);
                rows.Builder.Add(exposure);
                rows.Builder.Synthetic |= bool.TryParse(row.GetText("Synthetic"), out bool synthetic) && synthetic;
                rows.TargetName ??= row.GetText("TargetName");
                return true;
        }
    }

    /// <summary>The light curves of all that was added.</summary>
    internal IEnumerable<LightCurve> Build() => _stars.Values.Select(star => star.Build());

    private Gathering For(long psid, LightCurve? known)
    {
        if (!_stars.TryGetValue(psid, out Gathering? star))
        {
            _stars.Add(psid, star = new Gathering(new LightCurveBuilder(psid)));
        }

        star.Known ??= known;
        return star;
    }

    // What other programs write of what was not measured is an empty cell.
    private static PhotometryRow ReadRow(Row row)
    {
        _ = row.Get("Time") ?? throw new FormatException("The time is empty in this row.");
        var exposure = new PhotometryRow { Band = row.GetText("Band") is { } band ? Band.Parse(band) : "" };
        for (var column = PhotometryColumn.Time; column < PhotometryColumn.Band; column++)
        {
            object? cell = row.Get(column.ToString(), PhotometryTable.Of(column).ServiceName!);
            if ((int)column < PhotometryTable.NumberColumns)
            {
                exposure.Numbers[(int)column] = ReadNumber(cell);
            }
            else
            {
                exposure.Integers[(int)column - PhotometryTable.NumberColumns] = ReadWhole(cell);
            }
        }

        return exposure;
    }

    private static double ReadNumber(object? value) => value is null ? double.NaN
        : value is "System.Double[]" || Argument.IsList(value) ? throw new FormatException(
            "This is a light curve in columns, which no table holds: export its points, as Get-ZvarPhotometry gives"
            + " them or the light curve's EnumeratePoints().")
        : Number.ParseCell(Argument.Text(value, Number.Forms));

    private static int ReadWhole(object? value) =>
        value is null ? 0 : Number.ParseWhole(Argument.Text(value, Number.Forms));

    private sealed class Gathering(LightCurveBuilder builder)
    {
        internal LightCurveBuilder Builder => builder;

        internal LightCurve? Known { get; set; }

        internal string? TargetName { get; set; }

        internal LightCurve Build() => builder.Build().Of(Known?.Object, Known?.TargetName ?? TargetName);
    }
}
