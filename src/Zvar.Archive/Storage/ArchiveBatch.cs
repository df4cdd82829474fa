using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// What goes into an archive at a time: all of it, or nothing. What was held of a key gives way to what is put,
/// unless it says more.
/// </summary>
internal sealed partial class ArchiveBatch : IDisposable
{
    private static readonly JsonSerializerOptions Filters =
        new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Dictionary<string, long> _sources = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Statements _statements;
    private readonly ArchiveChanges _changes;
    private readonly string _path;
    private long _asked;
    private long _source;
    private string? _synthetic;

    /// <summary>Makes an empty batch.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="changes">Where what changes is counted.</param>
    internal ArchiveBatch(ArchiveFile file, ArchiveChanges changes)
    {
        (_path, _changes) = (file.Path, changes);
        _connection = file.Connect();
        _transaction = _connection.BeginTransaction();
        _statements = new Statements(_connection, _transaction);
        using SqliteDataReader fact = _statements.Read("SELECT value FROM fact WHERE name = $1", Fact.Synthetic);
        _synthetic = fact.Read() ? fact.GetString(0) : null;
    }

    /// <summary>Says whose answers follow.</summary>
    /// <param name="source">Of whom it was asked.</param>
    /// <param name="asked">When.</param>
    internal void Begin(string source, DateTimeOffset asked)
    {
        _asked = asked.ToUnixTimeMilliseconds();
        _source = FindSource(source);
    }

    /// <summary>Something that is true of the whole archive.</summary>
    internal void PutFact(string name, string value) =>
        _statements.Run("INSERT OR REPLACE INTO fact (name, value) VALUES ($1, $2)", name, value);

    /// <summary>Something that is true no more.</summary>
    internal void RemoveFact(string name) => _statements.Run("DELETE FROM fact WHERE name = $1", name);

    /// <summary>Says that what follows is made up, or is not.</summary>
    /// <exception cref="ArchiveException">The archive is of the other kind.</exception>
    internal void Mark(bool synthetic)
    {
        string word = synthetic ? "1" : "0";
        if (_synthetic is null)
        {
            PutFact(Fact.Synthetic, _synthetic = word);
        }
        else if (_synthetic != word)
        {
            throw new ArchiveException(
                ArchiveError.SyntheticAndReal,
                synthetic
                    ? $"'{_path}' holds real stars, and these are synthetic: save them into an archive of their own."
                    : $"'{_path}' holds synthetic stars, and these are real: save them into an archive of their own.");
        }
    }

    /// <summary>That a cone search was answered: its stars are put by themselves.</summary>
    internal void PutCone(ConeTarget target, ConeFilter filter)
    {
        _statements.Run(
            "INSERT INTO cone (ra, dec, radius, filter, source, asked, size, zone)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            + " ON CONFLICT DO UPDATE SET source = excluded.source, asked = excluded.asked",
            target.Position.Ra,
            target.Position.Dec,
            target.Radius,
            JsonSerializer.Serialize(filter, Filters),
            _source,
            _asked,
            ConeSize.Of(target.Radius),
            ConeSize.ZoneOf(target));
        _changes.Cones++;
    }

    /// <summary>A star; null where the catalogue lacks it.</summary>
    internal void PutObject(long psid, ZvarObject? star)
    {
        Sealed? blob = null;
        if (star is not null)
        {
            Mark(star.Synthetic);
            blob = Sealed.Of(psid, written => ObjectBlob.Write(written, star));
        }

        bool isHeld = Find("SELECT zone FROM object WHERE psid = $1", psid) is not null and not SkyZone.Nowhere;
        _statements.Run(
            "INSERT INTO object (psid, zone, ra, source, asked, checksum, blob) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            + " ON CONFLICT (psid) DO UPDATE SET zone = excluded.zone, ra = excluded.ra, source = excluded.source,"
            + " asked = excluded.asked, checksum = excluded.checksum, blob = excluded.blob WHERE excluded.asked >= asked",
            psid,
            star is null ? SkyZone.Nowhere : SkyZone.Of(star.Dec, SkyZone.OfStars),
            star?.Ra ?? 0,
            _source,
            _asked,
            blob?.Checksum ?? (object)DBNull.Value,
            blob?.Bytes ?? (object)DBNull.Value);
        if (star is not null)
        {
            _changes.NewObjects += isHeld ? 0 : 1;
            _changes.UpdatedObjects += isHeld ? 1 : 0;
        }
    }

