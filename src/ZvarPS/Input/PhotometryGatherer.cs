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
        + " MagErr, Band, Snr)";

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
                if (row.Get("Time") is not { } time || row.Get("Mag") is not { } mag)
                {
                    return false;
                }

                long psid = row.Get("Psid") is { } id ? PsidAttribute.ReadOne(id) : 0;
                LightCurveBuilder builder = For(psid, known: null).Builder;
                builder.Add(ReadRow(row, time, mag));
                builder.Synthetic |= bool.TryParse(row.GetText("Synthetic"), out bool synthetic) && synthetic;
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

    private static PhotometryRow ReadRow(Row row, object time, object mag) => new()
    {
        Time = ReadNumber(time),
        Mag = ReadNumber(mag),
        MagErr = ReadNumber(row.Get("MagErr")),
        LimitingMag = ReadNumber(row.Get("LimitingMag", "limmag")),
        Flux = ReadNumber(row.Get("Flux")),
        FluxErr = ReadNumber(row.Get("FluxErr")),
        Snr = ReadNumber(row.Get("Snr")),
        MagZeroPoint = ReadNumber(row.Get("MagZeroPoint", "magzp")),
        ReferenceMag = ReadNumber(row.Get("ReferenceMag", "mag_ref")),
        Band = row.GetText("Band") is { } band ? Band.Parse(band) : "",
        Field = ReadWhole(row.Get("Field")),
        Ccd = ReadWhole(row.Get("Ccd")),
        Quad = ReadWhole(row.Get("Quad")),
    };

    private static double ReadNumber(object? value) =>
        value is null or "NaN" or double.NaN ? double.NaN : NumberAttribute.ReadNumber(value);

    private static int ReadWhole(object? value) => value is null ? 0 : checked((int)ReadNumber(value));

    private sealed class Gathering(LightCurveBuilder builder)
    {
        internal LightCurveBuilder Builder => builder;

        internal LightCurve? Known { get; set; }

        internal LightCurve Build()
        {
            LightCurve built = builder.Build();
            return Known is null ? built : built.Of(Known.Object, Known.TargetName);
        }
    }
}
