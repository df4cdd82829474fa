using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Zvar.Http;

// The layout of a service's points, learned from one of them: the bytes before each value, and which value it is. A
// point that has the same bytes in the same places is read without looking at its names one by one; any other point is
// not read here.
internal sealed class PointLayout
{
    private readonly Step[] _steps;
    private readonly PhotometryColumn[] _missing;
    private readonly FileEndings? _endings;
    private readonly int _untilEnding;
    private readonly int _room;

    private PointLayout(List<Step> steps, HashSet<PhotometryColumn> there)
    {
        _steps = [.. steps];
        _missing = [.. Enum.GetValues<PhotometryColumn>().Where(column => !there.Contains(column))];
        _endings = FileEndings.Of(steps.ConvertAll(step => step.Field));
        _untilEnding = _endings?.FirstStep ?? _steps.Length;
        _room = steps.Sum(step => step.Length + NumberScanner.Reach) + FileEndings.Reach;
    }

    // Takes the layout of a point; null where it is not one that can be read so.
    internal static PointLayout? Learn(ReadOnlySpan<byte> point)
    {
        var reader = new Utf8JsonReader(point);
        List<Step> steps = [];
        var seen = new HashSet<PhotometryColumn>();
        Span<char> name = stackalloc char[WireValue.LongestName];
        int end = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            PhotometryColumn field = PointField.Of(WireValue.ReadName(in reader, name));
            reader.Read();
            bool isReadable = field == PhotometryColumn.Band
                ? reader.TokenType == JsonTokenType.String
                : reader.TokenType is JsonTokenType.Number or JsonTokenType.Null;
            if (!isReadable || (field != PointField.Unknown && !seen.Add(field)))
            {
                return null;
            }

            AddSteps(steps, point[end..(int)reader.TokenStartIndex], field);
            end = (int)reader.BytesConsumed;
        }

        AddSteps(steps, point[end..], PointField.None);
        return new PointLayout(steps, seen);
    }

    // Reads a point from its opening brace; returns its length, or 0 where it is laid out otherwise, or not all there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Read(ReadOnlySpan<byte> json, PointValues values)
    {
        // Nothing below looks further than this, so nothing below asks again.
        if (json.Length < _room)
        {
            return 0;
        }

        ref byte text = ref MemoryMarshal.GetReference(json);
        int at = ReadSteps(_steps.AsSpan(0, _untilEnding), ref text, 0, values);
        if (at == 0)
        {
            return 0;
        }

        if (_endings is not null)
        {
            int ending = _endings.Read(ref Unsafe.Add(ref text, at), values);
            if (ending == 0)
            {
                ending = ReadEnding(ref Unsafe.Add(ref text, at), values);
            }

            if (ending == 0)
            {
                return 0;
            }

            at += ending;
        }

        foreach (PhotometryColumn column in _missing)
        {
            values.Clear(column);
        }

        return values.HasTime ? at : 0;
    }

    // Reads an ending that is not known yet, and remembers it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadEnding(ref byte text, PointValues values)
    {
        int length = ReadSteps(_steps.AsSpan(_untilEnding), ref text, 0, values);
        _endings!.Learn(MemoryMarshal.CreateReadOnlySpan(ref text, length), values);
        return length;
    }

    // Returns where the steps end, or 0 where the text is another.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadSteps(ReadOnlySpan<Step> steps, ref byte text, int at, PointValues values)
    {
        foreach (ref readonly Step step in steps)
        {
            ref byte here = ref Unsafe.Add(ref text, at);
            if ((Vector128.LoadUnsafe(ref here) & step.Mask) != step.Text)
            {
                return 0;
            }

            at += step.Length;
            if (step.Field == PointField.None)
            {
                continue;
            }

            int length = ReadValue(ref Unsafe.Add(ref here, step.Length), step.Field, values);
            if (length == 0)
            {
                return 0;
            }

            at += length;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadValue(ref byte text, PhotometryColumn field, PointValues values)
    {
        if (field <= PointField.LastNumber)
        {
            return NumberScanner.ReadNumber(ref text, out values.Row.Numbers[(int)field]);
        }

        return field switch
        {
            PhotometryColumn.Band => ReadBand(ref text, values),
            PointField.Unknown => NumberScanner.ReadNumber(ref text, out values.Ignored),
            _ => NumberScanner.ReadInteger(ref text, out values.Row.Integers[PointField.PlaceOf(field)]),
        };
    }

    private static int ReadBand(ref byte text, PointValues values)
    {
        string band = Unsafe.Add(ref text, 1) switch
        {
            (byte)'g' => "g",
            (byte)'r' => "r",
            (byte)'i' => "i",
            _ => "",
        };
        values.Row.Band = band;
        return band.Length == 1 && text == '"' && Unsafe.Add(ref text, 2) == '"' ? 3 : 0;
    }

    // Text longer than a vector takes several steps, the last of which has the value.
    private static void AddSteps(List<Step> steps, ReadOnlySpan<byte> text, PhotometryColumn field)
    {
        while (text.Length > Vector128<byte>.Count)
        {
            steps.Add(new Step(text[..Vector128<byte>.Count], PointField.None));
            text = text[Vector128<byte>.Count..];
        }

        steps.Add(new Step(text, field));
    }

    // Bytes that must be there, and the value after them.
    private readonly struct Step
    {
        internal readonly Vector128<byte> Text;
        internal readonly Vector128<byte> Mask;
        internal readonly int Length;
        internal readonly PhotometryColumn Field;

        internal Step(ReadOnlySpan<byte> text, PhotometryColumn field)
        {
            Span<byte> bytes = stackalloc byte[Vector128<byte>.Count];
            bytes.Clear();
            text.CopyTo(bytes);
            Text = Vector128.Create((ReadOnlySpan<byte>)bytes);
            bytes[..text.Length].Fill(0xFF);
            bytes[text.Length..].Clear();
            Mask = Vector128.Create((ReadOnlySpan<byte>)bytes);
            Length = text.Length;
            Field = field;
        }
    }
}
