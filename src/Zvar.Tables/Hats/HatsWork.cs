namespace Zvar.Tables;

/// <summary>What is computed of each star of a catalogue.</summary>
/// <param name="Name">What does it: Find-ZvarPeriod, say.</param>
public sealed record HatsWork(string Name)
{
    /// <summary>What tells it from other work of the name, as text: shares of a destination have the same.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>How many shares it is divided into, for who completes it to say which of them are missing.</summary>
    public int ShareCount { get; init; } = 1;

    /// <summary>When it was begun, as the properties of the catalogue say; null for now.</summary>
    public DateTimeOffset? Created { get; init; }

    // The catalogue that is taken beside the stars'; null for none.
    internal OtherCatalog? Other { get; init; }
}
