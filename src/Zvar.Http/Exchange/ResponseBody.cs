using System.IO.Pipelines;
using System.Text;

namespace Zvar.Http;

// The body of a response as it comes. It remembers how it began, to show what came instead of what was promised, and
// whether the headers said that its stars are made up. It is no longer than a response may be, and not much longer than
// what was sent of it: JSON of stars compresses to a tenth, a trap to a thousandth.
internal sealed class ResponseBody(Stream stream)
{
    private const int LargestRatio = 200;

    // What a short text compresses to says nothing.
    private const int ShortestForRatio = 16 << 20;

    // Long enough for the line that is shown of it and a password that begins there, in any script and any escapes.
    private readonly byte[] _start = new byte[8192];
    private int _startLength;
    private long _length;

    private CountedStream? _sent;
    private IdleTimeout? _idle;

    internal bool Synthetic { get; private init; }

    private long MaximumSize { get; init; } = long.MaxValue;

    internal string Start => Encoding.UTF8.GetString(_start, 0, _startLength);

    internal static async Task<ResponseBody> OpenAsync(
        HttpResponseMessage response, IdleTimeout idle, long maximumSize)
    {
        var sent = new CountedStream(await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false));
        bool synthetic = response.Headers.TryGetValues(ResponseHeaders.Synthetic, out IEnumerable<string>? values)
            && values.Contains("true");
        return new ResponseBody(Compression.Undo(sent, response.Content.Headers.ContentEncoding))
        {
            MaximumSize = maximumSize,
            Synthetic = synthetic,
            _idle = idle,
            _sent = sent,
        };
    }

    internal async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or InvalidOperationException)
        {
            // The connection broke, the announced length was not reached, or what came does not decompress.
            throw CutShort(failure);
        }

        _idle?.Renew();
        int kept = Math.Min(read, _start.Length - _startLength);
        buffer.Span[..kept].CopyTo(_start.AsSpan(_startLength));
        _startLength += kept;
        _length += read;
        if (_sent is not null && _length > ShortestForRatio && _length > LargestRatio * _sent.Length)
        {
            throw new MalformedResponse(
                $"it is more than {LargestRatio} times as long as the {_sent.Length} bytes that were sent of it",
                Start);
        }

        CheckSize(_length);
        return read;
    }

    // How much the response takes that was read so far, in bytes: of the wire, or of memory where that is more.
    internal void CheckSize(long size)
    {
        if (size > MaximumSize)
        {
            throw new MalformedResponse(
                $"it is larger than {MaximumSize >> 20} MB (-MaximumResponseSize of Connect-Zvar lets larger come)",
                Start);
        }
    }

    // Copies all of it into a pipe, to its end or to where it breaks off.
    internal async Task CopyToAsync(PipeWriter pipe, CancellationToken cancellationToken)
    {
        try
        {
            int read;
            FlushResult flushed;
            do
            {
                read = await ReadAsync(pipe.GetMemory(), cancellationToken).ConfigureAwait(false);
                pipe.Advance(read);
                flushed = await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            while (read > 0 && !flushed.IsCompleted);
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    internal TransientFailure CutShort(Exception? failure = null) =>
        new($"the answer was cut short after {_length} bytes", failure);
}
