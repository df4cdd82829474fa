namespace Zvar.Http;

// The fields of a point. Those up to ReferenceMag are numbers, those from Field to Quad whole numbers.
internal enum PointField
{
    Time,
    Mag,
    MagErr,
    LimitingMag,
    Flux,
    FluxErr,
    Snr,
    MagZeroPoint,
    ReferenceMag,
    Field,
    Ccd,
    Quad,
    Band,
    Unknown,
}

// The values of one point on their way from the wire into a light curve.
internal sealed class PointValues
{
    internal const int NumberCount = (int)PointField.ReferenceMag + 1;
    internal const int IntegerCount = (int)PointField.Quad - (int)PointField.Field + 1;

    // One place more than there are numbers: it takes the numbers of fields we do not know.
    internal readonly double[] Numbers = new double[NumberCount + 1];
    internal readonly int[] Integers = new int[IntegerCount];
    internal string Band = "";

    internal void Clear()
    {
        Numbers.AsSpan().Fill(double.NaN);
        Integers.AsSpan().Clear();
        Band = "";
    }

    internal PhotometryRow ToRow(PhotometryFormat format)
    {
        double Number(PointField field) => Numbers[(int)field];
        PhotometryRow row = format == PhotometryFormat.Flux
            ? PhotometryRow.FromFlux(
                Number(PointField.Time),
                Number(PointField.Flux),
                Number(PointField.FluxErr),
                Number(PointField.MagZeroPoint),
                Number(PointField.ReferenceMag))
            : new PhotometryRow
            {
                Time = Number(PointField.Time),
                Mag = Number(PointField.Mag),
                MagErr = Number(PointField.MagErr),
                LimitingMag = Number(PointField.LimitingMag),
                Flux = Number(PointField.Flux),
                FluxErr = Number(PointField.FluxErr),
                Snr = Number(PointField.Snr),
                MagZeroPoint = Number(PointField.MagZeroPoint),
                ReferenceMag = Number(PointField.ReferenceMag),
            };
        return row with
        {
            Band = Band,
            Field = Integers[0],
            Ccd = Integers[1],
            Quad = Integers[2],
        };
    }
}
