namespace Zvar;

/// <summary>What can go wrong with a question to a source. The names are the ids of the cmdlets' errors.</summary>
public enum ZvarError
{
    /// <summary>The service does not know the user or the password (401, 403).</summary>
    AuthenticationFailed,

    /// <summary>Credentials would go over plain http to another machine.</summary>
    UnencryptedAuthentication,

    /// <summary>The service sent the request on to another host, or from https to http.</summary>
    RedirectRefused,

    /// <summary>No answer came, or not a whole one, after all retries.</summary>
    RequestFailed,

    /// <summary>The source will not answer this question (400, 422): its own words say why.</summary>
    RequestRejected,

    /// <summary>The answer is not what the API promises, or speaks of ids nobody asked for.</summary>
    InvalidResponse,

    /// <summary>The source cannot know: it is an archive, and this was never asked for it.</summary>
    NotInArchive,

    /// <summary>The archive's bytes are not what was saved.</summary>
    ArchiveDamaged,
}
