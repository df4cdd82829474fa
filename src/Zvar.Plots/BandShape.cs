namespace Zvar.Plots;

// The shapes of a band's marks.
internal enum BandShape
{
    Circle,
    Square,
    Diamond,
    Triangle,
}
