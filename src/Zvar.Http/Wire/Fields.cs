namespace Zvar.Http;

// The names of the fields of the ZVAR API v0.2.1, in requests and in responses.
internal static class Fields
{
    // What is asked for.
    internal const string Positions = "positions";
    internal const string Name = "name";
    internal const string Radius = "radius";
    internal const string Psids = "psids";
    internal const string Ids = "ids";
    internal const string Bands = "bands";
    internal const string Format = "format";
    internal const string FormatMag = "mag";
    internal const string FormatFlux = "flux";
    internal const string Catalog = "catalog";
    internal const string Closest = "closest";

    // The filters of a cone search; objtype is a field of the object as well.
    internal const string MinPeriod = "min_period";
    internal const string MaxPeriod = "max_period";
    internal const string MinSignificance = "min_significance";
    internal const string MinExposures = "min_exposures";
    internal const string MinAmplitude = "min_amplitude";
    internal const string MaxAmplitude = "max_amplitude";

    // An object.
    internal const string Psid = "psid";
    internal const string Ra = "ra";
    internal const string Dec = "dec";
    internal const string ObjectType = "objtype";
    internal const string Matchfiles = "matchfiles";
    internal const string Periods = "periods";
    internal const string Photometry = "photometry";

    // Where a light curve comes from: in match files, periods, points and processing logs.
    internal const string Field = "field";
    internal const string Ccd = "ccd";
    internal const string Quad = "quad";
    internal const string Band = "band";

    // A match file; its magnitude range has the names of the filters on it.
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

    // A photometric point; the last two in the flux format alone.
    internal const string Time = "time";
    internal const string Mag = "mag";
    internal const string MagErr = "magerr";
    internal const string LimitingMag = "limmag";
    internal const string Flux = "flux";
    internal const string FluxErr = "fluxerr";
    internal const string Snr = "snr";
    internal const string MagZeroPoint = "magzp";
    internal const string ReferenceMag = "mag_ref";

    // A source of another catalogue.
    internal const string Id = "id";
    internal const string ObjectMatches = "xmatches";

    // An error, and what it says of one field of the request.
    internal const string Detail = "detail";
    internal const string Location = "loc";
    internal const string Message = "msg";
    internal const string ProblemType = "type";
}
