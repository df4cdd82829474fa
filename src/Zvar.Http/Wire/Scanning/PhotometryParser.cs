using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Zvar.Http;

// Parses light curves, points straight into columns, and hands each on when its list of points has ended.
internal sealed class PhotometryParser(
    PhotometryFormat format,
    IReadOnlyCollection<long> psids,
    QualityCuts? cuts,
    Action<LightCurve> onLightCurve)
    : ResponseParser(ResponseShape.Named)
{
    // Many times what a survey takes of a star in its lifetime.
    private const int MostPoints = 250_000;

    private readonly HashSet<long> _requested = [.. psids];
    private readonly HashSet<long> _seen = [];
    private readonly LightCurveBuilder _builder = new(0);
    private readonly PointValues _values = new();
    private PointLayout? _layout;
    private long _psid;
    private long _points;

    internal override long Size => PhotometryColumns.BytesOfRow * (_points + _builder.Count);

    protected override void OnName(string name)
    {
        _psid = Psid.Parse(name);
        if (!_requested.Contains(_psid))
        {
            throw new JsonException($"it speaks of {_psid}, which was not asked for");
        }

        if (!_seen.Add(_psid))
        {
            throw new JsonException($"it has {_psid} twice");
        }
    }

    protected override void OnValue()
    {
        _builder.Begin(_psid);
        _builder.Synthetic = Synthetic;
    }

    protected override void OnValueEnd()
    {
        _points += _builder.Count;
        onLightCurve(_builder.Build(cuts));
    }

    // One point, and those after it that are laid out as expected.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override int ReadEntries(ReadOnlySpan<byte> json)
    {
        int at = ReadAsExpected(json);
        if (at == 0)
        {
            at = ReadSlowly(json);
            if (at == 0)
            {
                return 0;
            }
        }

        if (_builder.Count > MostPoints)
        {
            throw new JsonException($"the light curve of {_psid} has more than {MostPoints} points");
        }

        while (at < json.Length && json[at] == ',')
        {
            int length = ReadAsExpected(json[(at + 1)..]);
            if (length == 0)
            {
                break;
            }

            at += 1 + length;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadAsExpected(ReadOnlySpan<byte> json)
    {
        int length = _layout?.Read(json, _values) ?? 0;
        if (length > 0)
        {
            _values.AddTo(_builder, format);
        }

        return length;
    }

    // Any layout. A star's first point that is read so shows the layout to expect of the next.
    private int ReadSlowly(ReadOnlySpan<byte> json)
    {
        var ahead = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        if (!ahead.Read() || !ahead.TrySkip())
        {
            return 0;
        }

        ReadOnlySpan<byte> point = json[..(int)ahead.BytesConsumed];
        var reader = new Utf8JsonReader(point);
        reader.Read();
        PointReader.Read(ref reader, _values);
        if (_builder.Count == 0)
        {
            _layout = PointLayout.Learn(point);
        }

        _values.AddTo(_builder, format);
        return point.Length;
    }
}
