using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="PeriodCandidate"/>.</summary>
public static class PeriodCandidateTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<PeriodCandidate>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", one => one.Psid) { Ucd = Ucd.ObjectId },
        new("TargetName", Text, "Name of the position the object was found around", one => one.TargetName)
        {
            Ucd = Ucd.Id,
        },
        new("Rank", Integer, "Place among the candidates, from 1", one => one.Rank) { Ucd = "stat.rank" },
        new("Period", Real, "Period", one => one.Period) { Unit = "d", Ucd = Ucd.Period },
        new("PeriodErr", Real, "Standard error of the period", one => one.PeriodErr)
        {
            Unit = "d", Ucd = "stat.error;time.period",
        },
        new("Frequency", Real, "Frequency", one => one.Frequency) { Unit = "d**-1", Ucd = Ucd.Frequency },
        new("Method", Text, "Method it is least likely by to be a chance", one => one.Method.ToString())
        {
            Ucd = Ucd.Flag,
        },
        new("Power", Real, "Share of the chi squared that the model takes away, 0 to 1", one => one.Power)
        {
            Ucd = Ucd.Power,
        },
        new("FalseAlarmProbability", Real, "Probability of such a power by noise", one => one.FalseAlarmProbability)
        {
            Ucd = "stat.probability",
        },
        new("FalseAlarmKind", Text, "How that probability was found", one => one.FalseAlarmKind.ToString())
        {
            Ucd = Ucd.Flag,
        },
        new("Significance", Real, "Minus the decimal logarithm of that probability", one => one.Significance)
        {
            Ucd = Ucd.Significance,
        },
        new("Score", Real, "What the candidates are ranked by, the smallest first", one => one.Score)
        {
            Ucd = "stat.value",
        },
        new("Gap", Real, "How much higher the score of the next candidate is", one => one.Gap)
        {
            Ucd = "stat.value;arith.diff",
        },
        new("Ambiguous", Text, "What speaks against the rank", one => one.Ambiguous) { Ucd = Ucd.Flag },
        new("Relation", Text, "What it is to the first candidate, as in P/2", one => one.Relation) { Ucd = Ucd.Flag },
        new("Alias", Text, "What the period may be an alias of, as in day", one => one.Alias) { Ucd = Ucd.Flag },
        new("Component", Integer, "Which of the periods of the star it is, from 1", one => one.Component)
        {
            Ucd = "meta.code",
        },
        new("Points", Integer, "Exposures used", one => one.Points) { Ucd = Ucd.Exposures },
        new("Bands", Text, "Bands used, by wavelength", one => one.Bands) { Ucd = Ucd.Band },
        new("Synthetic", Logical, "Whether it is made up", one => one.Synthetic) { Ucd = Ucd.Flag },
    ];
}
