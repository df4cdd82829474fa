using System.Diagnostics;
using System.Globalization;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// The same periods whatever the processor: a program is run again with fewer cores, and with narrower vectors, as .NET
/// makes this processor out to be.
/// </summary>
public sealed class PeriodProcessorTests
{
    private const string Script =
        """
        Connect-Zvar -Demo
        $stars = (Find-ZvarCone 0.8365 30.9372 -Radius 10arcmin -MinExposures 100)[0..7]
        foreach ($one in $stars | Find-ZvarPeriod -MinPeriod 0.25 -MaxPeriod 3 -Top 4) {
            "$($one.Psid),$($one.Rank),$($one.Method),$($one.Relation),$($one.Alias),$($one.Points)," +
                "$($one.Period.ToString('R')),$($one.Power.ToString('R')),$($one.Significance.ToString('R')),$($one.Score.ToString('R'))"
        }
        """;

    // Of a row, the columns that are numbers which rounding may touch.
    private const int Numbers = 4;

    private static readonly Task<string> Here = RunAsync();

    [Fact]
    public async Task On_one_core_the_bytes_are_the_same()
    {
        string here = await Here;
        Assert.Equal(32, here.Split('\n').Length);
        Assert.Equal(here, await RunAsync(("DOTNET_PROCESSOR_COUNT", "1")));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Without_wide_vectors_the_candidates_are_the_same_in_the_same_order(string vectors)
    {
        string[][] here = Cells(await Here);
        string[][] there = Cells(await RunAsync((vectors, "0")));
        Assert.Equal(here.Select(row => row[..^Numbers]), there.Select(row => row[..^Numbers]));
        foreach ((string[] one, string[] other) in here.Zip(there))
        {
            foreach ((string a, string b) in one[^Numbers..].Zip(other[^Numbers..]))
            {
                double expected = double.Parse(a, CultureInfo.InvariantCulture);
                Assert.Equal(expected, double.Parse(b, CultureInfo.InvariantCulture), 1e-9 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    private static string[][] Cells(string csv) =>
        [.. csv.Split('\n').Select(line => line.TrimEnd().Split(','))];

    private static async Task<string> RunAsync(params (string Variable, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Built.HostProgram, "-Command", Script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string value) in settings)
        {
            start.Environment[variable] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && (await errors).Length == 0, said + await errors);
        return said.Trim();
    }
}
