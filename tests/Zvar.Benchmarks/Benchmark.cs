namespace Zvar.Benchmarks;

/// <summary>Something to measure: it prints what it finds and judges nothing.</summary>
internal sealed record Benchmark(string Name, string About, Func<Task> RunAsync);
