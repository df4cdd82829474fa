namespace Zvar;

/// <summary>
/// All the photometry of one star, all its match files together, as columns: entry i of every column is the same
/// exposure. NaN stands for what was not measured. Made by <see cref="LightCurveBuilder"/>; the arrays are the light
/// curve's own and are not to be written to.
/// </summary>
public sealed class LightCurve
{
    internal LightCurve(long psid, PhotometryColumns columns, double firstTime)
    {
        Psid = psid;
        Columns = columns;
        FirstTime = firstTime;
    }

    /// <summary>The star's id; 0 where a table has none.</summary>
    public long Psid { get; }

    /// <summary>
    /// The name of the position the star was found around, or what a table without psids calls it; null where there was
    /// none.
    /// </summary>
    public string? TargetName { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>How many exposures there are.</summary>
    public int Points => Columns.Count;

    /// <summary>How many of them detected the star.</summary>
    public int Detections => Mag.Count(mag => !double.IsNaN(mag));

    /// <summary>The bands there are, by wavelength, as in <c>g r i</c>.</summary>
    public string Bands => string.Join(' ', GetBands());

    /// <summary>
    /// The star's first time in any band before anything was cut: where phase zero is by default.
    /// NaN for an empty light curve.
    /// </summary>
    public double FirstTime { get; }

    /// <summary>
    /// The days between the first of its exposures and the last; 0 for fewer than two. Times that are not finite do not
    /// count.
    /// </summary>
    public double Baseline
    {
        get
        {
            double[] times = Array.FindAll(Time, double.IsFinite);
            return times.Length == 0 ? 0 : times.Max() - times.Min();
        }
    }

    /// <summary>How its times are counted: of ZVAR's own, BJD.</summary>
    public TimeSystem TimeSystem => Origin.TimeSystem;

    /// <summary>What its magnitudes are: of ZVAR's own, AB magnitudes.</summary>
    public MagnitudeKind MagnitudeKind => Origin.MagnitudeKind;

    /// <summary>
    /// Which survey its table was taken for, and by which columns, as in <c>ZTF at IRSA (oid, hjd, mag,
    /// filtercode)</c>; null for what is ZVAR's own.
    /// </summary>
    public string? Source => Origin.Source;

    /// <summary>Full Julian dates in days, counted as <see cref="TimeSystem"/> says.</summary>
    public double[] Time => Columns.Numbers(PhotometryColumn.Time);

    /// <summary>Magnitude, of the kind of <see cref="MagnitudeKind"/>; NaN for a non-detection.</summary>
    public double[] Mag => Columns.Numbers(PhotometryColumn.Mag);

    /// <summary>Error of the magnitude.</summary>
    public double[] MagErr => Columns.Numbers(PhotometryColumn.MagErr);

    /// <summary>Limiting magnitude of a non-detection, in the mag format.</summary>
    public double[] LimitingMag => Columns.Numbers(PhotometryColumn.LimitingMag);

    /// <summary>Difference flux in ZVAR's own units, not janskys; no other survey's flux.</summary>
    public double[] Flux => Columns.Numbers(PhotometryColumn.Flux);

    /// <summary>Error of the difference flux.</summary>
    public double[] FluxErr => Columns.Numbers(PhotometryColumn.FluxErr);

    /// <summary>Signal-to-noise ratio of the total flux.</summary>
    public double[] Snr => Columns.Numbers(PhotometryColumn.Snr);

    /// <summary>Band: g, r or i.</summary>
    public string[] Band => Columns.Band;

    /// <summary>Survey field.</summary>
    public int[] Field => Columns.Integers(PhotometryColumn.Field);

    /// <summary>CCD, 1 to 16.</summary>
    public int[] Ccd => Columns.Integers(PhotometryColumn.Ccd);

    /// <summary>Quadrant of the CCD, 1 to 4.</summary>
    public int[] Quad => Columns.Integers(PhotometryColumn.Quad);

    /// <summary>Zero point (magzp), in the flux format.</summary>
    public double[] MagZeroPoint => Columns.Numbers(PhotometryColumn.MagZeroPoint);

    /// <summary>Reference magnitude (mag_ref), in the flux format.</summary>
    public double[] ReferenceMag => Columns.Numbers(PhotometryColumn.ReferenceMag);

    /// <summary>The star, where it is known: its periods go with its light curve.</summary>
    public ZvarObject? Object { get; init; }

    /// <summary>
    /// A period to fold it at that came with it, in days: that of a row which named the star; null where none did.
    /// </summary>
    public double? Period { get; init; }

    internal PhotometryColumns Columns { get; }

    internal PhotometryOrigin Origin { get; init; } = PhotometryOrigin.Zvar;

    /// <summary>
    /// Where its photometry is from: <see cref="TimeSystem"/>, <see cref="MagnitudeKind"/>, <see cref="Source"/>.
    /// </summary>
    public PhotometryOrigin GetOrigin() => Origin;

    /// <summary>A column of doubles.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column holds no doubles.</exception>
    public double[] GetNumbers(PhotometryColumn column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)column, PhotometryTable.NumberColumns);
        return Columns.Numbers(column);
    }

    /// <summary>A column of whole numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column holds no whole numbers.</exception>
    public int[] GetIntegers(PhotometryColumn column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)column, PhotometryTable.NumberColumns);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)column, (int)PhotometryColumn.Band);
        return Columns.Integers(column);
    }

    /// <summary>The bands there are, by wavelength.</summary>
    public IReadOnlyList<string> GetBands() => [.. Band.Distinct().OrderBy(Zvar.Band.Order)];

    /// <summary>The exposures one by one: a table's rows, made as they are asked for.</summary>
    public IEnumerable<PhotometryPoint> EnumeratePoints()
    {
        for (int i = 0; i < Points; i++)
        {
            yield return new PhotometryPoint(this, i);
        }
    }

    /// <summary>The light curve of some of its exposures. <see cref="FirstTime"/> stays what it was.</summary>
    /// <param name="keep">Whether to keep the exposure of an index.</param>
    public LightCurve Where(Func<int, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return Take(Enumerable.Range(0, Points).Where(keep).ToArray());
    }

    /// <summary>The same light curve with what is known of its star.</summary>
    /// <param name="zvarObject">The star, if known.</param>
    /// <param name="targetName">The name of the position it was found around, if any.</param>
    /// <param name="period">A period to fold it at that came with it, if any, in days.</param>
    public LightCurve Of(ZvarObject? zvarObject, string? targetName, double? period = null) =>
        new(Psid, Columns, FirstTime)
        {
            Object = zvarObject,
            TargetName = targetName,
            Period = period ?? Period,
            Synthetic = Synthetic,
            Origin = Origin,
        };

    /// <summary>The same light curve marked as made up, and its star with it.</summary>
    public LightCurve AsSynthetic() => new(Psid, Columns, FirstTime)
    {
        TargetName = TargetName,
        Object = Object?.AsSynthetic(),
        Period = Period,
        Synthetic = true,
        Origin = Origin,
    };

    // The light curve of columns that are by time.
    internal static LightCurve Of(
        long psid, PhotometryColumns columns, bool synthetic, PhotometryOrigin? origin = null)
    {
        double first = columns.Numbers(PhotometryColumn.Time)
            .FirstOrDefault(time => time > double.NegativeInfinity, double.NaN);
        return new LightCurve(psid, columns, double.IsFinite(first) ? first : double.NaN)
        {
            Synthetic = synthetic,
            Origin = origin ?? PhotometryOrigin.Zvar,
        };
    }

    // What it would be if no other bands had been asked for.
    internal LightCurve InBands(IReadOnlyList<string> bands)
    {
        ReadOnlySpan<int> rows = Columns.RowsOf([.. bands]);
        return rows.Length == Points ? this : Of(Psid, Columns.Take(rows), Synthetic, Origin);
    }

    // The light curve of some rows, which are in order.
    internal LightCurve Take(ReadOnlySpan<int> rows) => rows.Length == Points
        ? this
        : new LightCurve(Psid, Columns.Take(rows), FirstTime)
        {
            TargetName = TargetName,
            Object = Object,
            Period = Period,
            Synthetic = Synthetic,
            Origin = Origin,
        };

    /// <summary>The light curve in a word.</summary>
    public override string ToString() =>
        $"{(Psid > 0 ? Psid : Excerpt.Of(TargetName ?? "no name"))}: {Points} points in {Excerpt.Of(Bands)}";
}
