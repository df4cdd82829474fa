namespace Zvar;

/// <summary>Light curves as the service's flux format has them, from its mag format.</summary>
public static class FluxFormat
{
    /// <summary>
    /// Gives the exposures of a light curve in the mag format their zero points and reference magnitudes, by the
    /// formulas of <see cref="Photometry"/>.
    /// </summary>
    /// <param name="magnitudes">The light curve in the mag format.</param>
    /// <returns>
    /// Null where an exposure is a non-detection or lacks a number: its zero point cannot be told from it.
    /// </returns>
    public static LightCurve? TryConvert(LightCurve magnitudes)
    {
        ArgumentNullException.ThrowIfNull(magnitudes);
        var builder = new LightCurveBuilder(magnitudes.Psid, magnitudes.Points)
        {
            Synthetic = magnitudes.Synthetic,
            Origin = magnitudes.Origin,
        };
        foreach (PhotometryPoint point in magnitudes.EnumeratePoints())
        {
            double zeroPoint = Photometry.MagZeroPoint(point.Mag, point.Snr, point.FluxErr);
            double reference = Photometry.ReferenceMag(point.Snr, point.Flux, point.FluxErr);
            if (double.IsNaN(zeroPoint) || double.IsNaN(reference))
            {
                return null;
            }

            PhotometryRow row = point.ToRow();
            row.Numbers[(int)PhotometryColumn.LimitingMag] = double.NaN;
            row.Numbers[(int)PhotometryColumn.MagZeroPoint] = zeroPoint;
            row.Numbers[(int)PhotometryColumn.ReferenceMag] = reference;
            builder.Add(row);
        }

        builder.StartAt(magnitudes.FirstTime);
        return builder.Build().Of(magnitudes.Object, magnitudes.TargetName, magnitudes.Period);
    }
}
