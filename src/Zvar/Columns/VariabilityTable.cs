using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="VariabilityStatistics"/>.</summary>
public static class VariabilityTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<VariabilityStatistics>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", row => row.Psid) { Ucd = Ucd.ObjectId },
        new("TargetName", Text, "Name of the position the object was found around", row => row.TargetName)
        {
            Ucd = Ucd.Id,
        },
        new("Band", Text, "Filter, or all", row => row.Band) { Ucd = Ucd.Band },
        new("Points", Integer, "Detections that were used", row => row.Points) { Ucd = Ucd.Exposures },
        new("PointsWithError", Integer, "Those of them with an error of the magnitude", row => row.PointsWithError)
        {
            Ucd = Ucd.Exposures,
        },
        new("FirstTime", Real, "Time of the first detection, counted as in the light curve", row => row.FirstTime)
        {
            Unit = "d",
            Ucd = "time.start",
        },
        new("LastTime", Real, "Time of the last detection, counted as in the light curve", row => row.LastTime)
        {
            Unit = "d",
            Ucd = "time.end",
        },
        new("Baseline", Real, "Days from the first to the last", row => row.Baseline)
        {
            Unit = "d",
            Ucd = "time.duration",
        },
        new("WeightedMean", Real, "Mean magnitude, weighted by the errors", row => row.WeightedMean)
        {
            Unit = "mag",
            Ucd = "phot.mag;em.opt;stat.mean",
        },
        new("Median", Real, "Median magnitude", row => row.Median)
        {
            Unit = "mag",
            Ucd = "phot.mag;em.opt;stat.median",
        },
        new("StandardDeviation", Real, "Standard deviation", row => row.StandardDeviation)
        {
            Unit = "mag",
            Ucd = Ucd.Scatter,
        },
        new("Amplitude", Real, "Range from the 5th percentile to the 95th", row => row.Amplitude)
        {
            Unit = "mag",
            Ucd = Ucd.Amplitude,
        },
        new("MedianAbsoluteDeviation", Real, "Median deviation from the median", row => row.MedianAbsoluteDeviation)
        {
            Unit = "mag",
            Ucd = Ucd.Scatter,
        },
        new("InterquartileRange", Real, "Range from the 25th percentile to the 75th", row => row.InterquartileRange)
        {
            Unit = "mag",
            Ucd = Ucd.Scatter,
        },
        new("Skewness", Real, "Skewness of the magnitudes", row => row.Skewness) { Ucd = "stat.param" },
        new("ExcessKurtosis", Real, "Kurtosis less that of a normal distribution", row => row.ExcessKurtosis)
        {
            Ucd = "stat.param",
        },
        new("ReducedChiSquared", Real, "Reduced chi squared of a constant star", row => row.ReducedChiSquared)
        {
            Ucd = "stat.fit.chi2",
        },
        new("ExcessVariance", Real, "Normalized excess variance of the flux", row => row.ExcessVariance)
        {
            Ucd = Ucd.VariabilityIndex,
        },
        new("VonNeumannEta", Real, "Von Neumann's eta", row => row.VonNeumannEta) { Ucd = Ucd.VariabilityIndex },
        new("StetsonJ", Real, "Stetson's J", row => row.StetsonJ) { Ucd = Ucd.VariabilityIndex },
        new("StetsonK", Real, "Stetson's K", row => row.StetsonK) { Ucd = Ucd.VariabilityIndex },
        new("MaximumSlope", Real, "Steepest change between two exposures", row => row.MaximumSlope)
        {
            Unit = "mag.d**-1",
            Ucd = Ucd.Rate,
        },
        new("LinearTrend", Real, "Slope of the straight line of least squares", row => row.LinearTrend)
        {
            Unit = "mag.d**-1",
            Ucd = Ucd.Rate,
        },
        new("Synthetic", Logical, "Whether it is made up", row => row.Synthetic) { Ucd = Ucd.Flag },
    ];
}
