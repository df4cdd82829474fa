using System.Globalization;
using System.Runtime.CompilerServices;

namespace Zvar.Tables;

/// <summary>
/// Answers from a HATS catalogue that <see cref="HatsCatalogWriter"/> made: from the groups of rows that a question
/// touches, and from no others. Whom the catalogue lacks is absent; of a star that it has, what was not given with it
/// (its light curve, bands, a cross-match) it cannot know, and names the star
/// (<see cref="ZvarError.NotInArchive"/>). So it does with a cone where it has no partition.
/// </summary>
public sealed class HatsSource : IZvarSource
{
    // So many stars are looked for at a time: those of one group of rows are read once.
    private const int Together = 256;

    private readonly HatsCatalog _catalog;

    private HatsSource(HatsCatalog catalog) => _catalog = catalog;

    /// <summary>Opens a catalogue.</summary>
    /// <param name="path">The folder of the collection.</param>
    /// <exception cref="TableException">There is none, it is damaged, or its columns are not ours.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static HatsSource Open(string path) => new(HatsCatalog.Open(path));

    /// <inheritdoc/>
    public string Description
    {
        get
        {
            string synthetic = _catalog.Properties.GetValueOrDefault(HatsProperties.Synthetic) switch
            {
                "all" => " (synthetic)",
                "some" => " (partly synthetic)",
                _ => "",
            };
            return $"HATS catalogue {Excerpt.Of(_catalog.Name)}{synthetic}";
        }
    }

    /// <summary>Whether any of its stars is made up.</summary>
    public bool Synthetic => _catalog.Properties.GetValueOrDefault(HatsProperties.Synthetic) is "all" or "some";

