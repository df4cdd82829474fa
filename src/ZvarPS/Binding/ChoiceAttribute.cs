using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads one of a few words in any case, by as much of it as no other begins with, or by its number. PowerShell itself
/// completes enumerations, and asks no completer.
/// </summary>
/// <typeparam name="T">The enumeration of the words.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public class ChoiceAttribute<T> : ReadingAttribute
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    /// <summary>How a word is told in an error message.</summary>
    private protected virtual string FormOf(T value) => value.ToString();

    private protected sealed override object Read(object? argument)
    {
        string forms = string.Join(", ", Values.Select(FormOf));
        string text = Argument.Text(argument, forms).Trim();
        T[] exact = [.. Values.Where(one => one.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)
            || one.ToString("D") == text)];
        T[] begun = [.. Values.Where(one => one.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return (exact, begun) switch
        {
            ([var value], _) => value,
            (_, [var value]) => value,
            _ => throw new FormatException($"'{Excerpt.Of(text)}' is none of the words there are: {forms}."),
        };
    }
}
