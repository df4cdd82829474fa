namespace Zvar.Tables;

// The columns that say where photometry is from, and what its numbers are therefore.
internal static class OriginColumns
{
    internal static IReadOnlyList<Column<PhotometryOrigin>> All { get; } =
    [
        new(
            nameof(LightCurve.TimeSystem),
            ColumnType.Text,
            "How the times are counted, which are full Julian dates",
            origin => origin.TimeSystem.ToString())
        {
            Ucd = "meta.code;time.epoch",
        },
        new(
            nameof(LightCurve.MagnitudeKind),
            ColumnType.Text,
            "What the magnitudes are",
            origin => origin.MagnitudeKind.ToString())
        {
            Ucd = "meta.code;phot.mag",
        },
        new(
            nameof(LightCurve.Source),
            ColumnType.Text,
            "Which survey the table was taken for, and by which columns",
            origin => origin.Source)
        {
            Ucd = "meta.bib",
        },
    ];

    // Beside these columns, what those of photometry are is what each row says.
    internal static Column Beside(Column column) => column.Name switch
    {
        nameof(PhotometryPoint.Time) => column with
        {
            Description = "Time, a full Julian date, counted as TimeSystem says",
        },
        nameof(PhotometryPoint.Mag) => column with { Description = "Magnitude, of the kind that MagnitudeKind says" },
        _ => column,
    };

    // What the cells say, as far as there are such columns.
    internal static PhotometryOrigin Read(Func<string, object?> cellOf)
    {
        if (cellOf(nameof(LightCurve.TimeSystem)) is not string system)
        {
            return PhotometryOrigin.Zvar;
        }

        return TimeSystem.TryParse(system, out TimeSystem time)
            && Enum.TryParse(cellOf(nameof(LightCurve.MagnitudeKind)) as string, out MagnitudeKind kind)
            ? new PhotometryOrigin(time, kind, cellOf(nameof(LightCurve.Source)) as string)
            : throw new TableException(
                TableError.TableDamaged,
                $"'{Excerpt.Of(system)}' is no TimeSystem of a light curve, or its MagnitudeKind is none.");
    }
}
