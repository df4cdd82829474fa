using System.Collections;
using System.Globalization;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads numbers by which the survey's match files are known, and offers those of the stars in question.
/// </summary>
/// <param name="name">What bears the number.</param>
/// <param name="range">Which numbers there are, for error messages.</param>
/// <param name="largest">The largest there is; the smallest is 1.</param>
public abstract class MatchfileNumberAttribute(string name, string range, int largest) : ListReadingAttribute<int>
{
    private const int FilesShown = 3;

    private protected override string Forms => $"the number of a {name}, {range}";

    /// <summary>What is offered where no star is known.</summary>
    private protected abstract IEnumerable<int> Known { get; }

    /// <summary>The number of a match file.</summary>
    private protected abstract int NumberOf(Matchfile file);

    private protected sealed override int ReadElement(object? element)
    {
        int number = Number.ParseWhole(Argument.Text(element, Forms));
        return number >= 1 && number <= largest
            ? number
            : throw new FormatException(FormattableString.Invariant($"{number} is not {Forms}."));
    }

    private protected sealed override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound)
    {
        ILookup<int, Matchfile> files = RecentObjects.OfSession.InQuestion(bound)
            .SelectMany(star => star.Matchfiles).ToLookup(NumberOf);
        return files.Count > 0
            ? files.OrderBy(one => one.Key).Select(one => (Text(one.Key), string.Join("; ", one.Take(FilesShown))))
            : Known.Order().Select(number => (Text(number), $"{name} {number}"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
