using Zvar;

namespace ZvarPS;

/// <summary>Reads fields of the survey.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute() : MatchfileNumberAttribute("field", "such as 648", int.MaxValue)
{
    private protected override IEnumerable<int> Known => RecentObjects.OfSession.Fields;

    private protected override int NumberOf(Matchfile file) => file.Field;
}
