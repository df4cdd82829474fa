using System.Globalization;
using System.Text;

namespace Zvar.Plots;

// A picture in kitty's graphics protocol, https://sw.kovidgoyal.net/kitty/graphics-protocol/: its PNG (f=100) sent and
// shown at once (a=T) over so many columns and rows, in pieces of which all but the last announce another (m=1). No
// answers are wanted (q=2): they would come as if they were typed.
internal static class KittyPicture
{
    // The longest a piece may be, in letters of base64.
    private const int PieceLength = 4096;

    internal static string Encode(Picture picture, int columns, int rows)
    {
        string png = Convert.ToBase64String(picture.ToPng());
        var text = new StringBuilder();
        for (int start = 0; start < png.Length; start += PieceLength)
        {
            int length = Math.Min(PieceLength, png.Length - start);
            text.Append("\e_G");
            if (start == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"a=T,f=100,c={columns},r={rows},");
            }

            text.Append("q=2,m=").Append(start + length < png.Length ? '1' : '0').Append(';');
            text.Append(png, start, length).Append("\e\\");
        }

        return text.ToString();
    }
}
