using System.Buffers.Binary;
using System.Text;

namespace Zvar.Tables;

// How many stars are where, as a map of HEALPix pixels in FITS: a binary table of one column, a row a pixel, with the
// keywords of the HEALPix FITS convention.
internal static class HatsSkymap
{
    private const int BlockLength = 2880;
    private const int LeastOrder = 6;
    private const int MostOrder = 10;

    // The order of the map of a catalogue whose finest partition is of one.
    internal static int OrderFor(int finest) => Math.Clamp(finest, LeastOrder, MostOrder);

    internal static byte[] Format(ReadOnlySpan<long> counts, int order)
    {
        long rowLength = sizeof(long);
        byte[] primary = Padded(
        [
            FitsCard.Of("SIMPLE", true), FitsCard.Of("BITPIX", 8), FitsCard.Of("NAXIS", 0), FitsCard.Of("EXTEND", true),
        ]);
        byte[] table = Padded(
        [
            .. FitsCard.Of("XTENSION", "BINTABLE"), FitsCard.Of("BITPIX", 8), FitsCard.Of("NAXIS", 2),
            FitsCard.Of("NAXIS1", rowLength), FitsCard.Of("NAXIS2", counts.Length), FitsCard.Of("PCOUNT", 0),
            FitsCard.Of("GCOUNT", 1), FitsCard.Of("TFIELDS", 1), .. FitsCard.Of("TTYPE1", "VALUE"),
            .. FitsCard.Of("TFORM1", "K"), .. FitsCard.Of("PIXTYPE", "HEALPIX"), .. FitsCard.Of("ORDERING", "NESTED"),
            .. FitsCard.Of("INDXSCHM", "IMPLICIT"), FitsCard.Of("NSIDE", 1L << order), FitsCard.Of("FIRSTPIX", 0),
            FitsCard.Of("LASTPIX", counts.Length - 1),
        ]);
        byte[] rows = new byte[(counts.Length * rowLength + BlockLength - 1) / BlockLength * BlockLength];
        for (int pixel = 0; pixel < counts.Length; pixel++)
        {
            BinaryPrimitives.WriteInt64BigEndian(rows.AsSpan(pixel * sizeof(long)), counts[pixel]);
        }

        return [.. primary, .. table, .. rows];
    }

    private static byte[] Padded(IEnumerable<string> cards)
    {
        string text = string.Concat(cards) + FitsCard.End;
        return Encoding.ASCII.GetBytes(text.PadRight((text.Length + BlockLength - 1) / BlockLength * BlockLength));
    }
}
