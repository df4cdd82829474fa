namespace Zvar.Http;

// The text that Sesame answers with: blocks that begin with #=, one for each catalogue that was asked; in them %J with
// a position, %I.0 with the name of the object there, in either order, and #! where there is nothing or went wrong.
internal static class SesameAnswer
{
    private const string Block = "#=";
    private const string Failure = "#!";
    private const string Position = "%J ";
    private const string Identifier = "%I.0 ";
    private const string NotAsked = "Could not access";

    // The first position there is; null for a text that is no such answer.
    internal static ResolvedName? Read(string answer, string name, string host)
    {
        string[] lines = answer.Split('\n', StringSplitOptions.TrimEntries);
        int position = Array.FindIndex(lines, line => line.StartsWith(Position, StringComparison.Ordinal));
        if (position >= 0)
        {
            return ReadPosition(lines[position]) is { } there
                ? new ResolvedName(
                    name, IdentifierIn(lines, position) ?? name, there.Ra, there.Dec, ServiceIn(lines, position, host))
                : null;
        }

        string[] failures = Array.FindAll(lines, line => line.StartsWith(Failure, StringComparison.Ordinal));
        return failures.Length > 0 || Array.Exists(lines, line => line.StartsWith(Block, StringComparison.Ordinal))
            ? throw NotFound(name, host, failures)
            : null;
    }

    private static SkyPosition? ReadPosition(string line)
    {
        string[] words = line[Position.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2
            && Number.TryRead(words[0], out double ra) && ra is >= 0 and <= 360
            && Number.TryRead(words[1], out double dec) && dec is >= -90 and <= 90
                ? new SkyPosition(ra, dec)
                : null;
    }

    // VizieR gives the position before the name.
    private static string? IdentifierIn(string[] lines, int position)
    {
        int start = Math.Max(StartOf(lines, position), 0);
        int end = Array.FindIndex(
            lines, position, line => line.StartsWith(Block, StringComparison.Ordinal));
        string? line = lines[start..(end < 0 ? lines.Length : end)]
            .FirstOrDefault(line => line.StartsWith(Identifier, StringComparison.Ordinal));
        return line is null ? null : string.Join(
            ' ', line[Identifier.Length..].Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    // As in "#=Sc=Simbad (CDS, via client/server):    1     4ms".
    private static string ServiceIn(string[] lines, int position, string host)
    {
        int start = StartOf(lines, position);
        string head = start < 0 ? "" : lines[start];
        int from = head.IndexOf('=', Math.Min(Block.Length, head.Length)) + 1;
        int to = head.IndexOfAny([' ', '(', ':'], from);
        string service = from > 0 && to > from ? head[from..to] : "";
        return service.Length > 0 ? $"{service} ({host})" : host;
    }

    private static int StartOf(string[] lines, int position) => Array.FindLastIndex(
        lines, position, line => line.StartsWith(Block, StringComparison.Ordinal));

    private static NameException NotFound(string name, string host, string[] failures)
    {
        string[] away = Array.FindAll(
            failures, line => line.Contains(NotAsked, StringComparison.OrdinalIgnoreCase));
        string but = away.Length == 0
            ? ""
            : $" It could not ask everybody: '{Excerpt.Of(away[0][Failure.Length..].Trim())}'.";
        return new NameException(
            NameError.NameNotResolved,
            $"{host} knows nothing of the name '{Excerpt.Of(name)}'.{but} Look at how it is written,"
            + " or give its position.")
        {
            IsFinal = away.Length == 0,
        };
    }
}
