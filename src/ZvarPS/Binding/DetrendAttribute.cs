using Zvar;

namespace ZvarPS;

/// <summary>Reads what to take out of a light curve before its periods are searched: one word, or several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DetrendAttribute : ListReadingAttribute<Detrending>
{
    private protected override string Forms => "None, Trend, Fields";

    // A list in quotes is one text with commas, and so are several at once as .NET writes them.
    private protected override object Read(object? argument) =>
        ((Detrending[])base.Read(Argument.Elements(argument).SelectMany(Split).ToArray()))
            .Aggregate((some, other) => some | other);

    private protected override Detrending ReadElement(object? element)
    {
        string text = Argument.Text(element, Forms).Trim();
        Detrending[] begun = [.. Enum.GetValues<Detrending>()
            .Where(one => one.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return begun is [var one]
            ? one
            : throw new FormatException(
                $"'{Excerpt.Of(text)}' is nothing that can be taken out. Write one or several of: {Forms}.");
    }

    private static IEnumerable<object?> Split(object? words) => Argument.Unwrap(words) switch
    {
        string text => text.Split(',', StringSplitOptions.TrimEntries),
        Detrending some => some.ToString().Split(',', StringSplitOptions.TrimEntries),
        _ => [words],
    };
}
