namespace Zvar.Plots;

// What stands along an axis, and what where that is too long.
internal readonly record struct AxisTitle(string Text, string Short);
