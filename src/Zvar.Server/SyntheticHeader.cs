using System.Runtime.CompilerServices;
using Zvar.Http;

namespace Zvar.Server;

// Tells in the head of a response that its rows are made up, which the fields of the API cannot say. A response begins
// when its source has given the first row, which says for all: no source mixes what is made up with what is not.
internal static class SyntheticHeader
{
    internal static async IAsyncEnumerable<T> TellIfSynthetic<T>(
        this IAsyncEnumerable<T> rows,
        HttpContext context,
        Func<T, bool> isSynthetic,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool isFirst = true;
        await foreach (T row in rows.WithCancellation(cancellationToken))
        {
            if (isFirst && isSynthetic(row))
            {
                Set(context.Response);
            }

            isFirst = false;
            yield return row;
        }
    }

    internal static void Set(HttpResponse response) => response.Headers[ResponseHeaders.Synthetic] = "true";
}
