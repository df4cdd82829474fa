using System.Collections.Frozen;
using static Zvar.ColumnType;

namespace Zvar;

/// <summary>
/// The columns of a table of <see cref="PhotometryPoint"/>, and which of them a light curve keeps, the service's
/// formats carry, and what the service calls them.
/// </summary>
public static class PhotometryTable
{
    /// <summary>How many of the columns a light curve keeps are doubles: the first of them.</summary>
    public const int NumberColumns = (int)PhotometryColumn.ReferenceMag + 1;

    /// <summary>How many are whole numbers: those after the doubles.</summary>
    public const int IntegerColumns = (int)PhotometryColumn.Quad + 1 - NumberColumns;

    private const string FluxUcd = "phot.flux;arith.diff;em.opt";

    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<PhotometryPoint>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", point => point.Psid) { Ucd = Ucd.ObjectId },
        new("Time", Real, "Barycentric Julian date", point => point.Time)
        {
            ServiceName = ServiceName.Time, Unit = "d", Ucd = Ucd.Time,
        },
        new("Mag", Real, "AB magnitude", point => point.Mag)
        {
            ServiceName = ServiceName.Mag, Unit = "mag", Ucd = Ucd.Mag,
        },
        new("MagErr", Real, "Error of the magnitude", point => point.MagErr)
        {
            ServiceName = ServiceName.MagErr, Unit = "mag", Ucd = Ucd.MagError,
        },
        new("LimitingMag", Real, "Limiting magnitude of a non-detection", point => point.LimitingMag)
        {
            ServiceName = ServiceName.LimitingMag, Unit = "mag", Ucd = Ucd.Faintest,
        },
        new("Flux", Real, "Difference flux in the survey's own units, not janskys", point => point.Flux)
        {
            ServiceName = ServiceName.Flux, Ucd = FluxUcd,
        },
        new("FluxErr", Real, "Error of the difference flux", point => point.FluxErr)
        {
            ServiceName = ServiceName.FluxErr, Ucd = $"stat.error;{FluxUcd}",
        },
        new("Snr", Real, "Signal-to-noise ratio of the total flux", point => point.Snr)
        {
            ServiceName = ServiceName.Snr, Ucd = "stat.snr;phot.flux;em.opt",
        },
        new("DifferenceSnr", Real, "Signal-to-noise ratio of the difference flux", point => point.DifferenceSnr)
        {
            Ucd = $"stat.snr;{FluxUcd}",
        },
        new("Detected", Logical, "Whether the object was detected", point => point.Detected) { Ucd = Ucd.Flag },
        new("Band", Text, "Filter", point => point.Band) { ServiceName = ServiceName.Band, Ucd = Ucd.Band },
        new("Field", Integer, "Survey field", point => point.Field)
        {
            ServiceName = ServiceName.Field, Ucd = Ucd.Field,
        },
        new("Ccd", Integer, "CCD, 1 to 16", point => point.Ccd) { ServiceName = ServiceName.Ccd, Ucd = Ucd.Detector },
        new("Quad", Integer, "Quadrant of the CCD, 1 to 4", point => point.Quad)
        {
            ServiceName = ServiceName.Quad, Ucd = Ucd.Detector,
        },
        new("MagZeroPoint", Real, "Zero point of the magnitudes", point => point.MagZeroPoint)
        {
            ServiceName = ServiceName.MagZeroPoint, Unit = "mag", Ucd = "arith.zp;phot.mag;em.opt",
        },
        new("ReferenceMag", Real, "Magnitude of the reference image, as the flux is", point => point.ReferenceMag)
        {
            ServiceName = ServiceName.ReferenceMag, Unit = "mag", Ucd = Ucd.Mag,
        },
        new("TargetName", Text, "Name of the position the object was found around", point => point.TargetName)
        {
            Ucd = Ucd.Id,
        },
        new("Synthetic", Logical, "Whether it is made up", point => point.Synthetic) { Ucd = Ucd.Flag },
    ];

    private static readonly FrozenDictionary<string, Column<PhotometryPoint>> ByName =
        Columns.ToFrozenDictionary(column => column.Name);

    private static readonly FrozenDictionary<string, PhotometryColumn> ByServiceName =
        Enum.GetValues<PhotometryColumn>().ToFrozenDictionary(column => Of(column).ServiceName!);

    // In the order in which the service sends them.
    private static readonly PhotometryColumn[] Magnitudes =
    [
        PhotometryColumn.Time, PhotometryColumn.Mag, PhotometryColumn.MagErr, PhotometryColumn.LimitingMag,
        PhotometryColumn.Flux, PhotometryColumn.FluxErr, PhotometryColumn.Snr, PhotometryColumn.Band,
        PhotometryColumn.Field, PhotometryColumn.Ccd, PhotometryColumn.Quad,
    ];

    private static readonly PhotometryColumn[] Fluxes =
    [
        PhotometryColumn.Time, PhotometryColumn.Flux, PhotometryColumn.FluxErr, PhotometryColumn.Snr,
        PhotometryColumn.Band, PhotometryColumn.Field, PhotometryColumn.Ccd, PhotometryColumn.Quad,
        PhotometryColumn.MagZeroPoint, PhotometryColumn.ReferenceMag,
    ];

    /// <summary>What a column is that a light curve keeps.</summary>
    public static Column<PhotometryPoint> Of(PhotometryColumn column) => ByName[column.ToString()];

    /// <summary>The columns that one of the service's formats carries, in the order in which it sends them.</summary>
    public static IReadOnlyList<PhotometryColumn> InFormat(PhotometryFormat format) =>
        format == PhotometryFormat.Flux ? Fluxes : Magnitudes;

    /// <summary>Finds the column that the service calls by a name.</summary>
    /// <returns>False where there is none.</returns>
    public static bool TryFind(ReadOnlySpan<char> serviceName, out PhotometryColumn column) =>
        ByServiceName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(serviceName, out column);
}
