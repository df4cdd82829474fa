using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;


namespace Zvar.Server;

// JSON on its way into a pipe. What has gathered is sent on when it is worth a system call, and writing waits until the
// reader has room: an answer of any length takes the memory of a few stars.
internal sealed class ResponseStream(PipeWriter output) : IAsyncDisposable
{
    private const int WorthSending = 64 * 1024;

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
        FlushResult flushed = await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (flushed.IsCompleted)
        {
            throw new OperationCanceledException("The reader of the answer has gone.");
        }
    }

    public ValueTask DisposeAsync() => Json.DisposeAsync();
}
