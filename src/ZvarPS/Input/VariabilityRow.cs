using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads how a star varies in a band: as Measure-ZvarLightCurve gives it, or as it came out of a file or a job.
/// </summary>
internal static class VariabilityRow
{
    // No other table of ours has these.
    private static readonly string[] Own = ["Band", "Points", "Amplitude", "VonNeumannEta", "StetsonJ"];

    /// <summary>Reads the statistics; null where these are none.</summary>
    /// <exception cref="FormatException">They are some, but a number in them cannot be read.</exception>
    internal static VariabilityStatistics? Read(PSObject input)
    {
        if (input.BaseObject is VariabilityStatistics || !Argument.IsRow(input))
        {
            return input.BaseObject as VariabilityStatistics;
        }

        var row = new Row(input);
        double NumberOf(string name) => Number.OfCell(row.Get(name));
        return Own.All(name => row.Has(name))
            ? new VariabilityStatistics
            {
                Psid = PsidAttribute.OfRow(row),
                TargetName = row.GetText("TargetName"),
                Band = row.GetText("Band") ?? "",
                Points = row.GetWhole("Points"),
                PointsWithError = row.GetWhole("PointsWithError"),
                FirstTime = NumberOf("FirstTime"),
                LastTime = NumberOf("LastTime"),
                Baseline = NumberOf("Baseline"),
                WeightedMean = NumberOf("WeightedMean"),
                Median = NumberOf("Median"),
                StandardDeviation = NumberOf("StandardDeviation"),
                Amplitude = NumberOf("Amplitude"),
                MedianAbsoluteDeviation = NumberOf("MedianAbsoluteDeviation"),
                InterquartileRange = NumberOf("InterquartileRange"),
                Skewness = NumberOf("Skewness"),
                ExcessKurtosis = NumberOf("ExcessKurtosis"),
                ReducedChiSquared = NumberOf("ReducedChiSquared"),
                ExcessVariance = NumberOf("ExcessVariance"),
                VonNeumannEta = NumberOf("VonNeumannEta"),
                StetsonJ = NumberOf("StetsonJ"),
                StetsonK = NumberOf("StetsonK"),
                MaximumSlope = NumberOf("MaximumSlope"),
                LinearTrend = NumberOf("LinearTrend"),
                Synthetic = row.Is("Synthetic"),
            }
            : null;
    }
}
