using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads a point of a periodogram that was computed: as Find-ZvarPeriod -AsPeriodogram gives it, or as it came out of a
/// file or a job.
/// </summary>
internal static class PeriodogramPointReader
{
    /// <summary>Reads a point; null where it is none. A row with a rank is a period that was found.</summary>
    /// <exception cref="FormatException">It is one, but something in it cannot be read.</exception>
    internal static PeriodogramPoint? Read(PSObject input)
    {
        if (input.BaseObject is PeriodogramPoint || !Argument.IsRow(input))
        {
            return input.BaseObject as PeriodogramPoint;
        }

        var row = new Row(input);
        if (!row.Has("Method") || !row.Has("Frequency") || !row.Has("Power") || row.Has("Rank"))
        {
            return null;
        }

        double frequency = Number.OfCell(row.Get("Frequency"));
        return new PeriodogramPoint
        {
            Psid = PsidAttribute.OfRow(row),
            TargetName = row.GetText("TargetName", "Name"),
            Method = ReadMethod(row.GetText("Method") ?? ""),
            Frequency = frequency,
            Period = row.Get("Period") is { } period ? Number.OfCell(period) : 1 / frequency,
            Power = Number.OfCell(row.Get("Power")),
            Synthetic = row.Is("Synthetic"),
        };
    }

    private static PeriodogramMethod ReadMethod(string text) =>
        Enum.TryParse(text, ignoreCase: true, out PeriodogramMethod method) && Enum.IsDefined(method)
            ? method
            : throw new FormatException(
                $"'{Excerpt.Of(text)}' is no method of a periodogram. These are: "
                + $"{string.Join(", ", Enum.GetNames<PeriodogramMethod>())}.");
}
