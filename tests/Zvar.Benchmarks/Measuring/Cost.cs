namespace Zvar.Benchmarks.Measuring;

/// <summary>What a piece of work took; NaN for what was not measured.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Processor">Seconds of processor time, all threads together.</param>
/// <param name="Peak">The largest resident set of the process that did it, in MB (10⁶ bytes).</param>
/// <param name="Whole">Seconds on the clock from the start of that process to its end.</param>
/// <param name="Points">How many points came of it: ways to do the same must agree.</param>
/// <param name="Ending">The id of the error it ended in; null where none was expected.</param>
internal readonly record struct Cost(
    double Wall,
    double Processor = double.NaN,
    double Peak = double.NaN,
    double Whole = double.NaN,
    double Points = double.NaN,
    string? Ending = null);
