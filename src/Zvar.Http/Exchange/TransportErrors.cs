using System.Security.Authentication;

namespace Zvar.Http;

// What it means that no response came, or not all of it: in passing, or for good.
internal static class TransportErrors
{
    // Null for what is no failure of the transport. What lies beneath is left out where it repeats what was sent.
    internal static Exception? ToException(
        Exception failure, Uri address, HttpSourceOptions options, ForeignText foreign) => failure switch
        {
            OperationCanceledException { InnerException: TimeoutException } => new TransientFailure(
                $"no connection to {address.Authority} within {Seconds(options.ConnectionTimeout)}", failure),
            OperationCanceledException => new TransientFailure(
                $"{address.Authority} was silent for {Seconds(options.OperationTimeout)}", failure),
            HttpRequestException { InnerException: AuthenticationException reason } => new ZvarException(
                ZvarError.RequestFailed,
                $"{address.Authority} has no secure connection to offer: {reason.Message}",
                failure),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new ZvarException(
                ZvarError.InvalidResponse,
                $"What {address.Authority} sends is not HTTP: {foreign.FirstLine(failure.Message)}"),
            HttpRequestException or IOException => new TransientFailure(Reason(failure, address), failure),
            _ => null,
        };

    private static string Reason(Exception failure, Uri address) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            $"no machine has the name {address.Host}",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            $"{address.Authority} takes no connection",
        _ => $"{address.Authority} broke the connection off",
    };

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}
