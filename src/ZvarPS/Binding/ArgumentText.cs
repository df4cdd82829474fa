using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// The text of an argument as it was typed. PowerShell reads <c>300s</c> as a short and <c>10d</c> as a decimal, and
/// writes a double in the session's culture; what was meant is in the argument's own text.
/// </summary>
internal static class ArgumentText
{
    private const int LongestShown = 60;

    /// <summary>The text, in the invariant culture where there is only a number.</summary>
    /// <exception cref="FormatException">The argument is no single value.</exception>
    internal static string Of(object? argument, string forms)
    {
        object? value = Unwrap(argument);
        return value switch
        {
            null => throw new FormatException($"There is no value. Write one of: {forms}."),
            string text => text,
            IList list => throw new FormatException(
                $"'{Begin(string.Join(',', list.Cast<object>()))}' is a list, not one value. Decimals have a point,"
                + $" not a comma, and arguments a space between them: write one of: {forms}."),
            IFormattable number when argument is PSObject typed
                && typed.ToString() is { } text && text != number.ToString(null, CultureInfo.CurrentCulture) => text,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => argument!.ToString() ?? "",
        };
    }

    private static string Begin(string text) =>
        text.Length <= LongestShown ? text : $"{text.AsSpan(0, LongestShown)}…";

    /// <summary>The object inside what PowerShell wraps around it.</summary>
    internal static object? Unwrap(object? argument) => argument is PSObject wrapped ? wrapped.BaseObject : argument;
}
