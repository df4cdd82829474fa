using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="PhasePoint"/>.</summary>
public static class PhasePointTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<PhasePoint>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", point => point.Psid) { Ucd = Ucd.ObjectId },
        new("TargetName", Text, "Name of the position the object was found around", point => point.TargetName)
        {
            Ucd = Ucd.Id,
        },
        new("Band", Text, "Filter", point => point.Band) { Ucd = Ucd.Band },
        new("Phase", Real, "Phase, 0 up to 1; of a bin, its middle", point => point.Phase) { Ucd = "time.phase" },
        new("Mag", Real, "Magnitude; of a bin, their average", point => point.Mag) { Unit = "mag", Ucd = Ucd.Mag },
        new("MagErr", Real, "Error of the magnitude", point => point.MagErr) { Unit = "mag", Ucd = Ucd.MagError },
        new("Count", Integer, "Exposures it stands for", point => point.Count) { Ucd = Ucd.Exposures },
        new("Epoch", Real, "Time of phase zero, counted as in the light curve", point => point.Epoch)
        {
            Unit = "d",
            Ucd = Ucd.Time,
        },
        new("Period", Real, "Period it is folded at", point => point.Period) { Unit = "d", Ucd = Ucd.Period },
        new("Synthetic", Logical, "Whether it is made up", point => point.Synthetic) { Ucd = Ucd.Flag },
    ];
}
