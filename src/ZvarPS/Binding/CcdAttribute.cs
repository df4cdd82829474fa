using Zvar;

namespace ZvarPS;

/// <summary>Reads CCDs of the survey's camera.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CcdAttribute() : MatchfileNumberAttribute("CCD", "1 to 16", 16)
{
    private protected override IEnumerable<int> Known => Enumerable.Range(1, 16);

    private protected override int NumberOf(Matchfile file) => file.Ccd;
}
