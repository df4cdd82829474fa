namespace Zvar.Http;

// Cancels when nothing has come for too long. Every byte that comes renews it.
internal sealed class IdleTimeout : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _timer;

    internal IdleTimeout(TimeSpan limit, CancellationToken cancellationToken)
    {
        _limit = limit;
        _timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Renew();
    }

    internal CancellationToken Token => _timer.Token;

    internal void Renew() => _timer.CancelAfter(_limit);

    public void Dispose() => _timer.Dispose();
}
