using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zvar.Archive;

/// <summary>
/// Finds what an archive holds, a key at a time; for one question, on one thread. A search gives null where the archive
/// cannot know of the key, and nothing where it knows that there is nothing; large answers are read as they are
/// enumerated.
/// </summary>
internal sealed partial class ArchiveReader : IDisposable
{
    private readonly string _path;
    private readonly long _since;
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly Completeness _completeness;
    private bool? _synthetic;

    /// <summary>Opens a connection.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="since">What was asked before is not known; null for all there is.</param>
    /// <param name="completeness">How complete answers have to be; null for all there is.</param>
    internal ArchiveReader(ArchiveFile file, DateTimeOffset? since, Completeness? completeness = null)
    {
        _completeness = completeness ?? new Completeness();
        (_path, _since) = (file.Path, since?.ToUnixTimeMilliseconds() ?? long.MinValue);
        _connection = file.Connect();
        _statements = new Statements(_connection);
    }

    /// <summary>Whether what is held is made up.</summary>
    internal bool Synthetic => _synthetic ??= FindFact(Fact.Synthetic) == "1";

    /// <summary>A fact by its name; null where it is not known.</summary>
    internal string? FindFact(string name)
    {
        using SqliteDataReader row = _statements.Read("SELECT value FROM fact WHERE name = $1", name);
        return row.Read() ? row.GetString(0) : null;
    }

