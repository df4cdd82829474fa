namespace ZvarPS.Host;

/// <summary>What the command line says.</summary>
internal sealed record HostOptions
{
    private const string Help = """
        Runs PowerShell commands with ZvarPS loaded, on a machine that has the .NET SDK and no pwsh.

          ZvarPS.Host -Command <text>             run a command
          ZvarPS.Host -File <script> [arguments]  run a script
          ZvarPS.Host                             a plain prompt; 'exit' ends it

        Only PowerShell's core commands exist here (Where-Object, ForEach-Object, Get-Help, ...): for Export-Csv,
        Sort-Object, Format-Table and the rest use pwsh.
        """;

    /// <summary>The command to run.</summary>
    internal string? Command { get; private init; }

    /// <summary>The script to run.</summary>
    internal string? File { get; private init; }

    /// <summary>The script's arguments.</summary>
    internal IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>Whether only the help is wanted.</summary>
    internal bool ShowsHelp { get; private init; }

    /// <summary>What is wrong with the command line.</summary>
    internal string? Problem { get; private init; }

    internal static HostOptions Parse(string[] args) => args switch
    {
        [] => new(),
        [var help] when Is(help, "help", "h", "?") => new() { ShowsHelp = true },
        [var command, .. { Length: > 0 } text] when Is(command, "command", "c") =>
            new() { Command = string.Join(' ', text) },
        [var file, var path, .. var arguments] when Is(file, "file", "f") =>
            new() { File = path, Arguments = arguments },
        [var other, ..] => new() { Problem = $"'{other}' is not understood, or something is missing after it." },
    };

    internal static int WriteHelp(TextWriter writer, int exitCode, string? problem = null)
    {
        if (problem is not null)
        {
            writer.WriteLine(problem);
        }

        writer.WriteLine(Help);
        return exitCode;
    }

    private static bool Is(string argument, params ReadOnlySpan<string> names)
    {
        string name = argument.TrimStart('-', '/');
        foreach (string one in names)
        {
            if (name.Length < argument.Length && name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
