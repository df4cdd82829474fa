namespace Zvar;

// Magnitudes, or the limits that stand in their place: >14.8, or <14.8 as AAVSO writes it, or one with an error of
// 99.99 as ASAS-SN does.
internal sealed class MagnitudeBrightness : Brightness
{
    // Where there is no magnitude, photometry programs write one that no star has, mostly of nines: 99.99, -999.
    private const double LeastOfNone = 99;
    private const double MostOfNone = 1e6;

    // Nor is an error of so many magnitudes one.
    private const double LeastErrorOfNone = 9;

    // The column that says whether the magnitude is a limit.
    internal string? FainterThan { get; init; }

    // The columns of a flux and its error, where the magnitudes have no error of their own.
    internal (string Flux, string Error)? Fluxes { get; init; }

    internal override IEnumerable<string> OtherColumns =>
    [
        .. FainterThan is { } limit ? new[] { limit } : [],
        .. Fluxes is var (flux, error) ? new[] { flux, error } : [],
    ];

    internal override RowNotes Read(Span<double> numbers, Func<string, object?> cellOf)
    {
        ref double magErr = ref In(numbers, PhotometryColumn.MagErr);
        ref double limitingMag = ref In(numbers, PhotometryColumn.LimitingMag);
        magErr = ErrorColumn is { } error ? CellNumber.Of(error, cellOf(error)) : ErrorOfFlux(cellOf);
        object? cell = cellOf(Column);
        bool isLimit = FainterThan is { } column && cellOf(column) is { } said && QualityFlag.IsTrue(said);
        if (cell is string text && text.TrimStart() is ['>' or '<', .. string rest])
        {
            (cell, isLimit) = (rest, true);
        }

        double mag = CellNumber.Of(Column, cell);
        RowNotes notes = StandsForNone(mag) ? RowNotes.ImpossibleMag
            : double.IsNaN(mag) ? (double.IsNaN(limitingMag) ? RowNotes.EmptyMag : RowNotes.None)
            : magErr >= LeastOfNone && !isLimit ? RowNotes.LimitByError
            : RowNotes.None;
        isLimit |= notes == RowNotes.LimitByError;
        mag = notes == RowNotes.ImpossibleMag ? double.NaN : mag;
        limitingMag = isLimit ? mag : double.IsNaN(mag) ? limitingMag : double.NaN;
        In(numbers, PhotometryColumn.Mag) = isLimit ? double.NaN : mag;
        magErr = magErr is > 0 and < LeastErrorOfNone ? magErr : double.NaN;

        // A table without the ratio has it in its errors.
        ref double snr = ref In(numbers, PhotometryColumn.Snr);
        if (double.IsNaN(snr) && !isLimit && !double.IsNaN(mag))
        {
            snr = Photometry.SignalToNoise(magErr);
        }

        return notes;
    }

    private double ErrorOfFlux(Func<string, object?> cellOf) => Fluxes is var (flux, error)
        ? Photometry.MagnitudeError(CellNumber.Of(flux, cellOf(flux)), CellNumber.Of(error, cellOf(error)))
        : double.NaN;

    // An instrumental magnitude may be -9, but what is -9.99 to the last digit is none.
    private static bool StandsForNone(double mag) =>
        Math.Abs(mag) is >= LeastOfNone and < MostOfNone || mag is -9.99 or -9.999 or -9.9999;
}