    /// <summary>A star; none where the catalogue lacks it.</summary>
    internal IReadOnlyList<ZvarObject>? FindObject(long psid)
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT checksum, blob FROM object WHERE psid = $1 AND asked >= $2", psid, _since);
        return !row.Read() ? null : row.IsDBNull(1) ? [] : [ReadObject(row, psid, 0)];
    }

    /// <summary>
    /// The stars of a cone, nearest first, if a cone search that was answered holds them all, or some are enough.
    /// </summary>
    internal IEnumerable<ZvarObject>? FindCone(ConeTarget target, ConeFilter filter) =>
        _completeness.IsEnough(IsConeKnown(target, filter))
            ? InOrder(ReadAround(target).Where(filter.Matches))
            : null;

    /// <summary>A light curve; none where the catalogue lacks the star.</summary>
    internal IEnumerable<LightCurve>? FindLightCurve(long psid, PhotometryRequest request) =>
        Knows(psid, request.Format, request.Bands)
            ? ReadLightCurve(psid, request.Format).Select(whole => Cut(whole, request))
            : null;

    /// <summary>A light curve in the flux format that is held in the mag format alone, where that tells it.</summary>
    internal IEnumerable<LightCurve>? FindFluxesOfMagnitudes(long psid, PhotometryRequest request)
    {
        if (request.Format != PhotometryFormat.Flux || !Knows(psid, PhotometryFormat.Mag, request.Bands))
        {
            return null;
        }

        LightCurve[] magnitudes =
            [.. ReadLightCurve(psid, PhotometryFormat.Mag).Select(whole => whole.InBands(request.Bands))];
        LightCurve[] fluxes = [.. magnitudes.Select(FluxFormat.TryConvert).OfType<LightCurve>()];
        if (fluxes.Length == magnitudes.Length)
        {
            return fluxes.Select(whole => Cut(whole, request));
        }

        _completeness.SayMagnitudesAlone();
        return null;
    }

    /// <summary>The bands that are held of a light curve; empty where none is.</summary>
    internal string[] FindBands(long psid, PhotometryFormat format)
    {
        using SqliteDataReader row = _statements.Read("SELECT bands FROM light_curve WHERE key = $1", KeyOf(psid, format));
        return row.Read() ? BandsOf(row.GetString(0)) : [];
    }

    /// <summary>The sources of a catalogue near a star.</summary>
    internal IReadOnlyList<CatalogMatch>? FindMatches(long psid, ObjectMatchRequest request)
    {
        if (ReadMatches("match", "psid", psid, sum: psid, request.Catalog, request.Radius, request.ClosestOnly)
            is not var (held, radius))
        {
            return null;
        }

        if (radius != request.Radius && held.Count > 0)
        {
            // Narrower than was asked then: only from the star's position can it be told which are near enough.
            if (FindObject(psid) is not [var star])
            {
                return null;
            }

            held.RemoveAll(match => !(match.WithObject(star).Separation <= request.Radius));
        }

        return request.ClosestOnly ? [.. held.Take(1)] : held;
    }

    /// <summary>The stars near a source of a catalogue.</summary>
    internal IReadOnlyList<CatalogMatch>? FindExternalMatches(string id, ExternalMatchRequest request)
    {
        if (ReadMatches("external_match", "id", id, sum: 0, request.Catalog, request.Radius, request.ClosestOnly)
            is not var (held, _))
        {
            return null;
        }

        CatalogMatch[] near = [.. held.Where(match => match.Separation <= request.Radius)];
        return near.Length > 0
            ? [.. near.Take(request.ClosestOnly ? 1 : near.Length)]
            : [.. held.Take(1).Select(match => Unmatched(match))];
    }

    /// <summary>The files the catalogue's makers have processed.</summary>
    internal IReadOnlyList<ProcessingLog>? FindProcessingLogs()
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT checksum, blob, extent FROM processing_log WHERE asked >= $1 ORDER BY extent", _since);
        return row.Read() && _completeness.IsEnough((Extent)row.GetInt32(2) == Extent.All)
            ? ProcessingLogBlob.Read(ReadBlob(row, 0, row.GetInt64(2)), Synthetic)
            : null;
    }

    /// <summary>Where a name is; null where nobody was asked, or it was told longer ago.</summary>
    internal ResolvedName? FindName(string name)
    {
        string key = ObjectName.Normalize(name);
        using SqliteDataReader row = _statements.Read(
            "SELECT (SELECT name FROM source WHERE id = source), checksum, blob FROM resolved_name"
            + " WHERE name = $1 AND asked >= $2",
            key,
            _since);
        return row.Read()
            ? ResolvedNameBlob.Read(ReadBlob(row, 1, Checksum.KeyOf(key), name), name, row.GetString(0))
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    /// <summary>What was asked for of the stars around a cone's centre, nearest first.</summary>
    internal static IEnumerable<ZvarObject> Cut(IEnumerable<ZvarObject> stars, ConeTarget target, ConeFilter filter) =>
        InOrder(stars
            .Select(star => star with
            {
                TargetName = target.Name,
                Separation = target.Position.SeparationTo(star.GetPosition()),
            })
            .Where(star => star.Separation <= target.Radius && filter.Matches(star)));

    /// <summary>What was asked for of all that is kept of a light curve.</summary>
    internal static LightCurve Cut(LightCurve whole, PhotometryRequest request)
    {
        LightCurve inBands = whole.InBands(request.Bands);
        return request.QualityCuts?.Apply(inBands) ?? inBands;
    }

    /// <summary>The key of a light curve.</summary>
    internal static long KeyOf(long psid, PhotometryFormat format) =>
        (2 * psid) + (format == PhotometryFormat.Flux ? 1 : 0);

    /// <summary>A catalogue's name is the same in capitals.</summary>
    internal static string CatalogOf(string name) => name.ToLowerInvariant();

    /// <summary>The bands of a light curve's row, in which it is whole.</summary>
    internal static string[] BandsOf(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<ZvarObject> InOrder(IEnumerable<ZvarObject> stars) =>
        stars.OrderBy(star => star.Separation).ThenBy(star => star.Psid);

    private static CatalogMatch Unmatched(CatalogMatch match)
    {
        var row = new CatalogRow(match.Id!, match.CatalogRa, match.CatalogDec, match.GetRow());
        var alone = CatalogMatch.Create(0, match.Catalog, row, zvarObject: null);
        return match.Synthetic ? alone.AsSynthetic() : alone;
    }

    // Whether it is held in some bands.
    private bool Knows(long psid, PhotometryFormat format, IReadOnlyList<string> bands)
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT bands FROM light_curve WHERE key = $1 AND asked >= $2", KeyOf(psid, format), _since);
        return row.Read() && _completeness.IsEnough(bands.All(BandsOf(row.GetString(0)).Contains));
    }

    private IEnumerable<LightCurve> ReadLightCurve(long psid, PhotometryFormat format)
    {
        long key = KeyOf(psid, format);
        using SqliteDataReader row = _statements.Read("SELECT checksum, blob FROM light_curve WHERE key = $1", key);
        if (row.Read() && !row.IsDBNull(1))
        {
            yield return LightCurveBlob.Read(ReadBlob(row, 0, key), psid, Synthetic);
        }
    }

    private LightCurve? ReadLightCurve(SurveyStar star)
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT checksum, blob FROM survey_light_curve WHERE name = $1 AND survey = $2", star.Name, star.Survey);
        return row.Read()
            ? SurveyLightCurveBlob.Read(ReadBlob(row, 0, star.Key, star.Name), star, Synthetic)
            : null;
    }

    // The matches of the question that says most of those that are enough, and the radius it was asked with; where
    // some are enough, those of all.
    private (List<CatalogMatch> Held, double Radius)? ReadMatches(
        string table, string column, object key, long sum, string catalog, double radius, bool closestOnly)
    {
        using SqliteDataReader row = _statements.Read(
            $"SELECT extent, radius, checksum, blob FROM {table} WHERE {column} = $1 AND catalog = $2 AND asked >= $3"
            + " ORDER BY extent",
            key,
            CatalogOf(catalog),
            _since);
        List<CatalogMatch> some = [];
        double? asked = null;
        while (row.Read())
        {
            bool isWhole = row.GetDouble(1) >= radius
                && (Extent)row.GetInt32(0) <= (closestOnly ? Extent.Closest : Extent.All);
            if (!isWhole && !_completeness.IsSomeEnough)
            {
                continue;
            }

            List<CatalogMatch> held = MatchBlob.Read(ReadBlob(row, 2, sum), CatalogOf(catalog), Synthetic);
            if (isWhole)
            {
                return (held, row.GetDouble(1));
            }

            some.AddRange(held);
            asked ??= row.GetDouble(1);
        }

        return asked is { } first && _completeness.IsEnough(isWhole: false)
            ? ([.. some.DistinctBy(match => (match.Psid, match.Id))], first)
            : null;
    }

    // Those that are held, whether or not they are all there are.
    private IEnumerable<ZvarObject> ReadAround(ConeTarget target)
    {
        foreach ((int zone, double from, double to) in SkyZone.Cover(
            target.Position, target.Radius, SkyZone.OfStars))
        {
            using SqliteDataReader row = _statements.Read(
                "SELECT psid, checksum, blob FROM object WHERE zone = $1 AND ra BETWEEN $2 AND $3", zone, from, to);
            while (row.Read())
            {
                if (ReadObjectIn(target, row) is { } star)
                {
                    yield return star;
                }
            }
        }
    }

    private ZvarObject? ReadObjectIn(ConeTarget target, SqliteDataReader row)
    {
        long psid = row.GetInt64(0);
        var blob = new BlobReader(ReadBlob(row, 1, psid));
        SkyPosition position = ObjectBlob.ReadPosition(blob);
        double separation = target.Position.SeparationTo(position);
        return separation <= target.Radius
            ? ObjectBlob.Read(ref blob, psid, Synthetic, target.Name, separation)
            : null;
    }

    private bool IsConeKnown(ConeTarget target, ConeFilter filter)
    {
        for (int? size = FindSize(ConeSize.Of(target.Radius)); size is { } held; size = FindSize(held + 1))
        {
            if (IsConeKnown(target, filter, held))
            {
                return true;
            }
        }

        return false;
    }

    // The cones of a size that hold a target are no farther from it than they are wide.
    private bool IsConeKnown(ConeTarget target, ConeFilter filter, int size)
    {
        double width = ConeSize.LargestOf(size);
        foreach ((int zone, double from, double to) in SkyZone.Cover(target.Position, width, width))
        {
            using SqliteDataReader row = _statements.Read(
                "SELECT ra, dec, radius, filter FROM cone WHERE size = $1 AND zone = $2 AND ra BETWEEN $3 AND $4"
                + " AND radius >= $5 AND asked >= $6",
                size,
                zone,
                from,
                to,
                target.Radius,
                _since);
            while (row.Read())
            {
                var centre = new SkyPosition(row.GetDouble(0), row.GetDouble(1));
                if (centre.SeparationTo(target.Position) + target.Radius <= row.GetDouble(2)
                    && JsonSerializer.Deserialize<ConeFilter>(row.GetString(3))!.Includes(filter))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int? FindSize(int least)
    {
        using SqliteDataReader row = _statements.Read("SELECT min(size) FROM cone WHERE size >= $1", least);
        return row.Read() && !row.IsDBNull(0) ? row.GetInt32(0) : null;
    }

    private ZvarObject ReadObject(SqliteDataReader row, long psid, int checksum)
    {
        var blob = new BlobReader(ReadBlob(row, checksum, psid));
        return ObjectBlob.Read(ref blob, psid, Synthetic);
    }

    // The blob follows its checksum. It is SQLite's own, until the next row.
    private ReadOnlySpan<byte> ReadBlob(SqliteDataReader row, int checksum, long key, string? name = null)
    {
        ReadOnlySpan<byte> blob = raw.sqlite3_column_blob(row.Handle, checksum + 1);
        return Checksum.Of(blob, key) == row.GetInt64(checksum)
            ? blob
            : throw new ArchiveException(
                ArchiveError.ArchiveDamaged,
                $"'{_path}' is damaged: its checksum says that something of {Excerpt.Of(name ?? $"{key}")} is"
                + " not what was saved.");
    }
}
