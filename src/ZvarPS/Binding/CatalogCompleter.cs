namespace ZvarPS;

/// <summary>Completes the catalogues the service has today.</summary>
public sealed class CatalogCompleter() : WordCompleter(
[
    ("gaia", "Gaia: parallaxes, proper motions, G, BP and RP magnitudes"),
    ("ps1", "Pan-STARRS1: grizy magnitudes"),
    ("galex", "GALEX: far and near ultraviolet magnitudes"),
    ("2mass", "2MASS: J, H and K magnitudes"),
    ("allwise", "AllWISE: W1 to W4 infrared magnitudes"),
]);
