namespace Zvar;

// The exposures of a star whose fluxes have no zero point, until all have come: their magnitudes count from the median
// flux of their band, and, where each file has a scale of its own, of their file.
internal sealed class RelativeFluxes
{
    private readonly Dictionary<(string Band, object? File), List<PhotometryRow>> _rows = [];

    // An exposure whose magnitude is as if the zero point were 0; NaN where the flux is not positive.
    internal void Add(PhotometryRow row, object? file)
    {
        if (!_rows.TryGetValue((row.Band, file), out List<PhotometryRow>? rows))
        {
            _rows.Add((row.Band, file), rows = []);
        }

        rows.Add(row);
    }

    internal void TakeAll(RelativeFluxes other)
    {
        foreach (((string _, object? file), List<PhotometryRow> rows) in other._rows)
        {
            rows.ForEach(row => Add(row, file));
        }
    }

    // False where a median is not positive: nothing can be counted from it.
    internal bool AddTo(LightCurveBuilder builder)
    {
        bool isWhole = true;
        foreach (List<PhotometryRow> rows in _rows.Values)
        {
            double zero = MagnitudeOfMedian(rows);
            isWhole &= !double.IsNaN(zero);
            foreach (PhotometryRow row in rows)
            {
                PhotometryRow relative = row;
                relative.Numbers[(int)PhotometryColumn.Mag] = row.Mag - zero;
                builder.Add(relative);
            }
        }

        return isWhole;
    }

    // Fluxes are taken in units of the brightest, since no flux is too large for its magnitude.
    private static double MagnitudeOfMedian(List<PhotometryRow> rows)
    {
        double brightest = rows.Where(row => !double.IsNaN(row.Mag)).Select(row => row.Mag).DefaultIfEmpty().Min();
        double[] fluxes =
            [.. rows.Select(row => double.IsNaN(row.Mag) ? 0 : Math.Pow(10, -0.4 * (row.Mag - brightest)))];
        Array.Sort(fluxes);
        int middle = fluxes.Length / 2;
        double median = fluxes.Length % 2 == 1 ? fluxes[middle] : (fluxes[middle - 1] + fluxes[middle]) / 2;
        return Photometry.Magnitude(median, brightest);
    }
}
