namespace Zvar.Archive;

/// <summary>The names of what is true of a whole archive.</summary>
internal static class Fact
{
    /// <summary>Whether its stars are made up: 1 or 0; not said before there is any.</summary>
    internal const string Synthetic = "synthetic";

    /// <summary>When the saving of a question's answers was begun, as long as it has not ended.</summary>
    internal static string Saving(string question) => $"saving {question}";
}
