using ScottPlot;

namespace Zvar.Plots;

// Where a diagram's axes are, what is written along them (nothing where there is no room), and how far down the title
// of the lower one stands.
internal readonly record struct FigureFrame(PixelRect Data, string Across, string Up, string Above, float AcrossMiddle)
{
    // How far to the right the title of the lower axis reaches.
    internal float AcrossEnd(LabelStyle letters, Paint paint) =>
        Across.Length == 0 ? Data.Left : Data.HorizontalCenter + (letters.WidthOf(Across, paint) / 2);
}
