using System.Runtime.CompilerServices;

namespace Zvar.Http;

// The values of one point on their way from the wire into a light curve.
internal sealed class PointValues
{
    internal PhotometryRow Row = new();

    // The value of a field we do not know, which nobody reads.
    internal double Ignored;

    internal BandNames Bands { get; } = new();

    internal bool HasTime => !double.IsNaN(Row.Numbers[(int)PhotometryColumn.Time]);

    internal void Clear() => Row = new PhotometryRow();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Clear(PhotometryColumn column)
    {
        if (column <= PointField.LastNumber)
        {
            Row.Numbers[(int)column] = double.NaN;
        }
        else if (column == PhotometryColumn.Band)
        {
            Row.Band = "";
        }
        else
        {
            Row.Integers[PointField.PlaceOf(column)] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddTo(LightCurveBuilder builder, PhotometryFormat format)
    {
        if (format == PhotometryFormat.Flux)
        {
            Row.MeasureByFlux();
        }

        builder.Add(Row.Numbers, Row.Integers, Row.Band);
    }
}
