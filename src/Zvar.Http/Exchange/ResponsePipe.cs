using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Zvar.Http;

// Feeds a parser with a response's body, piece by piece, to its end. Taking bytes from a socket, a cipher or a
// decompressor costs about as much as parsing them, so another thread takes the next while these are parsed.
internal static class ResponsePipe
{
    private const int FirstBuffer = 256 * 1024;
    private const int LongEntry = 4 * 1024;
    private const int LargestEntry = 16 * 1024 * 1024;

    // How far the copying may be ahead of the parser.
    private static readonly PipeOptions Options = new(
        pauseWriterThreshold: 1024 * 1024,
        resumeWriterThreshold: 512 * 1024,
        minimumSegmentSize: 128 * 1024,
        useSynchronizationContext: false);

    internal static async ValueTask ReadAsync(
        ResponseBody body, ResponseParser parser, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(Options);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task copying = Task.Run(() => body.CopyToAsync(pipe.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await ParseAsync(body, pipe.Reader.AsStream(), parser, cancellationToken).ConfigureAwait(false);

            // What came before the body broke off has been parsed by now.
            await copying.ConfigureAwait(false);
            if (!parser.IsComplete)
            {
                throw body.CutShort();
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await pipe.Reader.CompleteAsync().ConfigureAwait(false);
            await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask ParseAsync(
        ResponseBody body, Stream pieces, ResponseParser parser, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        int filled = 0;
        int wanted = 1;
        long parsedBefore = 0;
        try
        {
            bool isEnd = false;
            while (!isEnd)
            {
                while (filled < wanted && !isEnd)
                {
                    int read = await pieces.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                    filled += read;
                    isEnd = read == 0;
                }

                int parsed = parser.Parse(buffer.AsSpan(0, filled));
                body.CheckSize(parser.Size);
                parsedBefore += parsed;
                filled -= parsed;
                buffer.AsSpan(parsed, filled).CopyTo(buffer);

                // An entry that is not all there is tried again when there is more of it; a long one when there is
                // twice as much, or one that comes in many pieces would be read over and over.
                wanted = parsed > 0 || filled < LongEntry ? filled + 1 : 2 * filled;
                if (wanted > buffer.Length)
                {
                    buffer = Grow(buffer, filled);
                }
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw new MalformedResponse(
                $"{Reason(failure)} (at byte {parsedBefore} or soon after)", body.Start, failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        if (filled > LargestEntry)
        {
            throw new JsonException($"one entry is longer than {LargestEntry} bytes");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    // The JSON reader adds a position that counts from the start of the piece it was given.
    private static string Reason(Exception failure)
    {
        int position = failure.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? failure.Message : failure.Message[..position]).TrimEnd('.');
    }
}
