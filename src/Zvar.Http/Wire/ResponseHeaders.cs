namespace Zvar.Http;

/// <summary>What the headers of a response say beyond HTTP's own headers.</summary>
public static class ResponseHeaders
{
    /// <summary>
    /// <c>true</c> on a response whose stars are made up, which the fields of the API cannot say.
    /// </summary>
    public const string Synthetic = "Zvar-Synthetic";
}
