using System.Buffers.Text;
using System.Text;
using System.Text.Json;

using Zvar.Http;

namespace Zvar.Server;

// The text of one photometric point. Light curves are nearly all of what a server sends, and this is several times as
// fast as telling a JSON writer of every field.
internal ref struct PointText(Span<byte> text)
{
    // Eleven fields of up to a dozen letters, eight numbers and a band.
    internal const int LongestText = 640;

    private static readonly byte[] Time = Label(Fields.Time);
    private static readonly byte[] Mag = Label(Fields.Mag);
    private static readonly byte[] MagErr = Label(Fields.MagErr);
    private static readonly byte[] LimitingMag = Label(Fields.LimitingMag);
    private static readonly byte[] Flux = Label(Fields.Flux);
    private static readonly byte[] FluxErr = Label(Fields.FluxErr);
    private static readonly byte[] Snr = Label(Fields.Snr);
    private static readonly byte[] Band = Label(Fields.Band);
    private static readonly byte[] Field = Label(Fields.Field);
    private static readonly byte[] Ccd = Label(Fields.Ccd);
    private static readonly byte[] Quad = Label(Fields.Quad);
    private static readonly byte[] MagZeroPoint = Label(Fields.MagZeroPoint);
    private static readonly byte[] ReferenceMag = Label(Fields.ReferenceMag);

    private readonly Span<byte> _text = text;
    private int _length;

    internal static ReadOnlySpan<byte> InMagnitudes(LightCurve curve, int i, Span<byte> text)
    {
        var point = new PointText(text);
        point.Add(Time, curve.Time[i]);
        point.Add(Mag, curve.Mag[i]);
        point.Add(MagErr, curve.MagErr[i]);
        point.Add(LimitingMag, curve.LimitingMag[i]);
        point.Add(Flux, curve.Flux[i]);
        point.Add(FluxErr, curve.FluxErr[i]);
        point.Add(Snr, curve.Snr[i]);
        point.AddDetector(curve, i);
        return point.End();
    }

    internal static ReadOnlySpan<byte> InFluxes(LightCurve curve, int i, Span<byte> text)
    {
        var point = new PointText(text);
        point.Add(Time, curve.Time[i]);
        point.Add(Flux, curve.Flux[i]);
        point.Add(FluxErr, curve.FluxErr[i]);
        point.Add(Snr, curve.Flux[i] / curve.FluxErr[i]);
        point.AddDetector(curve, i);
        point.Add(MagZeroPoint, curve.MagZeroPoint[i]);
        point.Add(ReferenceMag, curve.ReferenceMag[i]);
        return point.End();
    }

    private static byte[] Label(string field) => Encoding.UTF8.GetBytes($",\"{field}\":");

    private void AddDetector(LightCurve curve, int i)
    {
        Add(Band);
        AddBand(curve.Band[i]);
        Add(Field, curve.Field[i]);
        Add(Ccd, curve.Ccd[i]);
        Add(Quad, curve.Quad[i]);
    }

    private void AddBand(string band)
    {
        Add("\""u8);
        Add(band switch
        {
            "g" => "g"u8,
            "r" => "r"u8,
            "i" => "i"u8,
            _ => JsonEncodedText.Encode(band, ResponseStream.Encoder).EncodedUtf8Bytes,
        });
        Add("\""u8);
    }

    private void Add(ReadOnlySpan<byte> label, double value)
    {
        Add(label);
        if (double.IsFinite(value))
        {
            _length += ShortestNumber.Write(value, _text[_length..]);
        }
        else
        {
            Add("null"u8);
        }
    }

    private void Add(ReadOnlySpan<byte> label, int value)
    {
        Add(label);
        Utf8Formatter.TryFormat(value, _text[_length..], out int length);
        _length += length;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_text[_length..]);
        _length += bytes.Length;
    }

    // The comma before the first field makes way for the brace.
    private ReadOnlySpan<byte> End()
    {
        Add("}"u8);
        _text[0] = (byte)'{';
        return _text[.._length];
    }
}
