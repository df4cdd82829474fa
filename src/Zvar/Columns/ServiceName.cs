namespace Zvar;

// What the ZVAR API v0.2.1 calls the columns that come from it. The tables of columns say these names, and so does who
// reads or writes the wire.
internal static class ServiceName
{
    // An object.
    internal const string Psid = "psid";
    internal const string Ra = "ra";
    internal const string Dec = "dec";
    internal const string ObjectType = "objtype";

    // Where a light curve comes from: in match files, periods, points and processing logs.
    internal const string Field = "field";
    internal const string Ccd = "ccd";
    internal const string Quad = "quad";
    internal const string Band = "band";

    // A match file. The magnitude range has the names of the filters on it.
    internal const string Exposures = "nb_exposures";
    internal const string Index = "idx";
    internal const string Amplitude = "amplitude";
    internal const string MinMag = "min_mag";
    internal const string MaxMag = "max_mag";

    // A candidate period.
    internal const string Period = "period";
    internal const string Significance = "significance";
    internal const string StringLength = "string_length";
    internal const string Bins = "bin";

    // A photometric point.
    internal const string Time = "time";
    internal const string Mag = "mag";
    internal const string MagErr = "magerr";
    internal const string LimitingMag = "limmag";
    internal const string Flux = "flux";
    internal const string FluxErr = "fluxerr";
    internal const string Snr = "snr";
    internal const string MagZeroPoint = "magzp";
    internal const string ReferenceMag = "mag_ref";

    // An object of another catalogue; its position has the names of ours.
    internal const string Id = "id";
}
