using System.IO.Pipelines;
using System.Text;

namespace Zvar.Http;

// The body of a response as it comes. It remembers how it began, to show what came instead of what was promised, and
// whether the headers said that its stars are made up.
internal sealed class ResponseBody(Stream stream, IdleTimeout? idle = null, bool synthetic = false)
{
    // Long enough for the line that is shown of it and a password that begins there, in any script and any escapes.
    private readonly byte[] _start = new byte[8192];
    private int _startLength;
    private long _length;

    internal bool Synthetic => synthetic;

    internal string Start => Encoding.UTF8.GetString(_start, 0, _startLength);

    internal static async Task<ResponseBody> OpenAsync(HttpResponseMessage response, IdleTimeout idle)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        bool synthetic = response.Headers.TryGetValues(ResponseHeaders.Synthetic, out IEnumerable<string>? values)
            && values.Contains("true");
        return new ResponseBody(stream, idle, synthetic);
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

        idle?.Renew();
        int kept = Math.Min(read, _start.Length - _startLength);
        buffer.Span[..kept].CopyTo(_start.AsSpan(_startLength));
        _startLength += kept;
        _length += read;
        return read;
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
