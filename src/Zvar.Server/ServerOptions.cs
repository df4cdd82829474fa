namespace Zvar.Server;

/// <summary>How to serve.</summary>
public sealed record ServerOptions
{
    /// <summary>Where to listen by default: on this machine alone.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5000";

    /// <summary>How many heavy requests wait by default.</summary>
    public const int DefaultWaitingRequests = 50;

    /// <summary>How many bytes in a second a caller has to send or to read by default.</summary>
    public const int DefaultMinimumDataRate = 16 * 1024;

    /// <summary>What a caller has to know.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>The archive's file to serve; null for the demo sky.</summary>
    public string? Archive { get; init; }

    /// <summary>Where to listen, http or https; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>What is shown by https; needed where a URL has it.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>
    /// How many requests about more than one object, or about a part of the sky, are answered at once; 1 or more. By
    /// default as many as there are processors.
    /// </summary>
    public int HeavyRequests { get; init; } = Environment.ProcessorCount;

    /// <summary>How many of them wait for their turn; the others are told to ask again later. 0 or more.</summary>
    public int WaitingRequests { get; init; } = DefaultWaitingRequests;

    /// <summary>
    /// How many bytes in a second a caller has to send of its request, and to read of its response; who is slower is
    /// cut off after some seconds. 1 or more.
    /// </summary>
    public int MinimumDataRate { get; init; } = DefaultMinimumDataRate;

    /// <summary>Whether each request is logged, with its status, its time and its size.</summary>
    public bool AccessLog { get; init; }
}
