using System.Collections;
using System.Globalization;
using Zvar;

namespace ZvarPS;

/// <summary>Reads the period to fold at, and offers those of the star in question.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PeriodAttribute : DurationAttribute
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound)
    {
        (string Text, string Tooltip)[] periods =
        [
            .. from star in RecentObjects.OfSession.InQuestion(bound)
               from entry in star.GetDistinctPeriods()
               select (
                   entry.Period.ToString(CultureInfo.InvariantCulture),
                   $"{entry}, of {Excerpt.Of(star.TargetName ?? $"{star}")}"),
        ];
        return periods.Length > 0 ? periods : base.Offer(bound);
    }
}
