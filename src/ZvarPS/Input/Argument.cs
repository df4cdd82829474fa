using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using Zvar;

namespace ZvarPS;

/// <summary>
/// What somebody gave, at a parameter or in a cell, without what PowerShell wraps around it. PowerShell reads
/// <c>300s</c> as a short and <c>10d</c> as a decimal, and writes a double in the session's culture; what was meant is
/// in the argument's own text.
/// </summary>
internal static class Argument
{
    /// <summary>The object inside what PowerShell wraps around it; a custom object is its own wrapping.</summary>
    internal static object? Unwrap(object? argument) => argument switch
    {
        DBNull => null,
        PSObject wrapped when wrapped == AutomationNull.Value => null,
        PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
        _ => argument,
    };

    /// <summary>The elements of a list of any kind; of anything else, the one thing it is.</summary>
    internal static object?[] Elements(object? argument) =>
        ListIn(argument) is { } list ? [.. list.Cast<object?>()] : [argument];

    /// <summary>The elements, of which a text with commas is several: a list in quotes is one text.</summary>
    internal static object?[] Words(object? argument) =>
    [
        .. Elements(argument).SelectMany(IEnumerable<object?> (element) => Unwrap(element) is string text
            ? text.Split(',', StringSplitOptions.TrimEntries)
            : [element]),
    ];

    /// <summary>Whether it is a list of any kind.</summary>
    internal static bool IsList(object? argument) => ListIn(argument) is not null;

    /// <summary>Whether it has columns: a dictionary, or an object with properties.</summary>
    internal static bool IsRow(object? argument) =>
        Unwrap(argument) is PSObject or not (null or string or char or bool or IFormattable) && !IsList(argument);

    /// <summary>Whether it is a number, not the text of one.</summary>
    internal static bool IsNumber(object? argument) =>
        Unwrap(argument) is { } value and not Enum && (value is decimal || value.GetType().IsPrimitive)
            && value is not (bool or char);

    /// <summary>Whether there is nothing: null, or a text without a character.</summary>
    internal static bool IsNothing(object? argument) =>
        Unwrap(argument) is { } value ? value is string text && string.IsNullOrWhiteSpace(text) : true;

    /// <summary>
    /// The text of one value as it was typed, in the invariant culture where there is only a number. A list of one is
    /// its element.
    /// </summary>
    /// <exception cref="FormatException">There is no single value.</exception>
    internal static string Text(object? argument, string forms)
    {
        if (ListIn(argument) is not null)
        {
            return Elements(argument) is [var only] ? Text(only, forms) : throw ManyOrNone(argument, forms);
        }

        object? value = Unwrap(argument);
        return value switch
        {
            _ when IsNothing(value) => throw new FormatException($"There is no value. Write one of: {forms}."),
            string text => text,
            char letter => letter.ToString(),
            IFormattable number and not PSObject when argument is PSObject typed
                && typed.ToString() is { } text && text != number.ToString(null, CultureInfo.CurrentCulture) => text,
            IFormattable number and not PSObject => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new FormatException(
                $"'{Excerpt.Of($"{argument}")}' is an object ({Unwrap(argument)!.GetType().Name}), not a value. Write"
                + $" one of: {forms}."),
        };
    }

    private static IEnumerable? ListIn(object? argument) =>
        Unwrap(argument) is IEnumerable list and not (string or IEnumerable<KeyValuePair<string, object?>>)
            ? LanguagePrimitives.GetEnumerable(list)
            : null;

    // A decimal comma, unquoted, makes a list of two numbers.
    private static FormatException ManyOrNone(object? argument, string forms)
    {
        object?[] elements = Elements(argument);
        string advice = elements.Length > 0 && elements.All(IsNumber)
            ? " Decimals have a point, not a comma, and arguments a space between them."
            : "";
        return new FormatException(
            elements.Length == 0
                ? $"The list is empty. Write one of: {forms}."
                : $"'{Excerpt.Of(elements.Select(one => $"{one}"))}' is a list, not one value.{advice} Write one of:"
                    + $" {forms}.");
    }
}
