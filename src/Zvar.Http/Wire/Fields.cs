namespace Zvar.Http;

// The names of the fields of the ZVAR API v0.2.1 that are no columns of a table of ours: those have theirs in
// ServiceName.
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

    // The filters of a cone search; those on type and magnitude are called as the columns are.
    internal const string MinPeriod = "min_period";
    internal const string MaxPeriod = "max_period";
    internal const string MinSignificance = "min_significance";
    internal const string MinExposures = "min_exposures";
    internal const string MinAmplitude = "min_amplitude";
    internal const string MaxAmplitude = "max_amplitude";

    // The lists in an object.
    internal const string Matchfiles = "matchfiles";
    internal const string Periods = "periods";
    internal const string Photometry = "photometry";

    // A source of another catalogue.
    internal const string ObjectMatches = "xmatches";

    // An error, and what it says of one field of the request.
    internal const string Detail = "detail";
    internal const string Location = "loc";
    internal const string Message = "msg";
    internal const string ProblemType = "type";
}
