using System.Net;

namespace Zvar.Http;

// Reads what a response has in it, to its end.
internal delegate ValueTask<T> ResponseReader<T>(ResponseBody body, CancellationToken cancellationToken);

// A request and its response, attempt by attempt. What comes out is what was read of a whole response, or a
// ZvarException.
internal sealed class Exchange(HttpSourceOptions options, ServiceClient client)
{
    private readonly Retries _retries = new(options);
    private readonly ErrorBody _errorBody = new(client.Foreign);

    // Default where the request may be about something absent and it is.
    internal async Task<T?> RunAsync<T>(
        ApiRequest request, ResponseReader<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        client.CheckTransport();
        options.Log?.Invoke(request.Describe() + client.Route);
        int attempts = 0;
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        total.CancelAfter(options.TotalTimeout);
        try
        {
            return await _retries.RunAsync(
                request,
                token =>
                {
                    attempts++;
                    return AttemptAsync(request, read, token);
                },
                total.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (total.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ZvarException(
                ZvarError.RequestFailed,
                FormattableString.Invariant($"{request} was not done in {options.TotalTimeout.TotalSeconds:0.###} s, ")
                + "the time it may take in all.");
        }
        catch (TransientFailure failure)
        {
            throw failure.ToException(request, attempts);
        }
    }

    private async ValueTask<T?> AttemptAsync<T>(
        ApiRequest request, ResponseReader<T> read, CancellationToken cancellationToken)
    {
        Uri address = client.AddressOf(request);
        using var idle = new IdleTimeout(options.OperationTimeout, cancellationToken);
        try
        {
            using HttpResponseMessage response =
                await client.SendAsync(request, address, idle.Token).ConfigureAwait(false);
            idle.Renew();
            ResponseBody body = await ResponseBody
                .OpenAsync(response, idle, options.MaximumResponseSize).ConfigureAwait(false);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await read(body, idle.Token).ConfigureAwait(false),
                HttpStatusCode.NotFound when request.MayBeAbsent => default,
                _ => throw StatusErrors.ToException(
                    request,
                    address,
                    response,
                    client.Foreign,
                    await _errorBody.ReadAsync(body, idle.Token).ConfigureAwait(false),
                    options.TimeProvider),
            };
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (MalformedResponse failure)
        {
            throw failure.ToException($"The answer of {address.Authority} to {request}", client.Foreign);
        }
        catch (Exception failure)
            when (TransportErrors.ToException(failure, address, options, client.Foreign) is { } explained)
        {
            throw explained;
        }
    }
}