    /// <summary>A light curve with all its exposures in some bands, and the same as a blob.</summary>
    /// <param name="psid">The star.</param>
    /// <param name="format">The format.</param>
    /// <param name="bands">The bands.</param>
    /// <param name="lightCurve">Null where the catalogue lacks the star.</param>
    /// <param name="blob">Null as well then.</param>
    internal void PutLightCurve(
        long psid, PhotometryFormat format, IReadOnlyList<string> bands, LightCurve? lightCurve, Sealed? blob)
    {
        long key = ArchiveReader.KeyOf(psid, format);
        HeldLightCurve? held = FindHeld(key);
        if (held?.Asked > _asked)
        {
            return;
        }

        LightCurve? whole = lightCurve;
        string[] others = [.. held?.Bands.Except(bands) ?? []];
        bool hasMore = false;
        if (lightCurve is not null && held is not null && (others.Length > 0 || held.HasMore))
        {
            // In other bands it stays as it is held: it was not asked for now.
            LightCurve kept = held.Read(psid, lightCurve.Synthetic);
            kept = kept.Where(i => !bands.Contains(kept.Band[i]));
            hasMore = kept.Band.Except(others).Any();
            whole = Join(lightCurve, kept);
        }

        WriteLightCurve(
            key, [.. bands, .. others], hasMore, _asked, whole, whole == lightCurve ? blob : null);
        if (whole is not null)
        {
            _changes.Points += whole.Points;
            _changes.NewLightCurves += held is null ? 1 : 0;
            _changes.GrownLightCurves += whole.Points > held?.Points ? 1 : 0;
        }
    }

    /// <summary>All the sources of a catalogue near a star, or the closest of them.</summary>
    internal void PutMatches(long psid, ObjectMatchRequest request, IReadOnlyList<CatalogMatch> matches)
    {
        PutMatches(
            "match", "psid", psid, sum: psid, request.Catalog, ExtentOf(request.ClosestOnly), request.Radius, matches);
        _changes.MatchedObjects++;
    }

    /// <summary>All the stars near a source of a catalogue, or the closest of them.</summary>
    internal void PutExternalMatches(string id, ExternalMatchRequest request, IReadOnlyList<CatalogMatch> matches)
    {
        PutMatches(
            "external_match", "id", id, sum: 0, request.Catalog, ExtentOf(request.ClosestOnly), request.Radius, matches);
        _changes.MatchedSources++;
    }

    /// <summary>Where a name is; who said so is whose answer it is.</summary>
    internal void PutName(ResolvedName resolved)
    {
        string name = ObjectName.Normalize(resolved.Name);
        Sealed blob = ResolvedNameBlob.Seal(resolved, name);
        _statements.Run(
            "INSERT OR REPLACE INTO resolved_name (name, source, asked, checksum, blob) VALUES ($1, $2, $3, $4, $5)",
            name,
            _source,
            _asked,
            blob.Checksum,
            blob.Bytes);
    }

    /// <summary>The list of the files the catalogue's makers have processed.</summary>
    internal void PutProcessingLogs(IReadOnlyCollection<ProcessingLog> logs) => PutProcessingLogs(logs, Extent.All);

    /// <summary>Makes it last.</summary>
    internal void Commit() => _transaction.Commit();

