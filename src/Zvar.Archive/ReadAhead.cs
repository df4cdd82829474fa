using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Finds what an archive holds for many keys, on several threads and a little ahead of whoever takes it, in the order
/// of the keys.
/// </summary>
internal static class ReadAhead
{
    /// <summary>Finds the results for keys.</summary>
    /// <param name="open">Opens a reader of the archive, one a thread.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="find">Finds the results for one of them.</param>
    /// <param name="together">How many keys a thread finds at a time; null to find each only when it is taken.</param>
    /// <param name="stop">Stops it.</param>
    internal static async IAsyncEnumerable<Found<TKey, TResult>> FindAsync<TKey, TResult>(
        Func<ArchiveReader> open,
        IEnumerable<TKey> keys,
        Func<ArchiveReader, TKey, IEnumerable<TResult>?> find,
        int? together,
        [EnumeratorCancellation] CancellationToken stop)
    {
        var readers = new ConcurrentBag<ArchiveReader>();
        var underWay = new Queue<Task<Found<TKey, TResult>[]>>();
        int ahead = together is null ? 0 : 2 * Environment.ProcessorCount;
        try
        {
            foreach (TKey[] some in keys.Chunk(together ?? 1))
            {
                underWay.Enqueue(Task.Run(() => Find(some), stop));
                if (underWay.Count > ahead)
                {
                    foreach (Found<TKey, TResult> found in await underWay.Dequeue().ConfigureAwait(false))
                    {
                        yield return found;
                    }
                }
            }

            while (underWay.TryDequeue(out Task<Found<TKey, TResult>[]>? last))
            {
                foreach (Found<TKey, TResult> found in await last.ConfigureAwait(false))
                {
                    yield return found;
                }
            }
        }
        finally
        {
            Task rest = Task.WhenAll(underWay);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (ArchiveReader reader in readers)
            {
                reader.Dispose();
            }
        }

        Found<TKey, TResult>[] Find(TKey[] some)
        {
            ArchiveReader reader = readers.TryTake(out ArchiveReader? free) ? free : open();
            try
            {
                return Array.ConvertAll(some, key =>
                {
                    stop.ThrowIfCancellationRequested();
                    return Found<TKey, TResult>.Of(reader, key, find);
                });
            }
            finally
            {
                readers.Add(reader);
            }
        }
    }
}
