using Polly;
using Polly.Retry;

namespace Zvar.Http;

// Sends again what failed in passing: with exponential waits and jitter, or when the service says. The unit that is
// repeated is the whole exchange, because a response cut short is found out only while it is read.
internal sealed class Retries(HttpSourceOptions options)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    private ResiliencePipeline? _pipeline;

    // The first attempt goes ahead of the pipeline, which takes its failure for its own first: only bad weather pays
    // for loading Polly and making one.
    internal async Task<T> RunAsync<T>(
        ApiRequest request, Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        TransientFailure first;
        try
        {
            return await attempt(cancellationToken).ConfigureAwait(false);
        }
        catch (TransientFailure failure) when (options.MaximumRetryCount > 0 && IsWorthRepeating(failure))
        {
            first = failure;
        }

        return await RepeatAsync(first, request, attempt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> RepeatAsync<T>(
        TransientFailure first,
        ApiRequest request,
        Func<CancellationToken, ValueTask<T>> attempt,
        CancellationToken cancellationToken)
    {
        TransientFailure? known = first;
        ResilienceContext context = ResilienceContextPool.Shared.Get(request.ToString(), cancellationToken);
        try
        {
            _pipeline ??= MakePipeline();
            return await _pipeline.ExecuteAsync(
                context => Interlocked.Exchange(ref known, null) is { } failure
                    ? ValueTask.FromException<T>(failure)
                    : attempt(context.CancellationToken),
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline MakePipeline() => new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaximumRetryCount,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.RetryInterval,
            MaxDelay = LongestBackoff > options.RetryInterval ? LongestBackoff : options.RetryInterval,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<TransientFailure>(IsWorthRepeating),
            DelayGenerator = retry => ValueTask.FromResult((retry.Outcome.Exception as TransientFailure)?.RetryAfter),
            OnRetry = Log,
        })
        .Build();

    private bool IsWorthRepeating(TransientFailure failure) => !(failure.RetryAfter > options.MaximumRetryAfter);

    private ValueTask Log(OnRetryArguments<object> retry)
    {
        options.Log?.Invoke(FormattableString.Invariant(
            $"{retry.Context.OperationKey}: {retry.Outcome.Exception?.Message}; retry {retry.AttemptNumber + 1} of ")
            + FormattableString.Invariant(
                $"{options.MaximumRetryCount} in {retry.RetryDelay.TotalSeconds:0.0} s."));
        return default;
    }
}
