using Polly;
using Polly.Retry;

namespace Zvar.Http;

// Sends again what failed in passing: with exponential waits and jitter, or when the service says. The unit that is
// repeated is the whole exchange, because an answer cut short is found out only while it is read.
internal sealed class Retries
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private static readonly ResiliencePropertyKey<ApiRequest> RequestKey = new("request");

    private readonly HttpSourceOptions _options;
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    internal Retries(HttpSourceOptions options)
    {
        _options = options;
        _pipeline = new(() => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
            .AddRetry(MakeStrategy())
            .Build());
    }

    // The first attempt goes ahead of the pipeline, which takes its outcome for its own first: only bad weather pays
    // for making one.
    internal async Task<HttpResponseMessage> RunAsync(
        ApiRequest request,
        Func<CancellationToken, ValueTask<HttpResponseMessage>> exchange,
        CancellationToken cancellationToken)
    {
        Outcome<HttpResponseMessage>? first = await AttemptAsync(exchange, cancellationToken).ConfigureAwait(false);
        if (_options.MaximumRetryCount == 0 || !IsWorthRepeating(first.Value))
        {
            first.Value.ThrowIfException();
            return first.Value.Result!;
        }

        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(RequestKey, request);
            return await _pipeline.Value.ExecuteAsync(
                async context =>
                {
                    Outcome<HttpResponseMessage> outcome =
                        first ?? await AttemptAsync(exchange, context.CancellationToken).ConfigureAwait(false);
                    first = null;
                    outcome.ThrowIfException();
                    return outcome.Result!;
                },
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // How long the service asks to wait; null where it does not say.
    internal TimeSpan? AskedWait(HttpResponseMessage? response) => response?.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => Max(date - _options.TimeProvider.GetUtcNow(), TimeSpan.Zero),
        _ => null,
    };

    private static async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(
        Func<CancellationToken, ValueTask<HttpResponseMessage>> exchange, CancellationToken cancellationToken)
    {
        try
        {
            return Outcome.FromResult(await exchange(cancellationToken).ConfigureAwait(false));
        }
        catch (TransientFailure failure)
        {
            return Outcome.FromException<HttpResponseMessage>(failure);
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private RetryStrategyOptions<HttpResponseMessage> MakeStrategy() => new()
    {
        MaxRetryAttempts = _options.MaximumRetryCount,
        BackoffType = DelayBackoffType.Exponential,
        Delay = _options.RetryInterval,
        MaxDelay = LongestBackoff > _options.RetryInterval ? LongestBackoff : _options.RetryInterval,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome)),
        DelayGenerator = arguments => ValueTask.FromResult(AskedWait(arguments.Outcome.Result)),
        OnRetry = Tell,
    };

    private bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response
        ? StatusErrors.IsPassing(response.StatusCode) && !(AskedWait(response) > _options.MaximumRetryAfter)
        : outcome.Exception is TransientFailure;

    private ValueTask Tell(OnRetryArguments<HttpResponseMessage> retry)
    {
        if (_options.Log is { } log && retry.Context.Properties.TryGetValue(RequestKey, out ApiRequest? request))
        {
            string reason = retry.Outcome.Result is { } response
                ? $"the service answered {StatusErrors.Name(response)}"
                : retry.Outcome.Exception!.Message;
            log(FormattableString.Invariant(
                $"{request}: {reason}; retry {retry.AttemptNumber + 1} of {_options.MaximumRetryCount} ")
                + FormattableString.Invariant($"in {retry.RetryDelay.TotalSeconds:0.0} s."));
        }

        return default;
    }
}
