using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Zvar.Server;

// The text of one photometric point. Light curves are nearly all of what a server sends, and this is several times as
// fast as telling a JSON writer of every field.
internal ref struct PointText(Span<byte> text)
{
    // Eleven fields of up to a dozen letters, eight numbers and a band.
    internal const int LongestText = 640;

    private static readonly Label[] Magnitudes = LabelsOf(PhotometryFormat.Mag);
    private static readonly Label[] Fluxes = LabelsOf(PhotometryFormat.Flux);

    private readonly Span<byte> _text = text;
    private int _length;

    internal static ReadOnlySpan<byte> Of(LightCurve curve, int i, PhotometryFormat format, Span<byte> text)
    {
        var point = new PointText(text);
        foreach (Label label in format == PhotometryFormat.Flux ? Fluxes : Magnitudes)
        {
            point.Add(label.Text);
            switch (label.Column)
            {
                case PhotometryColumn.Band:
                    point.AddBand(curve.Band[i]);
                    break;
                case PhotometryColumn.Snr when format == PhotometryFormat.Flux:
                    // This format has the ratio of the difference flux.
                    point.Add(curve.Flux[i] / curve.FluxErr[i]);
                    break;
                case < (PhotometryColumn)PhotometryTable.NumberColumns:
                    point.Add(curve.GetNumbers(label.Column)[i]);
                    break;
                default:
                    point.Add(curve.GetIntegers(label.Column)[i]);
                    break;
            }
        }

        return point.End();
    }

    private static Label[] LabelsOf(PhotometryFormat format) =>
    [
        .. PhotometryTable.InFormat(format).Select(column => new Label(
            column, Encoding.UTF8.GetBytes($",\"{PhotometryTable.Of(column).ServiceName}\":"))),
    ];

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

    private void Add(double value)
    {
        if (double.IsFinite(value))
        {
            _length += ShortestNumber.Write(value, _text[_length..]);
        }
        else
        {
            Add("null"u8);
        }
    }

    private void Add(int value)
    {
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

    // What stands before the value of a column.
    private readonly record struct Label(PhotometryColumn Column, byte[] Text);
}
