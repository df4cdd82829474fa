using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// How the points of a band are spread over a grid: for every four of its places, which points reach them and by what
/// factors, so that the sums stay in registers until they are whole.
/// </summary>
internal sealed class Spreading
{
    private const int Places = 4;
    private const int Groups = TransformGrid.Size / Places;
    private const int Width = SpreadingKernel.Width;

    // Of each four places where their entries end; of each entry its point and four factors.
    private readonly int[] _ends;
    private readonly int[] _points;
    private readonly double[] _factors;

    /// <summary>Spreads points of a weight each.</summary>
    /// <param name="time">When they were observed; the first at a time above zero by half the kernel's width.</param>
    /// <param name="step">From one frequency to the next.</param>
    /// <param name="weight">The weight of each.</param>
    internal Spreading(double[] time, double step, double[] weight)
    {
        Quarters = QuartersOf(time[^1] * step);
        _ends = new int[Groups * Quarters / 4];
        int[] starts = new int[time.Length];
        double[] kernels = new double[time.Length * Width];
        for (int i = 0; i < time.Length; i++)
        {
            double cycles = time[i] * step;
            double place = (cycles - Math.Floor(cycles)) * TransformGrid.Size;
            int start = (int)Math.Ceiling(place - (Width / 2.0));
            SpreadingKernel.At(start - place, kernels.AsSpan(i * Width, Width));
            starts[i] = start & (TransformGrid.Size - 1);
        }

        Count(starts);
        _points = new int[_ends[^1]];
        _factors = new double[_ends[^1] * Places];
        Fill(starts, kernels, weight);
    }

    /// <summary>How many quarters of the grid have points: 1, 2, or all 4.</summary>
    internal int Quarters { get; }

    /// <summary>Sets the places of the quarters that have points.</summary>
    /// <param name="coefficients">The eight coefficients of the first point.</param>
    /// <param name="stride">From one point to the next, in places.</param>
    /// <param name="grid">Where to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Spread(ref double coefficients, int stride, TransformGrid grid)
    {
        ref double to = ref grid.Points;
        ref double factor = ref MemoryMarshal.GetArrayDataReference(_factors);
        int entry = 0;
        for (int group = 0; group < _ends.Length; group++)
        {
            ComplexLanes sum0 = default;
            ComplexLanes sum1 = default;
            ComplexLanes sum2 = default;
            ComplexLanes sum3 = default;
            for (int end = _ends[group]; entry < end; entry++)
            {
                var point = ComplexLanes.Load(ref coefficients, _points[entry] * stride);
                sum0 = sum0.Plus(point, Vector512.Create(factor));
                sum1 = sum1.Plus(point, Vector512.Create(Unsafe.Add(ref factor, 1)));
                sum2 = sum2.Plus(point, Vector512.Create(Unsafe.Add(ref factor, 2)));
                sum3 = sum3.Plus(point, Vector512.Create(Unsafe.Add(ref factor, 3)));
                factor = ref Unsafe.Add(ref factor, Places);
            }

            nint at = TransformGrid.PlaceOf(group * Places);
            sum0.Store(ref to, at);
            sum1.Store(ref to, at + 1);
            sum2.Store(ref to, at + 2);
            sum3.Store(ref to, at + 3);
        }
    }

    // When the last point lies at so many cycles.
    private static int QuartersOf(double cycles) =>
        (cycles + ((double)Width / TransformGrid.Size)) switch { < 0.25 => 1, < 0.5 => 2, _ => 4 };

    private static (int First, int Last) GroupsOf(int start) => (start / Places, (start + Width - 1) / Places);

    private void Count(int[] starts)
    {
        foreach (int start in starts)
        {
            (int first, int last) = GroupsOf(start);
            for (int group = first; group <= last; group++)
            {
                _ends[group % Groups]++;
            }
        }

        for (int group = 1; group < _ends.Length; group++)
        {
            _ends[group] += _ends[group - 1];
        }
    }

    // From the last point to the first: what is an end becomes a beginning, and then the end of the group before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int[] starts, double[] kernels, double[] weight)
    {
        for (int i = starts.Length - 1; i >= 0; i--)
        {
            (int first, int last) = GroupsOf(starts[i]);
            for (int group = first; group <= last; group++)
            {
                int entry = --_ends[group % Groups];
                _points[entry] = i;
                int from = Math.Max(0, (group * Places) - starts[i]);
                int until = Math.Min(Width, ((group + 1) * Places) - starts[i]);
                for (int k = from; k < until; k++)
                {
                    _factors[(entry * Places) + starts[i] + k - (group * Places)] =
                        weight[i] * kernels[(i * Width) + k];
                }
            }
        }

        Array.Copy(_ends, 1, _ends, 0, _ends.Length - 1);
        _ends[^1] = _points.Length;
    }
}
