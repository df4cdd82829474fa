using System.Net;
using System.Security.Authentication;

namespace Zvar.Http;

// Reads an answer to its end.
internal delegate ValueTask<T> ResponseReader<T>(ResponseBody body, CancellationToken cancellationToken);

// A request and its answer, attempt by attempt. What comes out is the whole answer or a ZvarException.
internal sealed class Exchange<T>(ServiceClient client, ApiRequest request, Uri address, ResponseReader<T> read)
{
    private const int LongestWords = 64 * 1024;

    private T? _answer;
    private string? _words;
    private int _attempts;

    internal async Task<T?> RunAsync(Retries retries, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await retries.RunAsync(request, AttemptAsync, cancellationToken)
                .ConfigureAwait(false);
            return StatusErrors.IsPassing(response.StatusCode)
                ? throw Failure($"the service answered {StatusErrors.Name(response)}{Wish(retries.AskedWait(response))}")
                : _answer;
        }
        catch (TransientFailure failure)
        {
            throw Failure(failure.Message, failure);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(CancellationToken cancellationToken)
    {
        _attempts++;
        _words = null;
        using var idle = new IdleTimeout(client.Options.OperationTimeout, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await client.SendAsync(request, address, idle.Token).ConfigureAwait(false);
            idle.Renew();
            await ReadAsync(response, idle).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure)
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (Explain(failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    private async Task ReadAsync(HttpResponseMessage response, IdleTimeout idle)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        bool synthetic = response.Headers.TryGetValues(ResponseHeaders.Synthetic, out IEnumerable<string>? said)
            && said.Contains("true");
        var body = new ResponseBody(stream, idle, synthetic);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            _answer = await read(body, idle.Token).ConfigureAwait(false);
        }
        else if (!(response.StatusCode == HttpStatusCode.NotFound && request.MayBeAbsent))
        {
            _words = await ReadWordsAsync(body, idle.Token).ConfigureAwait(false);
            if (!StatusErrors.IsPassing(response.StatusCode))
            {
                throw StatusErrors.ToException(request, address, response, _words);
            }
        }
    }

    // What a refusal says of itself is welcome, but not worth another failure.
    private async Task<string?> ReadWordsAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        byte[] words = new byte[LongestWords];
        int length = 0;
        try
        {
            int read;
            do
            {
                read = await body.ReadAsync(words.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
            }
            while (read > 0 && length < words.Length);
        }
        catch (TransientFailure)
        {
        }

        return client.Words.Read(words.AsSpan(0, length));
    }

    private Exception? Explain(Exception failure) => failure switch
    {
        // What lies beneath repeats what was read, and is left out.
        MalformedResponse unreadable => new ZvarException(
            ZvarError.InvalidResponse,
            $"The answer of {address.Authority} to {request} is not what the ZVAR API promises: "
            + $"{client.Redact(unreadable.Message)}.")
        {
            Details = client.Words.FirstLine(unreadable.Head),
        },
        OperationCanceledException { InnerException: TimeoutException } => new TransientFailure(
            $"no connection to {address.Authority} within {Seconds(client.Options.ConnectionTimeout)}", failure),
        OperationCanceledException => new TransientFailure(
            $"{address.Authority} was silent for {Seconds(client.Options.OperationTimeout)}", failure),
        HttpRequestException { InnerException: AuthenticationException reason } => new ZvarException(
            ZvarError.RequestFailed,
            $"{address.Authority} has no secure connection to offer: {reason.Message}",
            failure),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new ZvarException(
            ZvarError.InvalidResponse, $"What {address.Authority} sends is not HTTP: {failure.Message}", failure),
        HttpRequestException or IOException => new TransientFailure(Reason(failure), failure),
        _ => null,
    };

    private string Reason(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            $"no machine has the name {address.Host}",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            $"{address.Authority} takes no connection",
        _ => $"{address.Authority} broke the connection off",
    };

    private static string Wish(TimeSpan? wait) =>
        wait is { } asked ? $" and asks to be left alone for {Seconds(asked)}" : "";

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");

    private ZvarException Failure(string reason, Exception? innerException = null) => new(
        ZvarError.RequestFailed,
        $"{request} failed after {_attempts} {(_attempts == 1 ? "attempt" : "attempts")}: {reason}.",
        innerException)
    {
        Details = _words,
    };
}
