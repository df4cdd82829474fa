namespace Zvar.Tables.Samp;

/// <summary>Why no message went by SAMP. The names are the ids of the cmdlets' errors.</summary>
public enum SampError
{
    /// <summary>There is no hub, or none that answers, or one that is on no account to be asked.</summary>
    NoSampHub,

    /// <summary>No program takes the message, or none of the name that was given.</summary>
    NoSampClient,

    /// <summary>The hub or a program answered that it went wrong, or not at all, or with what is no answer.</summary>
    SampCallFailed,
}
