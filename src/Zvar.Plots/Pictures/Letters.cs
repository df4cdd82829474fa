using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// Text in a picture.
internal static class Letters
{
    internal static LabelStyle Of(float size, Color color, Alignment alignment) => new()
    {
        FontName = PictureFonts.Name,
        FontSize = size,
        ForeColor = color,
        Alignment = alignment,
        BorderWidth = 0,
    };

    internal static float WidthOf(this LabelStyle letters, string text, Paint paint) =>
        letters.Measure(text, paint).Width;

    // As much of the text as is no wider, the last of it an ellipsis where some is missing.
    internal static string Fit(this LabelStyle letters, string text, float width, Paint paint)
    {
        bool Fits(int length) => letters.WidthOf(Ellipsis.Cut(text, length), paint) <= width;
        if (Fits(text.Length))
        {
            return text;
        }

        int fitting = 0;
        int tooLong = text.Length;
        while (tooLong - fitting > 1)
        {
            int middle = (fitting + tooLong) / 2;
            (fitting, tooLong) = Fits(middle) ? (middle, tooLong) : (fitting, middle);
        }

        return fitting == 0 ? "" : Ellipsis.Cut(text, fitting);
    }

    internal static void Write(this LabelStyle letters, SKCanvas canvas, Pixel place, string text, Paint paint) =>
        letters.Render(canvas, place, paint, text);
}
