using System.Text.Json;

namespace Zvar.Http;

// Parses light curves: points straight into columns.
internal sealed class PhotometryParser(PhotometryFormat format, IReadOnlyCollection<long> psids)
    : AnswerParser(AnswerShape.Named)
{
    private readonly HashSet<long> _asked = [.. psids];
    private readonly HashSet<long> _answered = [];
    private readonly Dictionary<long, LightCurve> _lightCurves = [];
    private readonly LightCurveBuilder _builder = new(0);
    private readonly PointValues _values = new();
    private long _psid;

    // By psid; only stars that were asked for, and whole only when the parser is.
    internal IReadOnlyDictionary<long, LightCurve> LightCurves => _lightCurves;

    protected override void OnName(string name)
    {
        _psid = Psid.Parse(name);
        if (!_asked.Contains(_psid))
        {
            throw new JsonException($"it speaks of {_psid}, which was not asked for");
        }

        if (!_answered.Add(_psid))
        {
            throw new JsonException($"it has {_psid} twice");
        }
    }

    protected override void OnValue() => _builder.Begin(_psid);

    protected override void OnValueEnd() => _lightCurves.Add(_psid, _builder.Build());

    protected override int ReadEntry(ReadOnlySpan<byte> json)
    {
        var ahead = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        if (!ahead.Read() || !ahead.TrySkip())
        {
            return 0;
        }

        var reader = new Utf8JsonReader(json[..(int)ahead.BytesConsumed]);
        reader.Read();
        PointReader.Read(ref reader, _values);
        _builder.Add(_values.ToRow(format));
        return (int)ahead.BytesConsumed;
    }
}
