using System.Globalization;
using ScottPlot;

namespace Zvar.Plots;

// Gaia's colour-magnitude diagram: absolute magnitude, brighter is higher, against colour, redder is to the right.
internal static class ColorMagnitudeFigure
{
    // Below this the parallax says little, and the absolute magnitude with it.
    private const double SureParallax = 3;

    private const int MostNamed = 12;

    // Air about the stars, in magnitudes of colour and of brightness.
    private const double AirAcross = 0.3;
    private const double AirUp = 0.5;

    internal static Figure Draw(IReadOnlyList<GaiaMatch> matches, Palette palette, FigureSize size)
    {
        const string Extinction = "extinction not removed";
        List<GaiaMatch> placed = [.. matches.Where(HasPlace)];
        var figure = new Figure(palette, size)
        {
            Title = "Gaia colour-magnitude diagram",
            Subtitle = placed.Count == matches.Count
                ? $"{placed.Count} stars; {Extinction}"
                : $"{placed.Count} of {matches.Count} stars have a colour and a positive parallax; {Extinction}",
            Synthetic = matches.Any(match => match.Synthetic),
            Across = new AxisTitle("BP - RP (mag)", "BP - RP"),
            Up = new AxisTitle("Absolute G magnitude", "G abs."),
        };
        Add($"parallax below {SureParallax} σ", sure: false, palette.Muted, MarkerShape.OpenCircle);
        Add($"parallax at least {SureParallax} σ", sure: true, palette.Accent, MarkerShape.FilledCircle);
        if (placed.Count <= MostNamed)
        {
            figure.AddNames(placed.Select(star => (NameOf(star), PlaceOf(star))));
        }

        double[] colours = [.. placed.Select(star => star.BpRp)];
        (double from, double to) = AxisRange.Of(colours, air: 0);
        figure.LimitAcross(from - AirAcross, to + AirAcross);
        figure.LimitUp(
            placed.SelectMany(star => new[] { star.AbsoluteMagnitude - AirUp, star.AbsoluteMagnitude + AirUp }),
            magnitudes: true);
        return figure;

        void Add(string text, bool sure, Color color, MarkerShape shape)
        {
            List<GaiaMatch> stars = [.. placed.Where(star => IsSure(star) == sure)];
            if (stars.Count > 0)
            {
                float across = (MarkSize.Of(stars.Count) + 1) * size.MarkScale;
                figure.Plot.Add.Plottable(new PointSeries
                {
                    Points = [.. stars.Select(PlaceOf)],
                    Errors = [.. stars.Select(star => sure ? MagnitudeError(star) : double.NaN)],
                    Marker = new MarkerStyle(shape, across, color.WithAlpha(0.85)) { LineWidth = 1 },
                    ErrorColor = color.WithAlpha(0.3),
                });
                figure.AddLegend(new LegendEntry(
                    $"{text} ({stars.Count})", new MarkerStyle(shape, size.LetterSize, color) { LineWidth = 1 }));
            }
        }
    }

    internal static bool HasPlace(GaiaMatch star) =>
        AxisLimit.Holds(star.BpRp) && AxisLimit.Holds(star.AbsoluteMagnitude);

    internal static bool IsSure(GaiaMatch star) => star.ParallaxOverError >= SureParallax;

    private static Coordinates PlaceOf(GaiaMatch star) => new(star.BpRp, star.AbsoluteMagnitude);

    // A row of a Gaia table has no psid.
    private static string NameOf(GaiaMatch star) => star.Psid > 0
        ? star.Psid.ToString(CultureInfo.InvariantCulture)
        : Excerpt.Of(star.TargetName ?? star.Id ?? "");

    // The parallax's share of the error, to first order: d(5 log10 ϖ) = 5 / ln 10 · σ / ϖ.
    private static double MagnitudeError(GaiaMatch star) => 5 / Math.Log(10) / star.ParallaxOverError;
}
