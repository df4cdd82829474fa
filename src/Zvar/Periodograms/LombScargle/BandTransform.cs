using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// The sums of the Lomb–Scargle periodogram of one band, Σ w exp(2πi f t), Σ w y exp(2πi f t) and Σ w exp(2πi 2f t), at
/// very many equally distant frequencies by Fourier transforms of unevenly spaced points. Each place of the vectors has a
/// block of frequencies of its own: where the points lie between those of a block's grid is the same for all blocks, and
/// is computed once.
/// </summary>
internal sealed class BandTransform
{
    /// <summary>The frequencies of a block.</summary>
    internal const int Block = (int)(TransformGrid.Size / SpreadingKernel.Oversampling) / 8 * 8;

    /// <summary>The frequencies that are computed at a time.</summary>
    internal const int Frequencies = Block * TransformGrid.Lanes;

    // Times the phases are turned on before they are computed anew, so that rounding does not add up.
    private const int Exact = 64;

    // Below it powers are summed directly.
    private const double UnsureDeterminant = 1e-2;

    private const int Lanes = TransformGrid.Lanes;
    private const int Width = SpreadingKernel.Width;

    private static readonly double[] Corrections = [.. SpreadingKernel
        .Transform((Block / 2) + 1, TransformGrid.Size)
        .Select(transform => 1 / transform)];

    private readonly BandSeries _band;
    private readonly double _step;
    private readonly double[] _time;
    private readonly int _quarters;
    private readonly int _doubleQuarters;
    private readonly int[] _starts;
    private readonly double[] _kernels;
    private readonly int[] _doubleStarts;
    private readonly double[] _doubleKernels;
    private readonly double[] _weight;
    private readonly double[] _cos;
    private readonly double[] _sin;
    private readonly double[] _turnCos;
    private readonly double[] _turnSin;
    private readonly TransformGrid _ones;
    private readonly TransformGrid _values;
    private readonly TransformGrid _doubles;
    private double _first;
    private int _group;

    /// <summary>Prepares a band.</summary>
    /// <param name="band">The band.</param>
    /// <param name="step">From one frequency to the next.</param>
    /// <param name="grids">The grids, which are the same for all bands: one band is computed after the other.</param>
    internal BandTransform(BandSeries band, double step, TransformGrid[] grids)
    {
        (_band, _step) = (band, step);
        (_ones, _values, _doubles) = (grids[0], grids[1], grids[2]);

        // Times may count from anywhere: from here, the first point is spread from the first place of the grid on.
        double shift = (Width / (2.0 * TransformGrid.Size * step)) - band.Time[0];
        _time = Array.ConvertAll(band.Time, time => time + shift);
        (_starts, _kernels) = Spread(_time, step);
        (_doubleStarts, _doubleKernels) = Spread(_time, 2 * step);
        _quarters = QuartersOf(_time[^1] * step);
        _doubleQuarters = QuartersOf(_time[^1] * 2 * step);
        _weight = Array.ConvertAll(band.Weight, weight => weight / band.Weights);
        _cos = new double[band.Points * Lanes];
        _sin = new double[band.Points * Lanes];
        _turnCos = new double[band.Points];
        _turnSin = new double[band.Points];
        for (int i = 0; i < band.Points; i++)
        {
            (_turnSin[i], _turnCos[i]) = SinCosOfCycles(_time[i] * step * Frequencies);
        }
    }

    /// <summary>Goes to the frequencies from one on.</summary>
    internal void Start(double first)
    {
        (_first, _group) = (first, 0);
        Synchronize();
    }

    /// <summary>Goes to those that follow.</summary>
    internal void Next()
    {
        if (++_group % Exact == 0)
        {
            Synchronize();
        }
        else
        {
            Turn();
        }
    }

    /// <summary>Adds the shares of the chi² that a sine takes away from the band.</summary>
    /// <param name="powers">The powers of <see cref="Frequencies"/>.</param>
    /// <param name="chiSquared">What they are shares of.</param>
    internal void AddTo(double[] powers, double chiSquared)
    {
        _ones.Clear(_quarters);
        _values.Clear(_quarters);
        _doubles.Clear(_doubleQuarters);
        SpreadPoints();
        _ones.Transform(_quarters);
        _values.Transform(_quarters);
        _doubles.Transform(_doubleQuarters);
        AddPowers(powers, _band.Weights / chiSquared);
    }

    private static (double Sin, double Cos) SinCosOfCycles(double cycles) =>
        Math.SinCos(Math.Tau * (cycles - Math.Floor(cycles)));

    // How many quarters of a grid have points, when the last one lies at so many cycles: 1, 2, or all of them.
    private static int QuartersOf(double cycles) =>
        (cycles + ((double)Width / TransformGrid.Size)) switch { < 0.25 => 1, < 0.5 => 2, _ => 4 };

