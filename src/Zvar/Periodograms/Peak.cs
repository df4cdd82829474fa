namespace Zvar;

/// <summary>A place where a periodogram is high.</summary>
/// <param name="Frequency">In cycles a day.</param>
/// <param name="Power">The share of the chi² that the model takes away, 0 to 1.</param>
internal readonly record struct Peak(double Frequency, double Power);
