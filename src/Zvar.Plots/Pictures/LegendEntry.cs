using ScottPlot;

namespace Zvar.Plots;

internal readonly record struct LegendEntry(string Text, MarkerStyle Marker);
