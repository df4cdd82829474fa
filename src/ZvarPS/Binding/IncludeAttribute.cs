using System.Collections;

namespace ZvarPS;

/// <summary>
/// Reads what to save beside stars: light curves in a format, matches with a catalogue, or the list of processed files.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IncludeAttribute : ListReadingAttribute<string>
{
    /// <summary>Light curves in magnitudes.</summary>
    internal const string Photometry = "Photometry";

    /// <summary>Light curves in difference fluxes.</summary>
    internal const string Flux = "Flux";

    /// <summary>The list of processed files.</summary>
    internal const string ProcessingLog = "ProcessingLog";

    // Those that are no catalogue's.
    private static readonly string[] Words = [Photometry, Flux, ProcessingLog];

    private protected override string Forms =>
        "Photometry, Flux, gaia, ps1, galex, 2mass, allwise, or a newer catalogue; ProcessingLog";

    private protected override object Read(object? argument) => base.Read(Argument.Words(argument));

    private protected override string ReadElement(object? element)
    {
        string text = Argument.Text(element, Forms).Trim();
        return text.Length > 0
            ? Array.Find(Words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text
            : throw new FormatException($"There is no such thing to save. Write one or several of: {Forms}.");
    }

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        (Photometry, "Light curves in magnitudes, all bands"),
        (Flux, "Light curves in difference fluxes, all bands"),
        ("gaia", "What Gaia has near the stars"),
        ("ps1", "What Pan-STARRS1 has near the stars"),
        ("galex", "What GALEX has near the stars"),
        ("2mass", "What 2MASS has near the stars"),
        ("allwise", "What AllWISE has near the stars"),
        (ProcessingLog, "The list of the files the catalogue's makers have processed"),
    ];
}
