namespace Zvar.Demo;

// Work that is done item by item, and stops between two of them.
internal static class CancellableEnumerable
{
    internal static IEnumerable<T> WithCancellation<T>(this IEnumerable<T> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (T item in items)
        {
            yield return item;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