    /// <summary>Leaves the archive as it was, unless it was committed.</summary>
    public void Dispose()
    {
        _statements.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private static Extent ExtentOf(bool closestOnly) => closestOnly ? Extent.Closest : Extent.All;

    private void PutProcessingLogs(IReadOnlyCollection<ProcessingLog> logs, Extent extent)
    {
        foreach (ProcessingLog log in logs)
        {
            Mark(log.Synthetic);
        }

        var blob = Sealed.Of((long)extent, written => ProcessingLogBlob.Write(written, logs));
        _statements.Run(
            "INSERT OR REPLACE INTO processing_log (extent, logs, source, asked, checksum, blob)"
            + " VALUES ($1, $2, $3, $4, $5, $6)",
            (int)extent,
            logs.Count,
            _source,
            _asked,
            blob.Checksum,
            blob.Bytes);
        _changes.ProcessingLogs += logs.Count;
    }

    // A question that reaches farther says more: only one that reaches as far takes its place.
    private void PutMatches(
        string table,
        string column,
        object key,
        long sum,
        string catalog,
        Extent extent,
        double radius,
        IReadOnlyList<CatalogMatch> matches)
    {
        foreach (CatalogMatch match in matches)
        {
            Mark(match.Synthetic);
        }

        var blob = Sealed.Of(sum, written => MatchBlob.Write(written, matches));
        _statements.Run(
            $"INSERT INTO {table} ({column}, catalog, extent, radius, matches, source, asked, checksum, blob)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            + " ON CONFLICT DO UPDATE SET radius = excluded.radius, matches = excluded.matches, source = excluded.source,"
            + " asked = excluded.asked, checksum = excluded.checksum, blob = excluded.blob"
            + " WHERE excluded.radius >= radius AND excluded.asked >= asked",
            key,
            ArchiveReader.CatalogOf(catalog),
            (int)extent,
            radius,
            matches.Count,
            _source,
            _asked,
            blob.Checksum,
            blob.Bytes);
    }

    // The blob is that of the light curve, where it has been made before.
    private void WriteLightCurve(
        long key, IEnumerable<string> bands, bool hasMore, long asked, LightCurve? lightCurve, Sealed? blob = null)
    {
        if (lightCurve is not null)
        {
            Mark(lightCurve.Synthetic);
            blob ??= LightCurveBlob.Seal(lightCurve, key);
        }

        _statements.Run(
            "INSERT OR REPLACE INTO light_curve (key, bands, more, points, source, asked, checksum, blob)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            key,
            string.Join(' ', bands.Distinct()),
            hasMore ? 1 : 0,
            lightCurve?.Points ?? 0,
            _source,
            asked,
            blob?.Checksum ?? (object)DBNull.Value,
            blob?.Bytes ?? (object)DBNull.Value);
    }

    private HeldLightCurve? FindHeld(long key)
    {
        using SqliteDataReader row =
            _statements.Read("SELECT bands, more, points, asked, checksum, blob FROM light_curve WHERE key = $1", key);
        return row.Read() && ReadSound(row, 4, key) is { } blob
            ? new HeldLightCurve(
                ArchiveReader.BandsOf(row.GetString(0)),
                row.GetInt64(1) != 0,
                row.GetInt64(2),
                row.GetInt64(3),
                blob)
            : null;
    }

    // What is damaged is as if it were not there. The blob follows its checksum.
    private static byte[]? ReadSound(SqliteDataReader row, int checksum, long key) =>
        !row.IsDBNull(checksum + 1)
            && row.GetFieldValue<byte[]>(checksum + 1) is var blob
            && Checksum.Of(blob, key) == row.GetInt64(checksum)
                ? blob
                : null;

    private static LightCurve Join(LightCurve first, LightCurve second)
    {
        var builder = new LightCurveBuilder(first.Psid, first.Points + second.Points)
        {
            Synthetic = first.Synthetic,
            Origin = first.Origin.With(second.Origin),
        };
        builder.Add(first);
        builder.Add(second);
        return builder.Build();
    }

    private long FindSource(string name)
    {
        if (!_sources.TryGetValue(name, out long id))
        {
            _statements.Run("INSERT INTO source (name) VALUES ($1) ON CONFLICT DO NOTHING", name);
            _sources[name] = id = Find("SELECT id FROM source WHERE name = $1", name)!.Value;
        }

        return id;
    }

    private long? Find(string question, params ReadOnlySpan<object> values)
    {
        using SqliteDataReader row = _statements.Read(question, values);
        return row.Read() && !row.IsDBNull(0) ? row.GetInt64(0) : null;
    }

    private sealed record HeldLightCurve(string[] Bands, bool HasMore, long Points, long Asked, byte[] Blob)
    {
        internal LightCurve Read(long psid, bool synthetic) => LightCurveBlob.Read(Blob, psid, synthetic);
    }
}
