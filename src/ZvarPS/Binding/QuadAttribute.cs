using Zvar;

namespace ZvarPS;

/// <summary>Reads quadrants of a CCD.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuadAttribute() : MatchfileNumberAttribute("quadrant", "1 to 4", 4)
{
    private protected override IEnumerable<int> Known => Enumerable.Range(1, 4);

    private protected override int NumberOf(Matchfile file) => file.Quad;
}
