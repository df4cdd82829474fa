namespace Zvar.Http;

// The one door for what a service says in its own words and a person will read: error bodies, reason phrases, broken
// header lines, where a redirect goes. What comes in is without the credential that the service was sent, visible, on
// one line and not long. It is redacted before it is cut: half a password is one too many.
internal sealed class ForeignText(BasicAuthentication? authentication)
{
    private const string Withheld = "(not shown: it repeats the password)";

    private const int LongestLine = 300;

    internal string FirstLine(string text)
    {
        ReadOnlySpan<char> line = Redact(text).AsSpan().Trim();
        int end = line.IndexOfAny('\r', '\n');
        return Excerpt.Of((end < 0 ? line : line[..end].TrimEnd()).ToString(), LongestLine);
    }

    internal string Redact(string text) =>
        authentication is null ? text : authentication.ReadSecrets().Redact(text) ?? Withheld;
}
