namespace Zvar.Archive;

/// <summary>The periods that were found in a light curve as bytes.</summary>
internal static class PeriodCandidateBlob
{
    internal static void Write(BlobWriter blob, IReadOnlyCollection<PeriodCandidate> candidates)
    {
        blob.WriteCount(candidates.Count);
        foreach (PeriodCandidate one in candidates)
        {
            blob.WriteSigned(one.Rank);
            blob.WriteNumber(one.Period);
            blob.WriteNumber(one.PeriodErr);
            blob.WriteNumber(one.Frequency);
            blob.WriteText(one.Method.ToString());
            blob.WriteNumber(one.Power);
            blob.WriteNumber(one.FalseAlarmProbability);
            blob.WriteText(one.FalseAlarmKind.ToString());
            blob.WriteNumber(one.Significance);
            blob.WriteNumber(one.Score);
            blob.WriteNumber(one.Gap);
            blob.WriteText(one.Ambiguous);
            blob.WriteText(one.Relation);
            blob.WriteText(one.Alias);
            blob.WriteSigned(one.Component);
            blob.WriteSigned(one.Points);
            blob.WriteText(one.Bands);
        }
    }

    /// <summary>Reads them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="lightCurve">The light curve they were found in, as far as it is held.</param>
    internal static List<PeriodCandidate> Read(ReadOnlySpan<byte> bytes, LightCurve lightCurve)
    {
        var blob = new BlobReader(bytes);
        var candidates = new List<PeriodCandidate>();
        for (int count = blob.ReadCount(); count > 0; count--)
        {
            candidates.Add(new PeriodCandidate(lightCurve)
            {
                Rank = blob.ReadInteger(),
                Period = blob.ReadNumber(),
                PeriodErr = blob.ReadNumber(),
                Frequency = blob.ReadNumber(),
                Method = ReadName<PeriodogramMethod>(ref blob),
                Power = blob.ReadNumber(),
                FalseAlarmProbability = blob.ReadNumber(),
                FalseAlarmKind = ReadName<FalseAlarmKind>(ref blob),
                Significance = blob.ReadNumber(),
                Score = blob.ReadNumber(),
                Gap = blob.ReadNumber(),
                Ambiguous = blob.ReadText(),
                Relation = blob.ReadText(),
                Alias = blob.ReadText(),
                Component = blob.ReadInteger(),
                Points = blob.ReadInteger(),
                Bands = blob.ReadText(),
            });
        }

        return candidates;
    }

    private static T ReadName<T>(ref BlobReader blob)
        where T : struct, Enum => Enum.TryParse(blob.ReadText(), out T value) ? value : throw new DamagedException();
}
