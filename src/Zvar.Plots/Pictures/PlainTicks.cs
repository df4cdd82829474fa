using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Zvar.Plots;

// Ticks whose numbers read the same whatever the language of the machine, with as many decimals as the finest needs.
internal sealed class PlainTicks : ITickGenerator
{
    private readonly NumericAutomatic _ticks = new() { LabelFormatter = number => Write(number, MostDecimals) };

    private const int MostDecimals = 9;

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount
    {
        get => _ticks.MaxTickCount;
        set => _ticks.MaxTickCount = value;
    }

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        _ticks.Regenerate(range, edge, size, paint, labelStyle);
        int decimals =
            _ticks.Ticks.Where(tick => tick.IsMajor).Select(tick => Decimals(tick.Label)).DefaultIfEmpty().Max();
        Ticks = Array.ConvertAll(_ticks.Ticks, tick => tick.IsMajor
            ? Tick.Major(tick.Position, Write(tick.Position, decimals, always: true))
            : tick);
    }

    private static int Decimals(string number)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : number.Length - point - 1;
    }

    private static string Write(double number, int decimals, bool always = false)
    {
        // A sum of steps that should be zero is not quite, and would be written with a minus sign.
        double rounded = Math.Round(number, decimals) + 0.0;
        return rounded.ToString($"0.{new string(always ? '0' : '#', decimals)}", CultureInfo.InvariantCulture);
    }
}
