using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zvar.Server;

// JSON on its way into a pipe. What has gathered is sent on when it is worth a system call, and writing waits until the
// reader has room: an answer of any length takes the memory of a few stars.
internal sealed class ResponseStream(PipeWriter output) : IAsyncDisposable
{
    private const int WorthSending = 64 * 1024;

    // Kestrel judges a reader by what it has read since the response began: one that has read fast may stop for hours.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private long _sent;

    // The answer is JSON and never part of a page: ids such as J000320.77+305613.9 stay readable.
    internal static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    internal Utf8JsonWriter Json { get; } =
        new(output, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });

    internal bool IsFull => Json.BytesCommitted + Json.BytesPending - _sent >= WorthSending;

    internal ValueTask SendWhenFullAsync(CancellationToken cancellationToken) =>
        IsFull ? SendAsync(cancellationToken) : default;

    internal async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        Json.Flush();
        _sent = Json.BytesCommitted;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestPause);
        FlushResult flushed = await output.FlushAsync(patience.Token).ConfigureAwait(false);
        if (flushed.IsCompleted)
        {
            throw new OperationCanceledException("The reader of the response has gone.");
        }
    }

    public ValueTask DisposeAsync() => Json.DisposeAsync();
}
