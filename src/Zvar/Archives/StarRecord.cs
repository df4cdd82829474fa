namespace Zvar;

/// <summary>
/// All that is known of a star, as archives and catalogues on disk have it. What is null was not asked.
/// </summary>
/// <param name="Object">The star with its match files and periods. That it was found in a cone is not kept.</param>
public sealed record StarRecord(ZvarObject Object)
{
    /// <summary>Its light curve in the mag format.</summary>
    public LightCurve? LightCurve { get; init; }

    /// <summary>The bands in which it is whole. Default: all the service has.</summary>
    public IReadOnlyList<string> Bands { get; init; } = Band.All;

    /// <summary>Its light curve in the flux format.</summary>
    public LightCurve? Fluxes { get; init; }

    /// <summary>The bands in which that is whole. Default: all the service has.</summary>
    public IReadOnlyList<string> FluxBands { get; init; } = Band.All;

    /// <summary>Its matches with other catalogues, an entry each.</summary>
    public IReadOnlyList<StarMatches> Matches { get; init; } = [];

    /// <summary>This star with what is newer of it: each part of that takes the place of this one's.</summary>
    /// <param name="newer">The same star.</param>
    public StarRecord With(StarRecord newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        return newer with
        {
            LightCurve = newer.LightCurve ?? LightCurve,
            Bands = newer.LightCurve is null ? Bands : newer.Bands,
            Fluxes = newer.Fluxes ?? Fluxes,
            FluxBands = newer.Fluxes is null ? FluxBands : newer.FluxBands,
            Matches =
            [
                .. Matches.Where(old => !newer.Matches.Any(one => one.Catalog == old.Catalog)),
                .. newer.Matches,
            ],
        };
    }
}
