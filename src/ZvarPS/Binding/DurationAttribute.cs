using Zvar;

namespace ZvarPS;

/// <summary>Reads a period, more than 0, into days.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : ReadingAttribute
{
    private const string Forms = Duration.Forms + ", a TimeSpan";

    /// <inheritdoc/>
    protected override object Read(object argument)
    {
        double days = ArgumentText.Unwrap(argument) is TimeSpan span
            ? span.TotalDays
            : Duration.ParseDays(ArgumentText.Of(argument, Forms));
        return days > 0
            ? days
            : throw new FormatException($"A period is more than 0, not '{argument}'. Write one of: {Forms}.");
    }
}
