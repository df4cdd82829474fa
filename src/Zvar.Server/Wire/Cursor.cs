namespace Zvar.Server;

// A source's items as they come, one of them in hand: several keys of an answer share one stream of items.
internal sealed class Cursor<T> : IAsyncDisposable
{
    private readonly IAsyncEnumerator<T> _items;

    private Cursor(IAsyncEnumerator<T> items) => _items = items;

    internal bool HasItem { get; private set; }

    internal T Item => _items.Current;

    internal static async Task<Cursor<T>> StartAsync(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var cursor = new Cursor<T>(items.GetAsyncEnumerator(cancellationToken));
        try
        {
            await cursor.MoveAsync().ConfigureAwait(false);
            return cursor;
        }
        catch
        {
            await cursor.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    internal async ValueTask MoveAsync() => HasItem = await _items.MoveNextAsync().ConfigureAwait(false);

    public ValueTask DisposeAsync() => _items.DisposeAsync();
}
