namespace Zvar.Http;

/// <summary>The paths of the API's calls, under its base address.</summary>
public static class Routes
{
    /// <summary>Cone searches.</summary>
    public const string ConeSearch = "cone_search";

    /// <summary>One object with its photometry; its psid follows after a slash.</summary>
    public const string Object = "object";

    /// <summary>Objects by id.</summary>
    public const string Objects = "objects";

    /// <summary>Light curves by id.</summary>
    public const string Photometry = "photometry";

    /// <summary>The processed files.</summary>
    public const string ProcessingLogs = "processing_logs";

    /// <summary>Sources of another catalogue near objects.</summary>
    public const string ObjectMatches = "xmatch";

    /// <summary>Objects near sources of another catalogue.</summary>
    public const string ExternalMatches = "external_xmatch";
}
