using System.IO.Pipelines;
using System.Text.Json;


namespace Zvar.Server;

// The shapes the answers of the API have: a list, an object, and an object of lists.
internal static class ResponseShapes
{
    internal static Task WriteListAsync<T>(
        PipeWriter output,
        IAsyncEnumerable<T> items,
        Action<Utf8JsonWriter, T> write,
        CancellationToken cancellationToken) =>
        WriteAsync(
            output,
            items,
            async (answer, cursor) =>
            {
                answer.Json.WriteStartArray();
                for (; cursor.HasItem; await cursor.MoveAsync().ConfigureAwait(false))
                {
                    write(answer.Json, cursor.Item);
                    await answer.SendWhenFullAsync(cancellationToken).ConfigureAwait(false);
                }

                answer.Json.WriteEndArray();
            },
            cancellationToken);

    internal static Task WriteObjectAsync<T>(
        PipeWriter output,
        IAsyncEnumerable<T> items,
        Func<ResponseStream, Cursor<T>, Task> writeFields,
        CancellationToken cancellationToken) =>
        WriteAsync(
            output,
            items,
            async (answer, cursor) =>
            {
                answer.Json.WriteStartObject();
                await writeFields(answer, cursor).ConfigureAwait(false);
                answer.Json.WriteEndObject();
            },
            cancellationToken);

    // A list for each key, in the order of the keys, which is that of the items as well.
    internal static Task WriteListsAsync<T>(
        PipeWriter output,
        IEnumerable<string> keys,
        IAsyncEnumerable<T> items,
        Func<T, string?> keyOf,
        Action<Utf8JsonWriter, T> write,
        CancellationToken cancellationToken) =>
        WriteObjectAsync(
            output,
            items,
            async (answer, cursor) =>
            {
                foreach (string key in keys)
                {
                    answer.Json.WriteStartArray(key);
                    for (; cursor.HasItem && keyOf(cursor.Item) == key; await cursor.MoveAsync().ConfigureAwait(false))
                    {
                        write(answer.Json, cursor.Item);
                        await answer.SendWhenFullAsync(cancellationToken).ConfigureAwait(false);
                    }

                    answer.Json.WriteEndArray();
                }

                if (cursor.HasItem)
                {
                    throw new ZvarException(
                        ZvarError.InvalidResponse,
                        $"The source answered for '{keyOf(cursor.Item)}', which was not asked, or not in this order.");
                }
            },
            cancellationToken);

    private static async Task WriteAsync<T>(
        PipeWriter output,
        IAsyncEnumerable<T> items,
        Func<ResponseStream, Cursor<T>, Task> write,
        CancellationToken cancellationToken)
    {
        Cursor<T> cursor = await Cursor<T>.StartAsync(items, cancellationToken).ConfigureAwait(false);
        await using (cursor.ConfigureAwait(false))
        {
            var answer = new ResponseStream(output);
            await using (answer.ConfigureAwait(false))
            {
                await write(answer, cursor).ConfigureAwait(false);
                await answer.SendAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
