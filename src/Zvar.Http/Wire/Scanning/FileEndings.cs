using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zvar.Http;

// Where a service ends its points with band, field, CCD and quadrant, all the points of a match file end in the same
// bytes. An ending that was read once is known again by its bytes, and its values need not be read again.
internal sealed class FileEndings
{
    // The most bytes of an ending, and the most it looks at.
    internal const int Reach = 64;

    // More than the bands there are: endings differ in their band first of all.
    private const int Slots = 8;

    private readonly Ending[] _endings = new Ending[Slots];

    private FileEndings(int firstStep) => FirstStep = firstStep;

    // The step of the layout with which the ending begins.
    internal int FirstStep { get; }

    // Null where a layout has no such ending, or a short one.
    internal static FileEndings? Of(List<PhotometryColumn> steps)
    {
        int first = steps.FindLastIndex(field => field is <= PointField.LastNumber or PointField.Unknown) + 1;
        return first > 0 && steps.Skip(first).Count(field => field != PointField.None) > 1 ? new(first) : null;
    }

    // The length of the ending if it is known, else 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Read(ref byte text, PointValues values)
    {
        Vector256<byte> start = Vector256.LoadUnsafe(ref text);
        Vector256<byte> rest = Vector256.LoadUnsafe(ref text, (nuint)Vector256<byte>.Count);
        ref readonly Ending ending = ref _endings[SlotOf(ref text)];
        Vector256<byte> others = ((start ^ ending.Start) & ending.StartMask) | ((rest ^ ending.Rest) & ending.RestMask);
        if (others != Vector256<byte>.Zero)
        {
            return 0;
        }

        values.Row.Band = ending.Band;
        Span<int> integers = values.Row.Integers;
        (integers[0], integers[1], integers[2]) = (ending.Field, ending.Ccd, ending.Quad);
        return ending.Length;
    }

    // Remembers an ending and the values that were read from it.
    internal void Learn(ReadOnlySpan<byte> text, PointValues values)
    {
        if (text.Length is > 0 and <= Reach)
        {
            _endings[SlotOf(ref Unsafe.AsRef(in text[0]))] = new Ending(text, values);
        }
    }

    // By the letter of the band where that comes first, as `,"band":"g"` has it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ref byte text) => Unsafe.Add(ref text, 9) % Slots;

    private readonly struct Ending
    {
        internal readonly Vector256<byte> Start;
        internal readonly Vector256<byte> StartMask;
        internal readonly Vector256<byte> Rest;
        internal readonly Vector256<byte> RestMask;
        internal readonly int Length;
        internal readonly string Band;
        internal readonly int Field;
        internal readonly int Ccd;
        internal readonly int Quad;

        internal Ending(ReadOnlySpan<byte> text, PointValues values)
        {
            Span<byte> bytes = stackalloc byte[Reach];
            bytes.Clear();
            text.CopyTo(bytes);
            (Start, Rest) = Halves(bytes);
            bytes.Clear();
            bytes[..text.Length].Fill(0xFF);
            (StartMask, RestMask) = Halves(bytes);
            (Length, Band) = (text.Length, values.Row.Band);
            Span<int> integers = values.Row.Integers;
            (Field, Ccd, Quad) = (integers[0], integers[1], integers[2]);
        }

        private static (Vector256<byte>, Vector256<byte>) Halves(ReadOnlySpan<byte> bytes) =>
            (Vector256.Create(bytes), Vector256.Create(bytes[Vector256<byte>.Count..]));
    }
}
