namespace Zvar;

// Fluxes of which magnitudes are made: mag = zero point - 2.5 log10(flux). Without a zero point it is 0, and the
// gatherer counts them from their median.
internal sealed class FluxBrightness : Brightness
{
    // From here on a flux at a given place is a detection, and below it the limit is that many times its error:
    // sections 6 and 13 of arXiv:2305.16279, for ZTF.
    private const double LeastSnr = 3;
    private const double SnrOfLimit = 5;

    // One for all; NaN where a column says it.
    internal double ZeroPoint { get; init; }

    internal string? ZeroPointColumn { get; init; }

    // Whether they were measured where there may be nothing.
    internal bool IsForced { get; init; }

    internal override IEnumerable<string> OtherColumns => ZeroPointColumn is { } column ? [column] : [];

    internal override RowNotes Read(Span<double> numbers, Func<string, object?> cellOf)
    {
        double flux = CellNumber.Of(Column, cellOf(Column));
        double error = ErrorColumn is { } column ? CellNumber.Of(column, cellOf(column)) : double.NaN;
        double zeroPoint = ZeroPointColumn is { } said ? CellNumber.Of(said, cellOf(said)) : ZeroPoint;
        error = error > 0 ? error : double.NaN;
        ref double limitingMag = ref In(numbers, PhotometryColumn.LimitingMag);
        double snr = flux / error;
        bool cannotBeSeen = IsForced && !(snr >= LeastSnr);
        In(numbers, PhotometryColumn.Snr) = Measured(snr);
        if (cannotBeSeen || !(flux > 0) || double.IsNaN(zeroPoint))
        {
            limitingMag = IsForced && double.IsNaN(limitingMag)
                ? Photometry.Magnitude(SnrOfLimit * error, zeroPoint)
                : limitingMag;
            return (cannotBeSeen || !(flux <= 0), limitingMag) switch
            {
                (false, _) => RowNotes.NoPositiveFlux,
                (true, double.NaN) => RowNotes.EmptyMag,
                _ => RowNotes.None,
            };
        }

        In(numbers, PhotometryColumn.Mag) = Photometry.Magnitude(flux, zeroPoint);
        In(numbers, PhotometryColumn.MagErr) = Measured(Photometry.MagnitudeError(flux, error));
        limitingMag = double.NaN;
        return RowNotes.None;
    }

    // An infinity is no measurement.
    private static double Measured(double number) => double.IsFinite(number) ? number : double.NaN;
}
