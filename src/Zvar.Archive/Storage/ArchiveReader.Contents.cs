using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// All that an archive holds of one kind, whatever was asked for it.
/// </summary>
internal sealed partial class ArchiveReader
{
    /// <summary>
    /// All light curves: those of ZVAR by psid, the mag format first, then those of other surveys by name.
    /// </summary>
    /// <param name="onDamage">Told of each that is damaged, and left out; null where that ends it.</param>
    internal IEnumerable<LightCurve> FindLightCurves(Action<ArchiveException>? onDamage = null)
    {
        using (SqliteDataReader row =
            _statements.Read("SELECT key, checksum, blob FROM light_curve WHERE blob IS NOT NULL ORDER BY key"))
        {
            while (row.Read())
            {
                if (ReadSound(() => Read(row), onDamage) is { } lightCurve)
                {
                    yield return lightCurve;
                }
            }
        }

        using (SqliteDataReader row =
            _statements.Read("SELECT name, survey, checksum, blob FROM survey_light_curve ORDER BY name, survey"))
        {
            while (row.Read())
            {
                if (ReadSound(() => ReadOfSurvey(row), onDamage) is { } lightCurve)
                {
                    yield return lightCurve;
                }
            }
        }

        LightCurve Read(SqliteDataReader row)
        {
            long key = row.GetInt64(0);
            return LightCurveBlob.Read(ReadBlob(row, 1, key), key / 2, Synthetic);
        }

        LightCurve ReadOfSurvey(SqliteDataReader row)
        {
            var star = new SurveyStar(row.GetString(0), row.GetString(1));
            return SurveyLightCurveBlob.Read(ReadBlob(row, 2, star.Key, star.Name), star, Synthetic);
        }
    }

    /// <summary>All stars with what is held of them, by their places on the sky.</summary>
    /// <param name="onDamage">Told of each of which something is damaged, and left out.</param>
    internal IEnumerable<StarRecord> FindStars(Action<ArchiveException> onDamage)
    {
        using SqliteDataReader row = _statements.Read("SELECT psid, checksum, blob FROM object WHERE blob IS NOT NULL");
        while (row.Read())
        {
            if (ReadSound(() => ReadStar(row), onDamage) is { } star)
            {
                yield return star;
            }
        }
    }

    /// <summary>All periods that were found by this program, those of a star together.</summary>
    internal IEnumerable<PeriodCandidate> FindPeriodCandidates() =>
        FindOwnPeriodCandidates().Concat(FindPeriodCandidatesOfSurveys());

    private IEnumerable<PeriodCandidate> FindPeriodCandidatesOfSurveys()
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT name, survey, psid, checksum, blob FROM survey_period_candidate ORDER BY name, survey");
        while (row.Read())
        {
            var star = new SurveyStar(row.GetString(0), row.GetString(1));
            LightCurve lightCurve = ReadLightCurve(star) ?? Empty(row.GetInt64(2), star);
            foreach (PeriodCandidate candidate in
                PeriodCandidateBlob.Read(ReadBlob(row, 3, star.Key, star.Name), lightCurve))
            {
                yield return candidate;
            }
        }
    }

    private IEnumerable<PeriodCandidate> FindOwnPeriodCandidates()
    {
        using SqliteDataReader row =
            _statements.Read("SELECT psid, checksum, blob FROM period_candidate ORDER BY psid");
        while (row.Read())
        {
            long psid = row.GetInt64(0);
            LightCurve lightCurve = ReadLightCurve(psid, PhotometryFormat.Mag).SingleOrDefault()
                ?? new LightCurveBuilder(psid) { Synthetic = Synthetic }.Build();
            foreach (PeriodCandidate candidate in PeriodCandidateBlob.Read(ReadBlob(row, 1, psid), lightCurve))
            {
                yield return candidate;
            }
        }
    }

    private StarRecord ReadStar(SqliteDataReader row)
    {
        long psid = row.GetInt64(0);
        return new StarRecord(ReadObject(row, psid, checksum: 1))
        {
            LightCurve = ReadLightCurve(psid, PhotometryFormat.Mag).SingleOrDefault(),
            Bands = FindBands(psid, PhotometryFormat.Mag),
            Fluxes = ReadLightCurve(psid, PhotometryFormat.Flux).SingleOrDefault(),
            FluxBands = FindBands(psid, PhotometryFormat.Flux),
            Matches = [.. ReadAllMatches(psid).DistinctBy(matches => matches.Catalog)],
        };
    }

    // What says most of a catalogue comes first.
    private IEnumerable<StarMatches> ReadAllMatches(long psid)
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT catalog, extent, radius, checksum, blob FROM match WHERE psid = $1 ORDER BY extent", psid);
        while (row.Read())
        {
            string catalog = row.GetString(0);
            yield return new StarMatches(
                catalog,
                row.GetDouble(2),
                (Extent)row.GetInt32(1) == Extent.Closest,
                MatchBlob.Read(ReadBlob(row, 3, psid), catalog, Synthetic));
        }
    }

    private T? ReadSound<T>(Func<T> read, Action<ArchiveException>? onDamage)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ArchiveException error) when (error.Error == ArchiveError.ArchiveDamaged && onDamage is not null)
        {
            onDamage(error);
        }
        catch (DamagedException error) when (onDamage is not null)
        {
            onDamage(new ArchiveException(
                ArchiveError.ArchiveDamaged, $"'{_path}' is damaged: Test-ZvarArchive tells what.", error));
        }

        return null;
    }

    private LightCurve Empty(long psid, SurveyStar star) => new LightCurveBuilder(psid)
    {
        Synthetic = Synthetic,
        Origin = new PhotometryOrigin(default, MagnitudeKind.AsGiven, star.Survey.Length == 0 ? null : star.Survey),
    }.Build().Of(zvarObject: null, psid > 0 ? null : star.Name);
}