    /// <summary>How many stars it has.</summary>
    public long Stars => long.Parse(_catalog.Properties[HatsProperties.Rows], CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public SourceLimits Limits => SourceLimits.None;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConeResult> FindConesAsync(
        ConeSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        List<object> unknown = [];
        foreach ((int number, ConeTarget target) in search.Targets.Index())
        {
            List<ZvarObject>? stars = await ReadAsync(() => FindCone(target, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            if (stars is null)
            {
                unknown.Add(target);
                continue;
            }

            foreach (ZvarObject star in stars.Where(search.Filter.Matches))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new ConeResult(number, star);
            }
        }

        ThrowIfAny(unknown);
    }

    /// <inheritdoc/>
    public async Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken)
    {
        ZvarObject? star = await GetObjectsAsync([psid], cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        LightCurve? lightCurve = await GetLightCurvesAsync(new PhotometryRequest([psid], Band.All), cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return lightCurve?.Of(star, targetName: null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, CancellationToken cancellationToken) =>
        AnswerAsync<ZvarObject>(psids, HatsRows.ObjectColumns, (rows, row) => [rows.ObjectOf(row)], cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Format == PhotometryFormat.Mag
            ? AnswerAsync(
                request.Psids,
                HatsRows.MagnitudeColumns,
                (rows, row) => Cut(LightCurveOf(rows, row, request.Bands, PhotometryFormat.Mag), request),
                cancellationToken)
            : AnswerAsync(
                request.Psids,
                [.. HatsRows.MagnitudeColumns.Union(HatsRows.FluxColumns)],
                (rows, row) => Cut(
                    LightCurveOf(rows, row, request.Bands, PhotometryFormat.Flux)
                    ?? FluxesOfMagnitudes(rows, row, request.Bands),
                    request),
                cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfAny(["processing logs"]);
        yield break;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchAsync(ObjectMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            request.Psids, HatsRows.MatchColumns, (rows, row) => MatchesOf(rows, row, request), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] ids = [.. request.Ids.Distinct()];
        Dictionary<string, CatalogMatch>? sources = await ReadAsync(
            () => FindSources(request.Catalog, [.. ids], cancellationToken), cancellationToken).ConfigureAwait(false);
        if (sources is null)
        {
            ThrowIfAny(ids);
            yield break;
        }

        foreach (string id in ids)
        {
            if (!sources.TryGetValue(id, out CatalogMatch? source))
            {
                continue;
            }

            CatalogMatch[] near = await ReadAsync(
                () => FindNear(source, request.Radius, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (CatalogMatch match in request.ClosestOnly ? near.Take(1) : near)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return match;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _catalog.Dispose();
        return ValueTask.CompletedTask;
    }

    // The light curve of a row in some bands; null where it does not have all of them.
    private static LightCurve? LightCurveOf(
        HatsRows rows, int row, IReadOnlyList<string> bands, PhotometryFormat format) =>
        rows.BandsOf(row, format) is { } known && bands.All(known.Contains)
            ? rows.LightCurveOf(row, format).InBands(bands)
            : null;

    private static LightCurve? FluxesOfMagnitudes(HatsRows rows, int row, IReadOnlyList<string> bands) =>
        LightCurveOf(rows, row, bands, PhotometryFormat.Mag) is { } magnitudes
            ? FluxFormat.TryConvert(magnitudes)
            : null;

    private static IReadOnlyList<LightCurve>? Cut(LightCurve? lightCurve, PhotometryRequest request) =>
        lightCurve is null ? null : [request.QualityCuts?.Apply(lightCurve) ?? lightCurve];

    // What was asked then says what is asked now if it went as far; from the star it is told which are near enough.
    private static IReadOnlyList<CatalogMatch>? MatchesOf(HatsRows rows, int row, ObjectMatchRequest request)
    {
        if (rows.MatchesOf(row).FirstOrDefault(one =>
            string.Equals(one.Catalog, request.Catalog, StringComparison.OrdinalIgnoreCase)) is not { } held
            || held.Radius < request.Radius
            || (held.ClosestOnly && !request.ClosestOnly))
        {
            return null;
        }

        SkyPosition star = rows.PositionOf(row);
        IEnumerable<CatalogMatch> near = held.Matches.Where(match => held.Radius == request.Radius
            || star.SeparationTo(new SkyPosition(match.CatalogRa, match.CatalogDec)) <= request.Radius);
        return [.. request.ClosestOnly ? near.Take(1) : near];
    }

    // What it has comes in the order asked; what it cannot know is named when all of that has come.
    private async IAsyncEnumerable<T> AnswerAsync<T>(
        IReadOnlyList<long> psids,
        IReadOnlyList<string> columns,
        Func<HatsRows, int, IReadOnlyList<T>?> find,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<object> unknown = [];
        foreach (long[] some in psids.Distinct().Chunk(Together))
        {
            Dictionary<long, IReadOnlyList<T>?> found = await ReadAsync(
                () => FindRows(_catalog.Find(some).Values, columns, find, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            foreach (long psid in some.Where(found.ContainsKey))
            {
                if (found[psid] is not { } results)
                {
                    unknown.Add(psid);
                    continue;
                }

                foreach (T result in results)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return result;
                }
            }
        }

        ThrowIfAny(unknown);
    }

    // What is in the rows of stars that an index has.
    private Dictionary<long, IReadOnlyList<T>?> FindRows<T>(
        IEnumerable<IndexEntry> stars,
        IReadOnlyList<string> columns,
        Func<HatsRows, int, IReadOnlyList<T>?> find,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, IReadOnlyList<T>?>();
        foreach (IGrouping<ParquetGroup, long> inGroup in stars
            .SelectMany(entry => _catalog.GroupsIn(entry.Healpix, entry.Healpix + 1)
                .Select(group => (Group: group, entry.Psid)))
            .GroupBy(one => one.Group, one => one.Psid))
        {
            cancellationToken.ThrowIfCancellationRequested();
            HashSet<long> wanted = [.. inGroup];
            HatsRows rows = _catalog.Read(inGroup.Key, columns);
            for (int row = 0; row < rows.Count; row++)
            {
                if (wanted.Contains(rows.Psid[row]))
                {
                    found[rows.Psid[row]] = find(rows, row);
                }
            }
        }

        return found;
    }

    // The stars of a cone, nearest first; null where the catalogue has no partition.
    private List<ZvarObject>? FindCone(ConeTarget target, CancellationToken cancellationToken)
    {
        IReadOnlyList<(long First, long End)> ranges = HealpixCover.Ranges(target.Position, target.Radius);
        if (!ranges.Any(range => _catalog.HasPartitionIn(range.First, range.End)))
        {
            return null;
        }

        List<ZvarObject> stars = [];
        foreach (ParquetGroup group in ranges.SelectMany(range => _catalog.GroupsIn(range.First, range.End)).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            HatsRows places = _catalog.Read(group, HatsRows.PlaceColumns);
            (int Row, double Separation)[] inside =
            [
                .. Enumerable.Range(0, places.Count)
                    .Select(row => (row, target.Position.SeparationTo(places.PositionOf(row))))
                    .Where(one => one.Item2 <= target.Radius),
            ];
            if (inside.Length > 0)
            {
                HatsRows rows = _catalog.Read(group, HatsRows.ObjectColumns);
                stars.AddRange(inside.Select(one => rows.ObjectOf(one.Row) with
                {
                    TargetName = target.Name,
                    Separation = one.Separation,
                }));
            }
        }

        return [.. stars.OrderBy(star => star.Separation).ThenBy(star => star.Psid)];
    }

    // The rows of another catalogue's sources, which stand with the stars they are near to; null where no star was ever
    // matched with it.
    private Dictionary<string, CatalogMatch>? FindSources(
        string catalog, HashSet<string> ids, CancellationToken cancellationToken)
    {
        bool IsIt(string name) => string.Equals(name, catalog, StringComparison.OrdinalIgnoreCase);
        if (_catalog.MatchIndex is not { } index)
        {
            return ScanForSources(IsIt, ids, cancellationToken);
        }

        if (!index.Catalogs.Any(IsIt))
        {
            return null;
        }

        // Near to several stars it stands with each; that of the last on the sky is given.
        Dictionary<string, IndexEntry> starOf = index.Find(ids).Where(entry => IsIt(entry.Catalog))
            .GroupBy(entry => entry.Id, entry => entry.Star)
            .ToDictionary(source => source.Key, source => source.MaxBy(star => (star.Healpix, star.Psid)));
        Dictionary<long, IReadOnlyList<CatalogMatch>?> matches = FindRows<CatalogMatch>(
            starOf.Values.Distinct(), HatsRows.MatchColumns, (rows, row) => rows.SourceRowsOf(row), cancellationToken);
        return starOf.ToDictionary(
            source => source.Key,
            source => matches.GetValueOrDefault(source.Value.Psid)
                ?.LastOrDefault(match => match.Id == source.Key && IsIt(match.Catalog))
                ?? throw new TableException(
                    TableError.TableDamaged, $"The index says of {Excerpt.Of(source.Key)} what is not so."));
    }

    // The same without an index, which catalogues have not that were written before there was one.
    private Dictionary<string, CatalogMatch>? ScanForSources(
        Func<string, bool> isIt, HashSet<string> ids, CancellationToken cancellationToken)
    {
        bool isKnown = false;
        var sources = new Dictionary<string, CatalogMatch>();
        foreach (ParquetGroup group in _catalog.Groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            HatsRows rows = _catalog.Read(group, HatsRows.SourceColumns);
            isKnown |= Enumerable.Range(0, rows.Count).SelectMany(rows.CatalogsOf).Any(isIt);
            int[] having =
            [
                .. Enumerable.Range(0, rows.Count).Where(row =>
                    rows.SourcesOf(row).Any(source => isIt(source.Catalog) && ids.Contains(source.Id))),
            ];
            if (having.Length == 0)
            {
                continue;
            }

            HatsRows whole = _catalog.Read(group, HatsRows.MatchColumns);
            foreach (CatalogMatch match in having.SelectMany(whole.SourceRowsOf)
                .Where(match => isIt(match.Catalog) && ids.Contains(match.Id!)))
            {
                sources[match.Id!] = match;
            }
        }

        return isKnown ? sources : null;
    }

    // The stars near a source; where there are none, the source alone.
    private CatalogMatch[] FindNear(CatalogMatch source, double radius, CancellationToken cancellationToken)
    {
        var row = new CatalogRow(source.Id!, source.CatalogRa, source.CatalogDec, source.GetRow());
        var cone = new ConeTarget(null, new SkyPosition(row.Ra, row.Dec), radius);
        CatalogMatch[] near =
        [
            .. (FindCone(cone, cancellationToken) ?? [])
                .Select(star => star with { Separation = double.NaN })
                .Select(star => (star.Synthetic, Match: CatalogMatch.Create(star.Psid, source.Catalog, row, star)))
                .Select(one => one.Synthetic ? one.Match.AsSynthetic() : one.Match)
                .OrderBy(match => match.Separation).ThenBy(match => match.Psid),
        ];
        if (near.Length > 0)
        {
            return near;
        }

        var alone = CatalogMatch.Create(0, source.Catalog, row, zvarObject: null);
        return [source.Synthetic ? alone.AsSynthetic() : alone];
    }

    private async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TableException or IOException or System.Text.Json.JsonException)
        {
            throw Damaged(error);
        }
    }

    private ZvarException Damaged(Exception error) => new(
        ZvarError.ArchiveDamaged,
        $"The HATS catalogue '{_catalog.Path}' cannot be read: a file of it is damaged, or was taken away since it was"
        + " added to twice. Connect again; if that does not help, export it anew.",
        error);

    private void ThrowIfAny(IReadOnlyList<object> unknown)
    {
        if (unknown.Count > 0)
        {
            throw new ZvarException(
                ZvarError.NotInArchive,
                $"The HATS catalogue '{_catalog.Path}' was not given this. Ask the service for it, or add it with"
                + " Export-ZvarCatalog.")
            {
                Keys = unknown,
            };
        }
    }
}
