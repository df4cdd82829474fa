using System.Runtime.CompilerServices;

namespace Zvar.Http;

// The fields of a point: numbers, whole numbers, the band. A field we do not know counts as a number that nobody reads.
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
    Unknown,
    Field,
    Ccd,
    Quad,
    Band,
    None,
}

// The values of one point on their way from the wire into a light curve.
internal sealed class PointValues
{
    // From Time to Unknown, and from Field to Quad.
    internal readonly double[] Numbers = new double[PointField.Unknown - PointField.Time + 1];
    internal readonly int[] Integers = new int[PointField.Quad - PointField.Field + 1];
    internal string Band = "";

    internal void Clear()
    {
        Numbers.AsSpan().Fill(double.NaN);
        Integers.AsSpan().Clear();
        Band = "";
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Clear(PointField field)
    {
        if (field <= PointField.Unknown)
        {
            Numbers[(int)field] = double.NaN;
        }
        else if (field == PointField.Band)
        {
            Band = "";
        }
        else
        {
            Integers[field - PointField.Field] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal PhotometryRow ToRow(PhotometryFormat format) => format == PhotometryFormat.Flux
        ? PhotometryRow.FromFlux(
            Number(PointField.Time),
            Number(PointField.Flux),
            Number(PointField.FluxErr),
            Number(PointField.MagZeroPoint),
            Number(PointField.ReferenceMag)) with
        {
            Band = Band,
            Field = Integers[0],
            Ccd = Integers[1],
            Quad = Integers[2],
        }
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
            Band = Band,
            Field = Integers[0],
            Ccd = Integers[1],
            Quad = Integers[2],
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Number(PointField field) => Numbers[(int)field];
}
