using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// What goes into an archive at a time: all of it, or nothing. What was held of a key gives way to what is put, unless it
/// says more.
/// </summary>
internal sealed class ArchiveBatch : IDisposable
{
    private static readonly JsonSerializerOptions Filters =
        new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly BlobWriter _blob = new();
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
        _statements.Run("INSERT INTO source (name) VALUES ($1) ON CONFLICT DO NOTHING", source);
        _source = Find("SELECT id FROM source WHERE name = $1", source)!.Value;
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
        _blob.Clear();
        if (star is not null)
        {
            Mark(star.Synthetic);
            ObjectBlob.Write(_blob, star);
        }

        bool isHeld = Find("SELECT zone FROM object WHERE psid = $1", psid) is not null;
        _statements.Run(
            "INSERT INTO object (psid, zone, ra, source, asked, checksum, blob) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            + " ON CONFLICT DO UPDATE SET zone = excluded.zone, ra = excluded.ra, source = excluded.source,"
            + " asked = excluded.asked, checksum = excluded.checksum, blob = excluded.blob WHERE excluded.asked >= asked",
            psid,
            OrNull(star, SkyZone.Of(star?.Dec ?? 0, SkyZone.OfStars)),
            OrNull(star, star?.Ra ?? 0),
            _source,
            _asked,
            OrNull(star, Checksum.Of(_blob.Written, psid)),
            OrNull(star, _blob.Written.ToArray()));
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
        (long held, string[] others, LightCurve? whole) = AddHeld(key, bands, lightCurve);
        if (whole is not null)
        {
            Mark(whole.Synthetic);
            blob = whole == lightCurve ? blob : LightCurveBlob.Seal(whole, key);
        }

        _statements.Run(
            "INSERT INTO light_curve (key, bands, points, source, asked, checksum, blob)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO UPDATE SET bands = excluded.bands,"
            + " points = excluded.points, source = excluded.source, asked = excluded.asked,"
            + " checksum = excluded.checksum, blob = excluded.blob WHERE excluded.asked >= asked",
            key,
            string.Join(' ', bands.Concat(others).Distinct()),
            whole?.Points ?? 0,
            _source,
            _asked,
            blob?.Checksum ?? (object)DBNull.Value,
            blob?.Bytes ?? (object)DBNull.Value);
        if (whole is not null)
        {
            _changes.Points += whole.Points;
            _changes.NewLightCurves += held < 0 ? 1 : 0;
            _changes.GrownLightCurves += held >= 0 && whole.Points > held ? 1 : 0;
        }
    }

    /// <summary>All the sources of a catalogue near a star, or the closest of them.</summary>
    internal void PutMatches(long psid, ObjectMatchRequest request, IReadOnlyList<CatalogMatch> matches)
    {
        PutMatches("match", "psid", psid, sum: psid, request.Catalog, request.ClosestOnly, request.Radius, matches);
        _changes.MatchedObjects++;
    }

    /// <summary>All the stars near a source of a catalogue, or the closest of them.</summary>
    internal void PutExternalMatches(string id, ExternalMatchRequest request, IReadOnlyList<CatalogMatch> matches)
    {
        PutMatches("external_match", "id", id, sum: 0, request.Catalog, request.ClosestOnly, request.Radius, matches);
        _changes.MatchedSources++;
    }

    /// <summary>The list of the files the catalogue's makers have processed.</summary>
    internal void PutProcessingLogs(IReadOnlyCollection<ProcessingLog> logs)
    {
        foreach (ProcessingLog log in logs)
        {
            Mark(log.Synthetic);
        }

        _blob.Clear();
        ProcessingLogBlob.Write(_blob, logs);
        _statements.Run(
            "INSERT OR REPLACE INTO processing_log (id, logs, source, asked, checksum, blob)"
            + " VALUES (1, $1, $2, $3, $4, $5)",
            logs.Count,
            _source,
            _asked,
            Checksum.Of(_blob.Written, key: 0),
            _blob.Written.ToArray());
        _changes.ProcessingLogs += logs.Count;
    }

    /// <summary>Makes it last.</summary>
    internal void Commit() => _transaction.Commit();

    /// <summary>Leaves the archive as it was, unless it was committed.</summary>
    public void Dispose()
    {
        _statements.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private static object OrNull(object? held, object value) => held is null ? DBNull.Value : value;

    // A question that reaches farther says more: only one that reaches as far takes its place.
    private void PutMatches(
        string table,
        string column,
        object key,
        long sum,
        string catalog,
        bool closestOnly,
        double radius,
        IReadOnlyList<CatalogMatch> matches)
    {
        foreach (CatalogMatch match in matches)
        {
            Mark(match.Synthetic);
        }

        _blob.Clear();
        MatchBlob.Write(_blob, matches);
        _statements.Run(
            $"INSERT INTO {table} ({column}, catalog, closest, radius, matches, source, asked, checksum, blob)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            + " ON CONFLICT DO UPDATE SET radius = excluded.radius, matches = excluded.matches, source = excluded.source,"
            + " asked = excluded.asked, checksum = excluded.checksum, blob = excluded.blob"
            + " WHERE excluded.radius >= radius AND excluded.asked >= asked",
            key,
            ArchiveReader.CatalogOf(catalog),
            closestOnly ? 1 : 0,
            radius,
            matches.Count,
            _source,
            _asked,
            Checksum.Of(_blob.Written, sum),
            _blob.Written.ToArray());
    }

    // What is held in other bands stays: it was not asked now. Also tells how many exposures were held, -1 for none.
    private (long Held, string[] Others, LightCurve? Whole) AddHeld(
        long key, IReadOnlyList<string> bands, LightCurve? lightCurve)
    {
        string[] others;
        byte[] blob;
        long held;
        using (SqliteDataReader row = _statements.Read("SELECT bands, points, blob FROM light_curve WHERE key = $1", key))
        {
            if (!row.Read() || row.IsDBNull(2))
            {
                return (-1, [], lightCurve);
            }

            others = [.. row.GetString(0).Split(' ').Except(bands)];
            held = row.GetInt64(1);
            if (others.Length == 0 || lightCurve is null)
            {
                return (held, [], lightCurve);
            }

            blob = row.GetFieldValue<byte[]>(2);
        }

        var builder = new LightCurveBuilder(lightCurve.Psid) { Synthetic = lightCurve.Synthetic };
        builder.Add(LightCurveBlob.Read(blob, lightCurve.Psid, lightCurve.Synthetic).InBands(others));
        builder.Add(lightCurve);
        return (held, others, builder.Build());
    }

    private long? Find(string question, params ReadOnlySpan<object> values)
    {
        using SqliteDataReader row = _statements.Read(question, values);
        return row.Read() && !row.IsDBNull(0) ? row.GetInt64(0) : null;
    }
}
