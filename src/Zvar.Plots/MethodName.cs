namespace Zvar.Plots;

// What astronomers call a method of period search.
internal static class MethodName
{
    internal static string Of(PeriodogramMethod method) => method switch
    {
        PeriodogramMethod.Fpw5 => "FPW5",
        PeriodogramMethod.Fpw10 => "FPW10",
        PeriodogramMethod.Fpw20 => "FPW20",
        PeriodogramMethod.LombScargle => "Lomb–Scargle",
    };
}