    private static (int[] Starts, double[] Kernels) Spread(double[] time, double step)
    {
        int[] starts = new int[time.Length];
        double[] kernels = new double[time.Length * Width];
        for (int i = 0; i < time.Length; i++)
        {
            double cycles = time[i] * step;
            double place = (cycles - Math.Floor(cycles)) * TransformGrid.Size;
            int start = (int)Math.Ceiling(place - (Width / 2.0)) & (TransformGrid.Size - 1);
            place -= place < Width && start > Width ? -TransformGrid.Size : 0;
            for (int k = 0; k < Width; k++)
            {
                kernels[(i * Width) + k] = SpreadingKernel.At(start + k - place);
            }

            starts[i] = start;
        }

        return (starts, kernels);
    }

    private void Synchronize()
    {
        for (int i = 0; i < _band.Points; i++)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                double place = ((long)_group * Frequencies) + (lane * Block) + (Block / 2);
                (_sin[(i * Lanes) + lane], _cos[(i * Lanes) + lane]) =
                    SinCosOfCycles(_time[i] * (_first + (place * _step)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn()
    {
        ref double cosines = ref MemoryMarshal.GetArrayDataReference(_cos);
        ref double sines = ref MemoryMarshal.GetArrayDataReference(_sin);
        for (int i = 0; i < _turnCos.Length; i++)
        {
            nuint at = (nuint)(i * Lanes);
            Vector512<double> cos = Vector512.LoadUnsafe(ref cosines, at);
            Vector512<double> sin = Vector512.LoadUnsafe(ref sines, at);
            Vector512<double> turnCos = Vector512.Create(_turnCos[i]);
            Vector512<double> turnSin = Vector512.Create(_turnSin[i]);
            ((cos * turnCos) - (sin * turnSin)).StoreUnsafe(ref cosines, at);
            ((cos * turnSin) + (sin * turnCos)).StoreUnsafe(ref sines, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SpreadPoints()
    {
        ref double cosines = ref MemoryMarshal.GetArrayDataReference(_cos);
        ref double sines = ref MemoryMarshal.GetArrayDataReference(_sin);
        for (int i = 0; i < _weight.Length; i++)
        {
            Vector512<double> cos = Vector512.LoadUnsafe(ref cosines, (nuint)(i * Lanes));
            Vector512<double> sin = Vector512.LoadUnsafe(ref sines, (nuint)(i * Lanes));
            Vector512<double> weight = Vector512.Create(_weight[i]);
            Vector512<double> value = Vector512.Create(_weight[i] * _band.Value[i]);
            ref double kernel = ref _kernels[i * Width];
            _ones.Add(_starts[i], ref kernel, cos * weight, sin * weight);
            _values.Add(_starts[i], ref kernel, cos * value, sin * value);
            _doubles.Add(
                _doubleStarts[i],
                ref _doubleKernels[i * Width],
                ((cos * cos) - (sin * sin)) * weight,
                (cos * sin * weight) + (cos * sin * weight));
        }
    }

    // Where the determinant is small the transform's errors are not: as it is where the points lie at few phases.
    private void ComputeDirectly(Span<double> lanes, Vector512<double> unsure, int m, double scale)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            if (double.IsNaN(unsure[lane]))
            {
                double place = ((long)_group * Frequencies) + (lane * Block) + m;
                lanes[lane] = scale / _band.Weights
                    * LombScargleKernel.TakenBy(_band, _first + (place * _step));
            }
        }
    }

    // Zechmeister and Kürster 2009, equations 5 to 15, the mean of the values being zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPowers(double[] powers, double scale)
    {
        Span<double> lanes = stackalloc double[Lanes];
        ref double lane = ref MemoryMarshal.GetReference(lanes);
        ref double power = ref MemoryMarshal.GetArrayDataReference(powers);
        for (int m = 0; m < Block; m++)
        {
            int frequency = m - (Block / 2);
            Vector512<double> correction = Vector512.Create(Corrections[Math.Abs(frequency)]);
            (Vector512<double> c, Vector512<double> s) = _ones.At(frequency);
            (Vector512<double> yc, Vector512<double> ys) = _values.At(frequency);
            (Vector512<double> c2, Vector512<double> s2) = _doubles.At(frequency);
            (c, s, yc) = (c * correction, s * correction, yc * correction);
            (ys, c2, s2) = (ys * correction, c2 * correction, s2 * correction);
            Vector512<double> half = Vector512.Create(0.5);
            Vector512<double> cc = half + (half * c2) - (c * c);
            Vector512<double> ss = half - (half * c2) - (s * s);
            Vector512<double> cs = (half * s2) - (c * s);
            Vector512<double> determinant = (cc * ss) - (cs * cs);
            Vector512<double> taken = ((ss * yc * yc) + (cc * ys * ys) - ((cs + cs) * yc * ys)) / determinant;
            (taken * Vector512.Create(scale)).StoreUnsafe(ref lane);
            Vector512<double> unsure = Vector512.LessThanOrEqual(determinant, Vector512.Create(UnsureDeterminant));
            if (unsure != Vector512<double>.Zero)
            {
                ComputeDirectly(lanes, unsure, m, scale);
            }

            for (int l = 0; l < Lanes; l++)
            {
                Unsafe.Add(ref power, (l * Block) + m) += Unsafe.Add(ref lane, l);
            }
        }
    }
}
