using Zvar;

namespace ZvarPS;

/// <summary>A position somebody gave: where it is, or the name of it.</summary>
public sealed record PositionArgument
{
    internal PositionArgument(SkyPosition position, string? name = null) => (Position, Name) = (position, name);

    internal PositionArgument(string name) => Name = name;

    /// <summary>The name; null where there is none.</summary>
    public string? Name { get; }

    /// <summary>The position; null where only its name is known.</summary>
    public SkyPosition? Position { get; }

    /// <summary>The name, or else the position.</summary>
    public override string ToString() => Name ?? $"{Position}";
}
