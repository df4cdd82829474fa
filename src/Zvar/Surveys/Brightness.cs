namespace Zvar;

// The columns that say how bright a star was, and how they become a magnitude, its error and a limit.
internal abstract class Brightness
{
    // The column of the magnitudes, or of the fluxes they are made of.
    internal required string Column { get; init; }

    // The column of its errors; null where none has them.
    internal string? ErrorColumn { get; init; }

    // What is read but for these two.
    internal abstract IEnumerable<string> OtherColumns { get; }

    // The limit of the exposure is in its place already.
    internal abstract RowNotes Read(Span<double> numbers, Func<string, object?> cellOf);

    private protected static ref double In(Span<double> numbers, PhotometryColumn column) => ref numbers[(int)column];
}
