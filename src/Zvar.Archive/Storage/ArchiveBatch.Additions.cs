using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// What comes without the question it answers: it adds to what is held, and takes the place of nothing whole.
/// </summary>
internal sealed partial class ArchiveBatch
{
    /// <summary>Puts all of an addition.</summary>
    internal void Put(ArchiveAddition addition)
    {
        foreach (ZvarObject star in addition.Objects)
        {
            PutObject(star.Psid, star with { TargetName = null, Separation = double.NaN });
        }

        foreach (LightCurve lightCurve in addition.LightCurves)
        {
            if (SurveyStar.Of(lightCurve) is { } star)
            {
                PutSomeOf(star, lightCurve);
            }
            else
            {
                PutSomeOf(lightCurve);
            }
        }

        foreach (IGrouping<(long Psid, string Catalog), CatalogMatch> matches in addition.Matches
            .GroupBy(match => (match.Psid, ArchiveReader.CatalogOf(match.Catalog))))
        {
            PutSomeMatches(matches.Key.Psid, matches.Key.Catalog, [.. matches]);
        }

        if (addition.ProcessingLogs.Count > 0)
        {
            PutSomeProcessingLogs(addition.ProcessingLogs);
        }

        foreach (IGrouping<(SurveyStar? Star, long Psid), PeriodCandidate> candidates in addition.PeriodCandidates
            .GroupBy(one => (SurveyStar.Of(one.GetLightCurve()), one.Psid)))
        {
            PutPeriodCandidates(candidates.Key.Psid, candidates.Key.Star, [.. candidates]);
        }
    }

    // The flux format alone has zero points.
    private static PhotometryFormat FormatOf(LightCurve lightCurve) =>
        lightCurve.Points > 0 && Array.Exists(lightCurve.MagZeroPoint, double.IsFinite)
            ? PhotometryFormat.Flux
            : PhotometryFormat.Mag;

    private static LightCurve WithoutSameExposures(LightCurve lightCurve, LightCurve newer)
    {
        HashSet<(long, string, int, int, int)> exposures =
            [.. Enumerable.Range(0, newer.Points).Select(i => Key(newer, i))];
        return lightCurve.Where(i => !exposures.Contains(Key(lightCurve, i)));

        static (long, string, int, int, int) Key(LightCurve curve, int i) =>
            (BitConverter.DoubleToInt64Bits(curve.Time[i]), curve.Band[i], curve.Field[i], curve.Ccd[i], curve.Quad[i]);
    }

    private void PutSomeOf(LightCurve lightCurve)
    {
        long key = ArchiveReader.KeyOf(lightCurve.Psid, FormatOf(lightCurve));
        HeldLightCurve? held = FindHeld(key);
        LightCurve more = lightCurve.Where(i => held?.Bands.Contains(lightCurve.Band[i]) != true);
        if (held is not null && more.Points == 0)
        {
            return;
        }

        LightCurve joined = held is null
            ? more
            : Join(more, WithoutSameExposures(held.Read(lightCurve.Psid, more.Synthetic), more));
        WriteLightCurve(key, held?.Bands ?? [], hasMore: true, Math.Max(_asked, held?.Asked ?? 0), joined);
        _changes.Points += more.Points;
        _changes.NewLightCurves += held is null ? 1 : 0;
        _changes.GrownLightCurves += joined.Points > held?.Points ? 1 : 0;
    }

    private void PutSomeOf(SurveyStar star, LightCurve lightCurve)
    {
        Mark(lightCurve.Synthetic);
        LightCurve? held = FindHeld(star);
        LightCurve joined = held is null
            ? lightCurve
            : Join(lightCurve, WithoutSameExposures(held, lightCurve)).Of(zvarObject: null, lightCurve.TargetName);
        Sealed blob = SurveyLightCurveBlob.Seal(joined, star);
        _statements.Run(
            "INSERT OR REPLACE INTO survey_light_curve (name, survey, psid, points, source, asked, checksum, blob)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            star.Name,
            star.Survey,
            joined.Psid,
            joined.Points,
            _source,
            _asked,
            blob.Checksum,
            blob.Bytes);
        _changes.Points += lightCurve.Points;
        _changes.NewLightCurves += held is null ? 1 : 0;
        _changes.GrownLightCurves += joined.Points > held?.Points ? 1 : 0;
    }

    private LightCurve? FindHeld(SurveyStar star)
    {
        using SqliteDataReader row = _statements.Read(
            "SELECT checksum, blob FROM survey_light_curve WHERE name = $1 AND survey = $2", star.Name, star.Survey);
        return row.Read() && ReadSound(row, 0, star.Key) is { } blob
            ? SurveyLightCurveBlob.Read(blob, star, synthetic: _synthetic == "1")
            : null;
    }

    private void PutSomeMatches(long psid, string catalog, IReadOnlyList<CatalogMatch> matches)
    {
        using (SqliteDataReader row = _statements.Read(
            "SELECT checksum, blob FROM match WHERE psid = $1 AND catalog = $2 AND extent = $3",
            psid,
            catalog,
            (int)Extent.Some))
        {
            if (row.Read() && ReadSound(row, 0, psid) is { } blob)
            {
                List<CatalogMatch> held = MatchBlob.Read(blob, catalog, matches[0].Synthetic);
                matches = [.. matches.Concat(held).DistinctBy(match => match.Id)];
            }
        }

        PutMatches("match", "psid", psid, sum: psid, catalog, Extent.Some, radius: 0, matches);
        _changes.MatchedObjects++;
    }

    private void PutSomeProcessingLogs(IEnumerable<ProcessingLog> logs)
    {
        using (SqliteDataReader row =
            _statements.Read("SELECT checksum, blob FROM processing_log WHERE extent = $1", (int)Extent.Some))
        {
            if (row.Read() && ReadSound(row, 0, (long)Extent.Some) is { } blob)
            {
                logs = logs.Concat(ProcessingLogBlob.Read(blob, synthetic: _synthetic == "1"));
            }
        }

        PutProcessingLogs([.. logs.DistinctBy(log => (log.Field, log.Ccd, log.Quad, log.Band))], Extent.Some);
    }

    private void PutPeriodCandidates(long psid, SurveyStar? star, IReadOnlyCollection<PeriodCandidate> candidates)
    {
        Mark(candidates.First().Synthetic);
        var blob = Sealed.Of(star?.Key ?? psid, written => PeriodCandidateBlob.Write(written, candidates));
        if (star is null)
        {
            _statements.Run(
                "INSERT OR REPLACE INTO period_candidate (psid, candidates, source, asked, checksum, blob)"
                + " VALUES ($1, $2, $3, $4, $5, $6)",
                psid,
                candidates.Count,
                _source,
                _asked,
                blob.Checksum,
                blob.Bytes);
        }
        else
        {
            _statements.Run(
                "INSERT OR REPLACE INTO survey_period_candidate"
                + " (name, survey, psid, candidates, source, asked, checksum, blob)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                star.Name,
                star.Survey,
                psid,
                candidates.Count,
                _source,
                _asked,
                blob.Checksum,
                blob.Bytes);
        }

        _changes.PeriodCandidates += candidates.Count;
    }
}
