using System.Text.RegularExpressions;

namespace Zvar.Tables;

// A page of the web, which a service gives to browsers where a table was asked for.
internal static partial class HtmlPage
{
    internal static bool IsBegunBy(string text) => Begin().IsMatch(text);

    // What is in front of it, without looking back: a declaration of XML and remarks.
    [GeneratedRegex(
        @"^\uFEFF?\s*(?><\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}
