using System.Diagnostics;

namespace Zvar.Tests.Periodograms;

/// <summary>The same powers on processors with narrower vectors, as .NET makes this one out to be.</summary>
public sealed class ProcessorTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Without_wide_vectors_the_powers_are_the_same(string vectors)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                ? ["exec", typeof(LombScargleTests).Assembly.Location, "-class", typeof(LombScargleTests).FullName!]
                : ["-class", typeof(LombScargleTests).FullName!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[vectors] = "0";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said + await errors);
        Assert.Contains("Failed: 0", said, StringComparison.Ordinal);
    }
}
