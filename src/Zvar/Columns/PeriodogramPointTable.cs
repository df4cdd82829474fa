using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="PeriodogramPoint"/>.</summary>
public static class PeriodogramPointTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<PeriodogramPoint>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", point => point.Psid) { Ucd = Ucd.ObjectId },
        new("TargetName", Text, "Name of the position the object was found around", point => point.TargetName)
        {
            Ucd = Ucd.Id,
        },
        new("Method", Text, "Method of the search", point => point.Method.ToString()) { Ucd = Ucd.Flag },
        new("Frequency", Real, "Frequency", point => point.Frequency) { Unit = "d**-1", Ucd = Ucd.Frequency },
        new("Period", Real, "Period", point => point.Period) { Unit = "d", Ucd = Ucd.Period },
        new("Power", Real, "Share of the chi squared that the model takes away, 0 to 1", point => point.Power)
        {
            Ucd = Ucd.Power,
        },
        new("Synthetic", Logical, "Whether it is made up", point => point.Synthetic) { Ucd = Ucd.Flag },
    ];
}
