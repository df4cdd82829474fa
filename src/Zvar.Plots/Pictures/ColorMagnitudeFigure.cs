using System.Globalization;
using ScottPlot;

namespace Zvar.Plots;

// Gaia's colour-magnitude diagram: absolute magnitude, brighter is higher, against colour, redder is to the right.
internal static class ColorMagnitudeFigure
{
    // Below this the parallax says little, and the absolute magnitude with it.
    private const double SureParallax = 3;

    private const int MostNamed = 12;

    internal static Figure Draw(IReadOnlyList<GaiaMatch> matches, Palette palette, bool small)
    {
        const string Extinction = "extinction not removed";
        List<GaiaMatch> placed =
            [.. matches.Where(match => double.IsFinite(match.BpRp) && double.IsFinite(match.AbsoluteMagnitude))];
        var figure = new Figure(palette, small)
        {
            Title = "Gaia colour-magnitude diagram",
            Subtitle = placed.Count == matches.Count
                ? $"{placed.Count} stars; {Extinction}"
                : $"{placed.Count} of {matches.Count} stars have a colour and a positive parallax; {Extinction}",
            Synthetic = matches.Any(match => match.Synthetic),
        };
        figure.Label("BP - RP (mag)", "Absolute G magnitude");
        Add($"parallax below {SureParallax} σ", sure: false, palette.Muted, MarkerShape.OpenCircle);
        Add($"parallax at least {SureParallax} σ", sure: true, palette.Accent, MarkerShape.FilledCircle);
        if (placed.Count is > 0 and <= MostNamed)
        {
            double middle = (placed.Min(star => star.BpRp) + placed.Max(star => star.BpRp)) / 2;
            foreach (GaiaMatch star in placed)
            {
                figure.Write(
                    star.Psid.ToString(CultureInfo.InvariantCulture),
                    new Coordinates(star.BpRp, star.AbsoluteMagnitude),
                    toTheLeft: star.BpRp > middle);
            }
        }

        if (placed.Count > 0)
        {
            figure.LimitAcross(placed.Min(star => star.BpRp) - 0.3, placed.Max(star => star.BpRp) + 0.3);
        }

        figure.LimitUp(
            placed.SelectMany(star => new[] { star.AbsoluteMagnitude - 0.5, star.AbsoluteMagnitude + 0.5 }),
            magnitudes: true);
        return figure;

        void Add(string text, bool sure, Color color, MarkerShape shape)
        {
            List<GaiaMatch> stars = [.. placed.Where(star => star.ParallaxOverError >= SureParallax == sure)];
            if (stars.Count > 0)
            {
                float size = Palette.PointSize(stars.Count) + 1;
                figure.Plot.Add.Plottable(new PointSeries
                {
                    Points = [.. stars.Select(star => new Coordinates(star.BpRp, star.AbsoluteMagnitude))],
                    Errors = [.. stars.Select(star => sure ? MagnitudeError(star) : double.NaN)],
                    Marker = new MarkerStyle(shape, size, color.WithAlpha(0.85)) { LineWidth = 1 },
                    ErrorColor = color.WithAlpha(0.3),
                });
                figure.AddLegend(new LegendEntry($"{text} ({stars.Count})", color, shape));
            }
        }
    }

    // The parallax's share of the error, to first order: d(5 log10 ϖ) = 5 / ln 10 · σ / ϖ.
    private static double MagnitudeError(GaiaMatch star) => 5 / Math.Log(10) / star.ParallaxOverError;
}
