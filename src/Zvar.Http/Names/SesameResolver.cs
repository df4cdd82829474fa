using System.Text;

namespace Zvar.Http;

/// <summary>
/// Asks Sesame, the name resolver of the CDS in Strasbourg, where names are: it asks Simbad, NED and VizieR. It is sent
/// the name and nothing else, no credentials above all, and a redirect to another host is refused.
/// </summary>
public sealed class SesameResolver : IDisposable
{
    // An answer of all its catalogues with all identifiers has some ten.
    private const int LongestAnswer = 1 << 20;

    private readonly ServiceClient _client;
    private readonly Exchange _exchange;
    private readonly Uri _address;

    /// <summary>Makes one; nothing is sent before the first question.</summary>
    /// <param name="options">Its address, and with which patience it is asked. A credential is not used.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public SesameResolver(HttpSourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        HttpSourceOptions ours = options with
        {
            Credential = null,
            MaximumResponseSize = Math.Min(options.MaximumResponseSize, LongestAnswer),
        };
        _address = ours.BaseAddress;
        _client = new ServiceClient(ours);
        _exchange = new Exchange(ours, _client);
    }

    /// <summary>The address of Sesame at the CDS.</summary>
    public static Uri DefaultAddress { get; } = new("https://cds.unistra.fr/cgi-bin/nph-sesame");

    /// <summary>Asks where a name is.</summary>
    /// <exception cref="NameException">It is not known, or no answer came.</exception>
    public async Task<ResolvedName> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        // All its catalogues, with identifiers, as text.
        var request = new ApiRequest(
            $"-oI/A?{Uri.EscapeDataString(name)}", $"the position of {Excerpt.Of(name)}")
        { MayBeAbsent = true };
        string? answer;
        try
        {
            answer = await _exchange.RunAsync(request, ReadTextAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (ZvarException failure)
        {
            throw NotReached(name, Reason(failure), failure);
        }

        return answer is null
            ? throw NotReached(name, "there is no Sesame at that address (404)")
            : SesameAnswer.Read(answer, name, _address.Authority)
                ?? throw NotReached(name, $"what came is no answer of a Sesame: '{BeginningOf(answer)}'");
    }

    /// <summary>Ends what is under way.</summary>
    public void Dispose() => _client.Dispose();

    private static async ValueTask<string> ReadTextAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            text.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    // Of a page its title says more than its first tags do.
    private static string BeginningOf(string answer)
    {
        string text = answer.Trim();
        string title = text.StartsWith('<') ? HtmlTitle.Of(text) : "";
        return Excerpt.Of(title.Length > 0 ? title : text);
    }

    private static string Reason(ZvarException failure) => failure switch
    {
        { InnerException: TransientFailure passing } => passing.Message,
        { Error: ZvarError.AuthenticationFailed } => "it wants a user and a password, which it is never sent",
        { Error: ZvarError.RedirectRefused } => "it sends on to another host, which was not asked",
        { Error: ZvarError.InvalidResponse } => "what came is no answer of a Sesame, or too long for one",
        _ => failure.Message.TrimEnd('.'),
    };

    private NameException NotReached(string name, string reason, Exception? failure = null) => new(
        NameError.ResolverNotReached,
        $"'{Excerpt.Of(name)}' is a name, and {_address.Authority} did not say where it is: {reason}."
        + " Give its position, or try again.",
        failure);
}
