using System.Runtime.CompilerServices;

namespace Zvar;

/// <summary>What to leave out of a light curve before it is looked at.</summary>
public sealed record QualityCuts
{
    /// <summary>Leave out exposures that did not detect the star.</summary>
    public bool DetectionsOnly { get; init; }

    /// <summary>
    /// Leave out exposures below this signal-to-noise ratio of the total flux, and those whose ratio is not known; null
    /// to keep them.
    /// </summary>
    public double? MinSnr { get; init; }

    /// <summary>
    /// Leave out bands with fewer points than this, counted after the other cuts; null to keep them.
    /// </summary>
    public int? MinPoints { get; init; }

    /// <summary>Only these fields of the survey; empty for all.</summary>
    public IReadOnlyList<int> Fields { get; init; } = [];

    /// <summary>Only these CCDs; empty for all.</summary>
    public IReadOnlyList<int> Ccds { get; init; } = [];

    /// <summary>Only these quadrants; empty for all.</summary>
    public IReadOnlyList<int> Quads { get; init; } = [];

    /// <summary>What remains of a light curve.</summary>
    public LightCurve Apply(LightCurve lightCurve)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        return lightCurve.Take(Keep(lightCurve.Columns, Enumerable.Range(0, lightCurve.Points).ToArray()));
    }

    // Of some rows those that remain, in the same span.
    internal Span<int> Keep(PhotometryColumns columns, Span<int> rows)
    {
        rows = KeepMeasured(columns, rows);
        rows = KeepOf(Fields, columns.Integers(PhotometryColumn.Field), rows);
        rows = KeepOf(Ccds, columns.Integers(PhotometryColumn.Ccd), rows);
        rows = KeepOf(Quads, columns.Integers(PhotometryColumn.Quad), rows);
        return KeepWellCovered(columns.Band, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Span<int> KeepMeasured(PhotometryColumns columns, Span<int> rows)
    {
        if (!DetectionsOnly && MinSnr is null)
        {
            return rows;
        }

        double[] mag = columns.Numbers(PhotometryColumn.Mag);
        double[] snr = columns.Numbers(PhotometryColumn.Snr);
        (bool anyMag, bool anySnr, double minSnr) = (!DetectionsOnly, MinSnr is null, MinSnr ?? 0);
        int kept = 0;
        foreach (int row in rows)
        {
            rows[kept] = row;
            kept += (anyMag | !double.IsNaN(mag[row])) & (anySnr | snr[row] >= minSnr) ? 1 : 0;
        }

        return rows[..kept];
    }

    private static Span<int> KeepOf(IReadOnlyList<int> wanted, int[] column, Span<int> rows)
    {
        if (wanted.Count == 0)
        {
            return rows;
        }

        int kept = 0;
        foreach (int row in rows)
        {
            rows[kept] = row;
            kept += wanted.Contains(column[row]) ? 1 : 0;
        }

        return rows[..kept];
    }

    private Span<int> KeepWellCovered(string[] band, Span<int> rows)
    {
        if (MinPoints is not { } fewest)
        {
            return rows;
        }

        List<string> thin = [];
        Span<int> others = rows;
        while (others.Length > 0)
        {
            string one = band[others[0]];
            int ofOthers = others.Length;
            others = Without(one, band, others.ToArray());
            if (ofOthers - others.Length < fewest)
            {
                thin.Add(one);
            }
        }

        foreach (string one in thin)
        {
            rows = Without(one, band, rows);
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Span<int> Without(string thin, string[] band, Span<int> rows)
    {
        int kept = 0;
        foreach (int row in rows)
        {
            rows[kept] = row;
            kept += band[row] == thin ? 0 : 1;
        }

        return rows[..kept];
    }
}
