namespace Zvar.Demo;

// A star that stands where a real one does. What is publicly known of it is kept to the digit; the rest is made up as
// for any other star of the demo sky.
internal sealed record PlacedStar(DemoStar Star)
{
    internal IReadOnlyDictionary<string, double> ReferenceMags { get; init; } = new Dictionary<string, double>();

    internal IReadOnlyDictionary<string, double> ZeroPoints { get; init; } = new Dictionary<string, double>();

    internal IReadOnlyList<KnownPoint> Points { get; init; } = [];

    // In the field of its first match file, where any is known.
    internal Matchfile[]? Matchfiles { get; init; }

    internal ZvarPeriod[]? Periods { get; init; }

    internal CatalogRow? Gaia { get; init; }

    // The known exposure of a time; null where there is none.
    internal PhotometryRow? PointAt(double time, DemoMatchfile file, PhotometryFormat format)
    {
        if (Points.FirstOrDefault(known => known.Time == time && known.Band == file.Band) is not { } point)
        {
            return null;
        }

        PhotometryRow row = DemoPhotometry.MakeRow(time, point.Flux, point.FluxErr, file, format);
        return format == PhotometryFormat.Flux
            ? row
            : row with { Mag = point.Mag, MagErr = point.MagErr, Snr = point.Snr };
    }

    // Keeps a made-up light curve between the magnitudes listed for the file, and makes it reach both.
    internal void KeepExtremes(PhotometryRow[] rows, DemoMatchfile file, PhotometryFormat format)
    {
        if (Matchfiles?.FirstOrDefault(entry => entry.Field == file.Field && entry.Band == file.Band) is not { } listed)
        {
            return;
        }

        double reference = Photometry.TotalFlux(0, file.ReferenceMag);
        double most = DemoPhotometry.FluxOf(listed.MinMag, file) - reference;
        double least = DemoPhotometry.FluxOf(listed.MaxMag, file) - reference;
        int brightest = 0;
        int faintest = 0;
        for (int i = 1; i < rows.Length; i++)
        {
            brightest = rows[i].Flux > rows[brightest].Flux ? i : brightest;
            faintest = rows[i].Flux < rows[faintest].Flux ? i : faintest;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double flux = i == brightest ? most : i == faintest ? least : Math.Clamp(rows[i].Flux, least, most);
            if (flux != rows[i].Flux)
            {
                rows[i] = DemoPhotometry.MakeRow(rows[i].Time, flux, rows[i].FluxErr, file, format);
            }
        }
    }
}
