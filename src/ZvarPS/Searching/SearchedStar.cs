using Zvar;

namespace ZvarPS;

/// <summary>What was found of a star.</summary>
/// <param name="LightCurve">Its light curve.</param>
/// <param name="Rows">What is to be written of it.</param>
/// <param name="Error">Why there is nothing to find; null where there is.</param>
internal sealed record SearchedStar(
    LightCurve LightCurve, IReadOnlyList<object> Rows, PeriodSearchException? Error = null)
{
    /// <summary>How many detections were left out because they alone of their band have no error above zero.</summary>
    internal int WithoutError { get; init; }
}
