namespace ZvarPS;

/// <summary>
/// A parameter that takes one value or several: arrays and lists of every kind, the keys of a dictionary, a set.
/// </summary>
/// <typeparam name="T">What each is read into.</typeparam>
public abstract class ListReadingAttribute<T> : ReadingAttribute
{
    /// <summary>The forms an element has, for error messages.</summary>
    private protected abstract string Forms { get; }

    /// <summary>Reads one element.</summary>
    /// <exception cref="FormatException">It cannot be read; the message names the accepted forms.</exception>
    private protected abstract T ReadElement(object? element);

    private protected override object Read(object? argument)
    {
        object?[] elements = Argument.Elements(argument);
        return elements.Length > 0
            ? Array.ConvertAll(elements, ReadElement)
            : throw new FormatException($"The list is empty. Write one or several of: {Forms}.");
    }
}
