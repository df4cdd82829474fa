using System.Net;

namespace Zvar.Http;

// What a page calls itself: the text of its title, else of its first heading. It is looked for once from front to back,
// whatever the page is made of.
internal static class HtmlTitle
{
    private const StringSplitOptions NoEmpty = StringSplitOptions.RemoveEmptyEntries;

    private static readonly string[] Elements = ["title", "h1"];

    // Empty where it has neither, or nothing in it.
    internal static string Of(string page) =>
        Elements.Select(element => TextOf(element, page)).FirstOrDefault(text => text.Length > 0) ?? "";

    private static string TextOf(string element, string page)
    {
        int start = page.IndexOf($"<{element}", StringComparison.OrdinalIgnoreCase);
        int text = start < 0 ? -1 : page.IndexOf('>', start) + 1;
        int end = text <= 0 ? -1 : page.IndexOf('<', text);
        return end < 0
            ? ""
            : string.Join(' ', WebUtility.HtmlDecode(page[text..end]).Split(default(char[]), NoEmpty));
    }
}
