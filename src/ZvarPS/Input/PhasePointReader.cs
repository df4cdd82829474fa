using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads a point of a fold that was computed: as ConvertTo-ZvarFold gives it, or as it came out of a file or a job.
/// </summary>
internal static class PhasePointReader
{
    /// <summary>Reads a phase point; null where it is none.</summary>
    /// <exception cref="FormatException">It is one, but something in it cannot be read.</exception>
    internal static PhasePoint? Read(PSObject input)
    {
        if (input.BaseObject is PhasePoint || !Argument.IsRow(input))
        {
            return input.BaseObject as PhasePoint;
        }

        var row = new Row(input);
        return row.Has("Phase") && row.Has("Mag") && row.Has("Epoch") && row.Has("Period") && !row.Has("Time")
            ? new PhasePoint
            {
                Psid = PsidAttribute.OfRow(row),
                TargetName = row.GetText("TargetName", "Name"),
                Band = row.GetText("Band") ?? "",
                Phase = Number.OfCell(row.Get("Phase")),
                Mag = Number.OfCell(row.Get("Mag")),
                MagErr = Number.OfCell(row.Get("MagErr")),
                Count = Math.Max(1, row.GetWhole("Count")),
                Epoch = Number.OfCell(row.Get("Epoch")),
                Period = Number.OfCell(row.Get("Period")),
                Synthetic = row.Is("Synthetic"),
            }
            : null;
    }
}
