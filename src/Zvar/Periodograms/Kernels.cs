namespace Zvar;

/// <summary>The kernel of each method.</summary>
internal static class Kernels
{
    internal static IPeriodogramKernel Of(PeriodogramMethod method, TimeSeries series) => method switch
    {
        PeriodogramMethod.Fpw5 => new FpwKernel(series, 5),
        PeriodogramMethod.Fpw10 => new FpwKernel(series, 10),
        PeriodogramMethod.Fpw20 => new FpwKernel(series, 20),
        PeriodogramMethod.LombScargle => new LombScargleKernel(series),
    };

    /// <summary>How many parameters the model of a method has in one band at most.</summary>
    internal static int ParametersOf(PeriodogramMethod method) => method switch
    {
        PeriodogramMethod.Fpw5 => 5,
        PeriodogramMethod.Fpw10 => 10,
        PeriodogramMethod.Fpw20 => 20,
        PeriodogramMethod.LombScargle => 3,
    };
}
