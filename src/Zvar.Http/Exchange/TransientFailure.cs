namespace Zvar.Http;

// What may go better next time: no connection, a response cut short, a silence, a busy service. The message ends the
// sentence "the request failed because ...".
internal sealed class TransientFailure(string reason, Exception? innerException = null)
    : Exception(reason, innerException)
{
    // How long the service asks to wait; null where it does not say.
    internal TimeSpan? RetryAfter { get; init; }

    // The service's own words, where it said any.
    internal string? Details { get; init; }

    // When there are no more attempts.
    internal ZvarException ToException(ApiRequest request, int attempts) => new(
        ZvarError.RequestFailed,
        $"{request} failed after {attempts} {(attempts == 1 ? "attempt" : "attempts")}: {Message}{Wish}.",
        this)
    {
        Details = Details,
    };

    private string Wish => RetryAfter is { } wait
        ? FormattableString.Invariant($" and asks to be left alone for {wait.TotalSeconds:0.###} s")
        : "";
}
