namespace Zvar.Http;

/// <summary>What the head of an answer says beyond HTTP's own headers.</summary>
public static class ResponseHeaders
{
    /// <summary>
    /// <c>true</c> on every answer of a server whose stars are made up, which the fields of the API cannot say.
    /// </summary>
    public const string Synthetic = "Zvar-Synthetic";
}
