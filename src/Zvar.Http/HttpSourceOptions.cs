using System.Net;
using System.Net.Security;

namespace Zvar.Http;

/// <summary>Where the service is, who calls it, and with what timeouts and retries.</summary>
public sealed record HttpSourceOptions
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    /// <summary>The service's public address.</summary>
    public static Uri DefaultAddress { get; } = new("https://hypernova.caltech.edu/api");

    /// <summary>The address the calls are under; http or https, without user, query or fragment.</summary>
    public Uri BaseAddress { get; init; } = DefaultAddress;

    /// <summary>
    /// Gives the user and the password whenever a request needs its header; neither is kept here. Null to send none.
    /// </summary>
    public Func<NetworkCredential>? Credential { get; init; }

    /// <summary>Whether the password may go over plain http to another machine.</summary>
    public bool AllowUnencryptedAuthentication { get; init; }

    /// <summary>Judges the certificate of the service; null leaves that to the machine's own trust.</summary>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }

    /// <summary>How often a request that failed in passing is sent again; 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = 3;

    /// <summary>
    /// The wait before the first repetition; it doubles from one to the next, with some jitter; zero for no waits. A
    /// service that says how long to wait is obeyed instead.
    /// </summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait a service may ask for; a request asked to wait longer fails at once.</summary>
    public TimeSpan MaximumRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a connection may take to come about; infinite for as long as it takes.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long the service may be silent: before its response begins, and between any two bytes of it. Infinite to
    /// wait for ever.
    /// </summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a request may take in all, with its repetitions and the waits between them. Infinite for as long as it
    /// takes.
    /// </summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a response may be in bytes, when it is no longer compressed. A response that is short and takes much
    /// memory counts for as much as it takes.
    /// </summary>
    public long MaximumResponseSize { get; init; } = 256L << 20;

    /// <summary>
    /// Is told of requests and of repetitions, with their reasons and waits, without secrets; called from any thread.
    /// </summary>
    public Action<string>? Log { get; init; }

    /// <summary>The clock that times the waits between repetitions.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Check()
    {
        if (!BaseAddress.IsAbsoluteUri
            || (BaseAddress.Scheme != Uri.UriSchemeHttp && BaseAddress.Scheme != Uri.UriSchemeHttps)
            || BaseAddress.UserInfo.Length + BaseAddress.Query.Length + BaseAddress.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"The address of a service looks like {DefaultAddress}: http or https, without a user, a query or a "
                + "fragment.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(MaximumRetryCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RetryInterval, LongestTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumRetryAfter, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumRetryAfter, LongestTime);
        CheckTimeout(ConnectionTimeout, nameof(ConnectionTimeout));
        CheckTimeout(OperationTimeout, nameof(OperationTimeout));
        CheckTimeout(TotalTimeout, nameof(TotalTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumResponseSize, 1);
    }

    private static void CheckTimeout(TimeSpan timeout, string name)
    {
        if (timeout != Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout > LongestTime))
        {
            throw new ArgumentOutOfRangeException(name, timeout, "A timeout is more than nothing and a day at most.");
        }
    }
}
