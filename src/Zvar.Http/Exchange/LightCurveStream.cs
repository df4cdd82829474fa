using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Zvar.Http;

// The light curves of one request while its response is read: each is given as soon as it is whole, in the order asked
// for, and once. One that comes before its turn waits for those before it, or for the end of the response, which says
// that there are none. When a response breaks off, only what has not come is asked for again.
internal sealed class LightCurveStream(PhotometryRequest request)
{
    private readonly long[] _psids = [.. request.Psids.Distinct()];
    private readonly HashSet<long> _missing = [.. request.Psids];
    private readonly Dictionary<long, LightCurve> _early = [];
    private int _next;

    // It holds no more than one response has. Were it shorter, a slow reader would keep the socket waiting, and
    // services hang up on those who do not take what they send.
    private readonly Channel<LightCurve> _ready = Channel.CreateUnbounded<LightCurve>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    internal ReadOnlyMemory<byte> WriteRequest() =>
        RequestWriter.Write(request with { Psids = [.. _psids.Where(_missing.Contains)] });

    internal async ValueTask<PhotometryParser> ReadResponseAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        var parser = new PhotometryParser(request.Format, _missing, request.QualityCuts, Add)
        {
            Synthetic = body.Synthetic,
        };
        try
        {
            await ResponsePipe.ReadAsync(body, parser, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (_missing.Count == 0 && failure is not MalformedResponse)
        {
            // All have come: only the end of the response has not, and there is nothing to ask for again.
        }

        return parser;
    }

    // What comes while the exchange runs, and then why it failed if it did. Who stops reading stops the exchange.
    internal async IAsyncEnumerable<LightCurve> ReadAllAsync(
        Func<CancellationToken, Task> exchange, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task filling = FillAsync(() => exchange(stopping.Token), cancellationToken);
        try
        {
            await foreach (LightCurve lightCurve in _ready.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return lightCurve;
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await filling.ConfigureAwait(false);
        }
    }

    private async Task FillAsync(Func<Task> exchange, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await exchange().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            failure = new OperationCanceledException(cancellationToken);
        }
        catch (Exception reason)
        {
            failure = reason;
        }

        while (_next < _psids.Length)
        {
            GiveNext();
        }

        _ready.Writer.Complete(failure);
    }

    private void Add(LightCurve lightCurve)
    {
        _missing.Remove(lightCurve.Psid);
        _early.Add(lightCurve.Psid, lightCurve);
        while (_next < _psids.Length && !_missing.Contains(_psids[_next]))
        {
            GiveNext();
        }
    }

    private void GiveNext()
    {
        if (_early.Remove(_psids[_next++], out LightCurve? lightCurve))
        {
            _ready.Writer.TryWrite(lightCurve);
        }
    }
}
