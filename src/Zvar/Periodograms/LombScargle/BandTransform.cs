using System.Runtime.CompilerServices;
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
    internal const int Frequencies = Block * Lanes;

    // Times the phases are turned on before they are computed anew, so that rounding does not add up.
    private const int Exact = 64;

    // Below it powers are summed directly.
    private const double UnsureDeterminant = 1e-2;

    private const int Lanes = ComplexLanes.Count;

    // Of each point exp(2πi f t), and its square.
    private const int Coefficients = 2;

    private static readonly double[] Corrections = [.. SpreadingKernel
        .Transform((Block / 2) + 1, TransformGrid.Size)
        .Select(transform => 1 / transform)];

    private readonly BandSeries _band;
    private readonly double _step;
    private readonly double[] _time;
    private readonly Spreading _ones;
    private readonly Spreading _values;
    private readonly Spreading _doubles;
    private readonly AlignedArray _coefficients;
    private readonly double[] _turns;
    private double _first;
    private int _group;

    /// <summary>Prepares a band.</summary>
    /// <param name="band">The band.</param>
    /// <param name="step">From one frequency to the next.</param>
    internal BandTransform(BandSeries band, double step)
    {
        (_band, _step) = (band, step);

        // Times may count from anywhere: from here, the first point is spread from the first place of the grid on.
        double shift = (SpreadingKernel.Width / (2.0 * TransformGrid.Size * step)) - band.Time[0];
        _time = Array.ConvertAll(band.Time, time => time + shift);
        double[] weight = Array.ConvertAll(band.Weight, weight => weight / band.Weights);
        _ones = new Spreading(_time, step, weight);
        _values = new Spreading(_time, step, [.. weight.Zip(band.Value, (one, value) => one * value)]);
        _doubles = new Spreading(_time, 2 * step, weight);
        _coefficients = new AlignedArray(band.Points * Coefficients * ComplexLanes.Parts);
        _turns = UnitFactors.Make(band.Points, i => Fraction(_time[i] * step * Frequencies));
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

    /// <summary>Computes the shares of the chi² that a sine takes away from the band.</summary>
    /// <param name="workspace">Where they are computed, and go to the powers.</param>
    /// <param name="chiSquared">What they are shares of.</param>
    /// <param name="add">Whether they are added to those of other bands.</param>
    internal void Compute(LombScargleWorkspace workspace, double chiSquared, bool add)
    {
        ref double coefficients = ref _coefficients.First;
        _ones.Spread(ref coefficients, Coefficients, workspace.Ones);
        _values.Spread(ref coefficients, Coefficients, workspace.Values);
        _doubles.Spread(ref Unsafe.Add(ref coefficients, ComplexLanes.Parts), Coefficients, workspace.Doubles);
        double scale = _band.Weights / chiSquared;
        for (int residue = 0; residue < TransformGrid.Residues; residue++)
        {
            workspace.Ones.TransformColumns(residue, _ones.Quarters);
            workspace.Values.TransformColumns(residue, _values.Quarters);
            workspace.Doubles.TransformColumns(residue, _doubles.Quarters);
            for (int row = 0; row < TransformGrid.Side; row++)
            {
                AddPowers(
                    ref workspace.Ones.TransformRow(row),
                    ref workspace.Values.TransformRow(row),
                    ref workspace.Doubles.TransformRow(row),
                    ref workspace.PowersOf(residue, row),
                    residue + (TransformGrid.Residues * row),
                    scale,
                    add);
            }
        }
    }

    private static double Fraction(double cycles) => cycles - Math.Floor(cycles);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Synchronize()
    {
        ref double at = ref _coefficients.First;
        Vector512<double> middles = ((Vector512.CreateSequence(0.0, Block) + Vector512.Create(Block / 2.0))
            + Vector512.Create((double)_group * Frequencies)) * _step;
        foreach (double time in _time)
        {
            Vector512<double> cycles = (middles + Vector512.Create(_first)) * time;
            (Vector512<double> sin, Vector512<double> cos) =
                Vector512.SinCos((cycles - Vector512.Floor(cycles)) * Math.Tau);
            Store(ref at, cos, sin);
            at = ref Unsafe.Add(ref at, Coefficients * ComplexLanes.Parts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn()
    {
        ref double at = ref _coefficients.First;
        ref double turns = ref _turns[0];
        for (int i = 0; i < _time.Length; i++)
        {
            ComplexLanes turned = ComplexLanes.Load(ref at, 0).Times(ref turns, i);
            Store(ref at, turned.Real, turned.Imaginary);
            at = ref Unsafe.Add(ref at, Coefficients * ComplexLanes.Parts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double at, Vector512<double> cos, Vector512<double> sin)
    {
        new ComplexLanes(cos, sin).Store(ref at, 0);
        new ComplexLanes((cos * cos) - (sin * sin), (cos + cos) * sin).Store(ref at, 1);
    }

    // Zechmeister and Kürster 2009, equations 5 to 15, the mean of the values being zero; at the frequencies of a row, of
    // which the first is given, and those beyond the block are left out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPowers(
        ref double ones,
        ref double values,
        ref double doubles,
        ref double powers,
        int first,
        double scale,
        bool add)
    {
        const int Next = TransformGrid.Residues * TransformGrid.Side;
        Vector512<double> half = Vector512.Create(0.5);
        for (int i = 0; i < TransformGrid.Side; i++)
        {
            int frequency = first + (Next * i);
            frequency -= frequency >= TransformGrid.Size / 2 ? TransformGrid.Size : 0;
            if (frequency is < -Block / 2 or >= Block / 2)
            {
                continue;
            }

            Vector512<double> correction = Vector512.Create(Corrections[Math.Abs(frequency)]);
            var one = ComplexLanes.Load(ref ones, i);
            var value = ComplexLanes.Load(ref values, i);
            var twice = ComplexLanes.Load(ref doubles, i);
            (Vector512<double> c, Vector512<double> s) = (one.Real * correction, one.Imaginary * correction);
            (Vector512<double> yc, Vector512<double> ys) = (value.Real * correction, value.Imaginary * correction);
            Vector512<double> c2 = twice.Real * correction * half;
            Vector512<double> s2 = twice.Imaginary * correction * half;
            Vector512<double> cc = half + c2 - (c * c);
            Vector512<double> ss = half - c2 - (s * s);
            Vector512<double> cs = s2 - (c * s);
            Vector512<double> determinant = (cc * ss) - (cs * cs);
            Vector512<double> taken = ((ss * yc * yc) + (cc * ys * ys) - ((cs + cs) * yc * ys))
                * Vector512.Create(scale) / determinant;
            Vector512<double> unsure = Vector512.LessThanOrEqual(determinant, Vector512.Create(UnsureDeterminant));
            if (unsure != Vector512<double>.Zero)
            {
                taken = ComputeDirectly(taken, unsure, frequency + (Block / 2), scale);
            }

            ref double power = ref Unsafe.Add(ref powers, i * Lanes);
            (add ? taken + Vector512.LoadUnsafe(ref power) : taken).StoreUnsafe(ref power);
        }
    }

    // Where the determinant is small the transform's errors are not: as it is where the points lie at few phases.
    private Vector512<double> ComputeDirectly(Vector512<double> taken, Vector512<double> unsure, int m, double scale)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            if (double.IsNaN(unsure[lane]))
            {
                double place = ((long)_group * Frequencies) + (lane * Block) + m;
                taken = taken.WithElement(
                    lane, scale / _band.Weights * LombScargleKernel.TakenBy(_band, _first + (place * _step)));
            }
        }

        return taken;
    }
}
