namespace Zvar;

/// <summary>
/// How much and in what manner a star varies: the usual numbers, of its detections in one band or in all of them. What
/// cannot be told of so few detections, or without errors, is NaN. Computed by <see cref="Variability"/>.
/// </summary>
/// <remarks>
/// m is a magnitude, σ its error, t its time; n are counted. Over all bands m is a magnitude less the weighted mean of
/// its band, so that the colour of a star does not count as its variation.
/// </remarks>
public sealed record VariabilityStatistics
{
    /// <summary>The star's id; 0 where a table has none.</summary>
    public required long Psid { get; init; }

    /// <summary>The name of the position the star was found around; null where there was none.</summary>
    public string? TargetName { get; init; }

    /// <summary>The band: g, r or i; <c>all</c> for all bands together (<see cref="Variability.AllBands"/>).</summary>
    public required string Band { get; init; }

    /// <summary>How many detections were used: those with a finite magnitude and time.</summary>
    public required int Points { get; init; }

    /// <summary>
    /// How many of them have an error of the magnitude, finite and more than 0: those that what needs errors is
    /// computed of.
    /// </summary>
    public required int PointsWithError { get; init; }

    /// <summary>The time of the first of them (BJD).</summary>
    public required double FirstTime { get; init; }

    /// <summary>The time of the last of them (BJD).</summary>
    public required double LastTime { get; init; }

    /// <summary>The days from the first to the last.</summary>
    public required double Baseline { get; init; }

    /// <summary>
    /// The mean magnitude, weighted by the errors: Σ(m/σ²) / Σ(1/σ²). Points without an error are left out of it, but
    /// where none has one it is the plain mean. NaN over all bands.
    /// </summary>
    public required double WeightedMean { get; init; }

    /// <summary>The median magnitude. NaN over all bands.</summary>
    public required double Median { get; init; }

    /// <summary>
    /// The standard deviation in magnitudes, about the plain mean: √(Σ(m - ⟨m⟩)² / (n - 1)). NaN for one point.
    /// </summary>
    public required double StandardDeviation { get; init; }

    /// <summary>
    /// The amplitude in magnitudes, from peak to peak without outliers: the 95th percentile less the 5th. Percentiles
    /// lie between two points as definition 7 of Hyndman &amp; Fan 1996 (Am. Stat. 50, 361) has it, NumPy's default.
    /// </summary>
    public required double Amplitude { get; init; }

    /// <summary>
    /// The median deviation from the median in magnitudes, not scaled: median |m - median|. For normal noise 1.4826
    /// times as much is the standard deviation.
    /// </summary>
    public required double MedianAbsoluteDeviation { get; init; }

    /// <summary>The 75th percentile less the 25th, in magnitudes.</summary>
    public required double InterquartileRange { get; init; }

    /// <summary>
    /// The skewness, g₁ = m₃ / m₂^1.5 of the central moments Σ(m - ⟨m⟩)ᵏ / n. Positive where a star is mostly bright
    /// and sometimes much fainter, as in eclipses. NaN below 3 points and where all are equal.
    /// </summary>
    public required double Skewness { get; init; }

    /// <summary>
    /// The kurtosis beyond that of a normal distribution, g₂ = m₄ / m₂² - 3. NaN below 4 points and where all are
    /// equal.
    /// </summary>
    public required double ExcessKurtosis { get; init; }

    /// <summary>
    /// χ² for a star that does not vary, by degree of freedom: Σ((m - weighted mean) / σ)² / (n - 1); over all bands
    /// less 1 for each band. 1 where the errors explain the scatter.
    /// </summary>
    public required double ReducedChiSquared { get; init; }

    /// <summary>
    /// The normalized excess variance of the flux F: (S² - ⟨σ_F²⟩) / ⟨F⟩², S² = Σ(F - ⟨F⟩)² / (n - 1), with F =
    /// 10^(-0.4 m) and σ_F = 0.4 ln 10 F σ. The square of the fraction by which a star varies beyond its errors; less
    /// than 0 where these are too large. Nandra et al. 1997 (ApJ 476, 70); as in Vaughan et al. 2003 (MNRAS 345, 1271).
    /// </summary>
    public required double ExcessVariance { get; init; }

    /// <summary>
    /// Von Neumann's η, the mean square of successive differences over the variance: Σ(mᵢ₊₁ - mᵢ)² / Σ(m - ⟨m⟩)². 2 for
    /// noise, less the smoother the star varies from point to point. Von Neumann 1941 (Ann. Math. Stat. 12, 367), with
    /// n - 1 in both means, as in Sokolovsky et al. 2017 (MNRAS 464, 274). NaN below 3 points and where all are equal.
    /// </summary>
    public required double VonNeumannEta { get; init; }

    /// <summary>
    /// Stetson's J: Σ w sgn(P) √|P| / Σ w, where P = δᵢδⱼ for two exposures in different bands within an hour of each
    /// other (<see cref="Variability.PairingWindow"/>), weight 1, and P = δ² - 1 for one that has no such partner (in
    /// one band alone all are such), weight 1/2; δ = √(n / (n - 1)) (m - weighted mean) / σ of its band. Large
    /// where bands vary together; for normal noise 0 where all are pairs, -0.21 where none are. Stetson 1996 (PASP 108,
    /// 851), with a mean that is weighted by the errors alone.
    /// </summary>
    public required double StetsonJ { get; init; }

    /// <summary>
    /// Stetson's K, how peaked the δ are distributed: (Σ|δ| / n) / √(Σδ² / n). 0.798 for normal noise, 0.900 for a
    /// sine, less for eclipses. Stetson 1996 (PASP 108, 851).
    /// </summary>
    public required double StetsonK { get; init; }

    /// <summary>
    /// The steepest change from one exposure to the next in the same band, in magnitudes a day:
    /// max |mᵢ₊₁ - mᵢ| / (tᵢ₊₁ - tᵢ). Exposures of the same time have none. Richards et al. 2011 (ApJ 733, 10).
    /// </summary>
    public required double MaximumSlope { get; init; }

    /// <summary>
    /// The slope of the straight line of least squares, weighted as the mean is, in magnitudes a day; positive where
    /// the star fades. Over all bands the lines are parallel and each band has a height of its own. NaN where all is of
    /// one time. Richards et al. 2011 (ApJ 733, 10).
    /// </summary>
    public required double LinearTrend { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The numbers in a word, as in <c>145120008365555264 g: 474 points, amplitude 0.584</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Star} {Excerpt.Of(Band)}: {Points} points, amplitude {Amplitude:0.000}");

    private string Star => Psid > 0 ? FormattableString.Invariant($"{Psid}") : Excerpt.Of(TargetName ?? "no name");
}
