namespace Zvar.Archive;

/// <summary>Rows of another archive: where both know of something, the newer stays.</summary>
internal sealed partial class ArchiveBatch
{
    /// <summary>Copies a row.</summary>
    /// <param name="table">Of which table.</param>
    /// <param name="row">The values of all its columns.</param>
    /// <param name="source">Of whom it was asked.</param>
    internal void Copy(ArchiveTable table, object[] row, string source)
    {
        row[table.IndexOf("source")] = _source = FindSource(source);
        if (table == ArchiveTable.LightCurve && FindHeld((long)row[0]) is { } held && TryReadRow(row) is { } other
            && (held.HasMore || other.HasMore || !held.Bands.ToHashSet().SetEquals(other.Bands)))
        {
            Join((long)row[0], held, other);
            return;
        }

        bool isHeld = _statements.Has(
            $"SELECT 1 FROM {table.Name} WHERE {table.Condition}", row.AsSpan(0, table.Keys.Length));
        bool isNew = _statements.Run(table.Statement, row) > 0;
        if (isNew)
        {
            Count(table, row, isHeld);
        }
    }

    private static HeldLightCurve? TryReadRow(object[] row) => row[^1] is byte[] blob
        ? new HeldLightCurve(
            ArchiveReader.BandsOf((string)row[1]),
            (long)row[2] != 0,
            (long)row[3],
            (long)row[5],
            blob)
        : null;

    // Each band is as the newer of the two has it whole, else as the other has it whole; what neither has whole is of
    // both.
    private void Join(long key, HeldLightCurve held, HeldLightCurve other)
    {
        (HeldLightCurve newer, HeldLightCurve older) = held.Asked >= other.Asked ? (held, other) : (other, held);
        string[] ofOlder = [.. older.Bands.Except(newer.Bands)];
        LightCurve inNewer = newer.Read(key / 2, _synthetic == "1");
        inNewer = inNewer.Where(i => !ofOlder.Contains(inNewer.Band[i]));
        LightCurve inOlder = older.Read(key / 2, _synthetic == "1");
        inOlder = inOlder.Where(i => !newer.Bands.Contains(inOlder.Band[i]));
        LightCurve joined = Join(inNewer, WithoutSameExposures(inOlder, inNewer));
        string[] bands = [.. newer.Bands, .. ofOlder];
        long asked = ofOlder.Length > 0 ? older.Asked : newer.Asked;
        WriteLightCurve(key, bands, joined.Band.Except(bands).Any(), asked, joined);
        _changes.Points += joined.Points;
        _changes.GrownLightCurves += joined.Points > held.Points ? 1 : 0;
    }

    private void Count(ArchiveTable table, object[] row, bool isHeld)
    {
        long one = isHeld ? 0 : 1;
        if (table == ArchiveTable.Object && row[^1] is byte[])
        {
            _changes.NewObjects += one;
            _changes.UpdatedObjects += 1 - one;
        }
        else if (table == ArchiveTable.LightCurve && row[^1] is byte[])
        {
            _changes.NewLightCurves += one;
            _changes.Points += (long)row[3];
        }
        else if (table == ArchiveTable.Cone)
        {
            _changes.Cones++;
        }
        else if (table == ArchiveTable.Match)
        {
            _changes.MatchedObjects++;
        }
        else if (table == ArchiveTable.ExternalMatch)
        {
            _changes.MatchedSources++;
        }
        else if (table == ArchiveTable.ProcessingLog)
        {
            _changes.ProcessingLogs += (long)row[1];
        }
        else if (table == ArchiveTable.PeriodCandidate)
        {
            _changes.PeriodCandidates += (long)row[1];
        }
    }
}
