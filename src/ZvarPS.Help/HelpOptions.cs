namespace ZvarPS.Help;

/// <summary>What the command line says.</summary>
internal sealed record HelpOptions
{
    internal const string Usage = """
        Makes the help of the pages in docs/cmdlets and of the built cmdlets: the syntax and the facts in the pages, and
        en-US/ZvarPS.dll-Help.xml.

          dotnet run --project src/ZvarPS.Help [-- options]

          --check          write nothing; fail if anything would change
          --pages <folder> the pages, if not docs/cmdlets
          --maml <file>    the help file, if not en-US/ZvarPS.dll-Help.xml
        """;

    /// <summary>The folder of the pages.</summary>
    internal required string Pages { get; init; }

    /// <summary>The help file.</summary>
    internal required string Maml { get; init; }

    /// <summary>Whether to compare only.</summary>
    internal bool OnlyChecks { get; init; }

    /// <summary>What the command line says; null where it is not understood.</summary>
    internal static HelpOptions? Parse(ReadOnlySpan<string> arguments, HelpOptions defaults) => arguments switch
    {
        [] => defaults,
        ["--check", .. var others] => Parse(others, defaults with { OnlyChecks = true }),
        ["--pages", var folder, .. var others] => Parse(others, defaults with { Pages = folder }),
        ["--maml", var file, .. var others] => Parse(others, defaults with { Maml = file }),
        _ => null,
    };
}
