using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads a point of a fold that was computed: as ConvertTo-ZvarFold gives it, or as it came out of a file or a job.
/// </summary>
internal static class PhasePointReader
{
    // What is true of the whole fold.
    private static readonly string[] Folding = ["Epoch", "Period"];

    /// <summary>Says what a row with a phase lacks to be drawn, or that it is folded already.</summary>
    /// <exception cref="FormatException">It has a phase and a magnitude.</exception>
    internal static void RefuseUnfinished(Row row)
    {
        if (row.Has("Phase") && row.Has("Mag"))
        {
            string[] missing = [.. Folding.Where(name => !row.Has(name))];
            throw new FormatException(
                "These are points of a fold: they have phases, and no times. Show-ZvarFold draws them as they were"
                + (missing.Length == 0
                    ? " folded."
                    : $" folded where they have its Epoch and Period, but here is no {string.Join(" and no ", missing)}."
                        + " Keep these columns: Select-Object Phase, Mag, Epoch, Period."));
        }
    }

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
