using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>What is known of stars beside their light curves: their Gaia sources, how they vary. Found by psid.</summary>
internal sealed class StarContext
{
    /// <summary>What it takes, for error messages.</summary>
    internal const string Forms =
        "matches of Invoke-ZvarXmatch -Catalog gaia, statistics of Measure-ZvarLightCurve, or rows of either; each with"
        + " its psid";

    private readonly Dictionary<long, GaiaMatch> _gaia = [];
    private readonly Dictionary<long, List<VariabilityStatistics>> _statistics = [];

    /// <summary>Whether something is what is taken here, and of a star that has a psid.</summary>
    /// <exception cref="FormatException">It is, but a number in it cannot be read.</exception>
    internal static bool Is(PSObject input) => ReadGaia(input) is not null || ReadStatistics(input) is not null;

    /// <summary>Says of something else what would be taken.</summary>
    internal static string Refuse(PSObject input) => $"'{Excerpt.Of($"{input}")}' tells nothing of a star. Give {Forms}.";

    /// <summary>Takes what is known of a star.</summary>
    /// <returns>Whether it is anything that is taken.</returns>
    /// <exception cref="FormatException">It is, but a number in it cannot be read.</exception>
    internal bool TryAdd(PSObject input)
    {
        if (ReadGaia(input) is { } match)
        {
            Add(match);
            return true;
        }

        return TryAddStatistics(input, out _);
    }

    /// <summary>Takes how a star varies in a band.</summary>
    /// <param name="input">What may say so.</param>
    /// <param name="isFirst">Whether nothing was known before of how that star varies.</param>
    /// <returns>Whether it does.</returns>
    /// <exception cref="FormatException">It does, but a number in it cannot be read.</exception>
    internal bool TryAddStatistics(PSObject input, out bool isFirst)
    {
        isFirst = false;
        if (ReadStatistics(input) is not { } statistics)
        {
            return false;
        }

        if (!_statistics.TryGetValue(statistics.Psid, out List<VariabilityStatistics>? bands))
        {
            _statistics.Add(statistics.Psid, bands = []);
            isFirst = true;
        }

        bands.RemoveAll(one => one.Band == statistics.Band);
        bands.Add(statistics);
        return true;
    }

    /// <summary>The star's Gaia source, the nearest of several; null where none came.</summary>
    internal GaiaMatch? GaiaOf(long psid) => _gaia.GetValueOrDefault(psid);

    /// <summary>How the star varies, by band, all bands together at the end; empty where nothing came.</summary>
    internal IReadOnlyList<VariabilityStatistics> StatisticsOf(long psid) =>
    [
        .. _statistics.GetValueOrDefault(psid, [])
            .OrderBy(one => one.Band == Variability.AllBands)
            .ThenBy(one => Band.Order(one.Band)),
    ];

    private static GaiaMatch? ReadGaia(PSObject input) =>
        (input.BaseObject as GaiaMatch ?? GaiaRow.Read(input)) is { Psid: > 0 } match ? match : null;

    private static VariabilityStatistics? ReadStatistics(PSObject input) =>
        VariabilityRow.Read(input) is { Psid: > 0 } statistics ? statistics : null;

    private void Add(GaiaMatch match)
    {
        if (!_gaia.TryGetValue(match.Psid, out GaiaMatch? there) || match.Separation < there.Separation)
        {
            _gaia[match.Psid] = match;
        }
    }
}
