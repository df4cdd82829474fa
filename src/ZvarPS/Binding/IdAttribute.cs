using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads ids of another catalogue's sources: text, whole numbers, or matches and rows that have one. A double is
/// refused, because it rounds.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdAttribute : ListReadingAttribute<string>
{
    private protected override string Forms => "2873447302730839936, J000320.77+305613.9, a match";

    private protected override string ReadElement(object? element) => Argument.IsRow(element)
        ? new Row(element!).Get("Id", "source_id") is { } id
            ? ReadElement(id)
            : throw new FormatException($"'{Excerpt.Of($"{element}")}' has no id of a source. Write one of: {Forms}.")
        : Identifier.Text(element, Forms).Trim();
}
