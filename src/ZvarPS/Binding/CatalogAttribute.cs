using System.Collections;
using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// Reads the name of a catalogue, and offers those the service has today; where a catalogue on disk is matched, files.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CatalogAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) =>
        Argument.Unwrap(argument) is FileSystemInfo folder
            ? folder.FullName
            : Argument.Text(argument, "gaia, ps1, galex, 2mass, allwise, a newer one, or a folder").Trim();

    private protected override IEnumerable<CompletionResult> Complete(string typed, IDictionary bound) =>
        bound.Contains("HatsPath") ? CompletionCompleters.CompleteFilename(typed) : base.Complete(typed, bound);

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("gaia", "Gaia: parallaxes, proper motions, G, BP and RP magnitudes"),
        ("ps1", "Pan-STARRS1: grizy magnitudes"),
        ("galex", "GALEX: far and near ultraviolet magnitudes"),
        ("2mass", "2MASS: J, H and K magnitudes"),
        ("allwise", "AllWISE: W1 to W4 infrared magnitudes"),
    ];
}
