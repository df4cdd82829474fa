namespace Zvar.Benchmarks.Measuring;

/// <summary>A program to compare with is not on this machine.</summary>
internal sealed class MissingProgramException(string message) : Exception(message);
