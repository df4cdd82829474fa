using System.IO.Pipelines;
using System.Text;

namespace Zvar.Http;

// The bytes of an answer as they come. It remembers how they began, to show what came instead of an answer, and whether
// the head of the answer said that its stars are made up.
internal sealed class ResponseBody(Stream stream, IdleTimeout? idle = null, bool synthetic = false)
{
    // Long enough for the line that is shown of it and a password that begins there, in any script.
    private readonly byte[] _head = new byte[2048];
    private int _headLength;
    private long _length;

    internal bool Synthetic => synthetic;

    internal string Head => Encoding.UTF8.GetString(_head, 0, _headLength);

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

        idle?.Renew();
        int kept = Math.Min(read, _head.Length - _headLength);
        buffer.Span[..kept].CopyTo(_head.AsSpan(_headLength));
        _headLength += kept;
        _length += read;
        return read;
    }

    // Brings all of it into a pipe, and what goes wrong with it.
    internal async Task CopyToAsync(PipeWriter pipe, CancellationToken cancellationToken)
    {
        Exception? failure = null;
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
        catch (Exception reason)
        {
            failure = reason;
        }

        await pipe.CompleteAsync(failure).ConfigureAwait(false);
    }

    internal TransientFailure CutShort(Exception? failure = null) =>
        new($"the answer was cut short after {_length} bytes", failure);
}
