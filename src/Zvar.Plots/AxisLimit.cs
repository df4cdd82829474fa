namespace Zvar.Plots;

// What an axis has room for: a number of more digits would be wider than the diagram, and the distance of the largest
// doubles is none. Catalogues write such numbers for what is missing.
internal static class AxisLimit
{
    private const double Largest = 1e10;

    internal static bool Holds(double value) => Math.Abs(value) <= Largest;

    // What is said of values beyond it, empty where there are none.
    internal static string Note(int leftOut) =>
        leftOut == 0 ? "" : FormattableString.Invariant($"; {leftOut} beyond {Largest:0e0} left out");
}
