namespace ZvarPS.Tests.Help;

/// <summary>Pages that are wrong, each in some way, and what the program that makes the help says of them.</summary>
public sealed class BrokenPages : IDisposable
{
    private readonly HelpProgram _program = new();

    /// <summary>Breaks the pages and runs the program.</summary>
    public BrokenPages()
    {
        foreach (Mistake mistake in Mistakes)
        {
            _program.Edit(mistake.Page, mistake.Pattern, mistake.Becomes);
        }

        File.Move(_program.Page("Show-ZvarLightCurve"), _program.Page("Show-ZvarCurve"));
        Before = _program.ReadAll();
        (ExitCode, string told) = _program.Make();
        Problems = told.ReplaceLineEndings("\n").Trim().Split('\n');
        After = _program.ReadAll();
        WroteHelp = File.Exists(_program.Maml);
    }

    internal static Mistake[] Mistakes { get; } =
    [
        new("Get-ZvarField", @"(?<=\A# ).*", "Get-ZvarFeld", "# Get-ZvarFeld", "'# Get-ZvarField'"),
        new("Get-ZvarObject", @"(?<=\A# .*\n\n).*\n\n", "", "# Get-ZvarObject", "say in one sentence"),
        new(
            "Get-ZvarProcessingLog", @"(?<=\A(.*\n)+?```\n\n)[^#]+(?=## Examples)", "",
            "# Get-ZvarProcessingLog", "there is no description"),
        new(
            "Find-ZvarCone", @"(?<=^### Example 2: .*\n\n)```(.*\n)+?```", "",
            "### Example 2: A position in hours, and a filter", "```powershell"),
        new(
            "Find-ZvarCone", @"^Lists the stars within one .*\n\n", "",
            "### Example 1: The stars around a position", "say after the code what it does"),
        new("Find-ZvarCone", "^### Example 3", "### Example 7", "### Example 7: One entry", "'### Example 3: …'"),
        new("Find-ZvarCone", "^### -Strict", "### -Lenient", "### -Lenient", "It has -Ra, -Dec, "),
        new("Find-ZvarCone", @"^A name for the position, .*\n\n", "", "### -TargetName", "say what the parameter"),
        new(
            "Find-ZvarCone", @"^\*Int32; default: 4\*", "*Int32; mostly 4*",
            "### -ThrottleLimit", "'mostly 4' is no fact"),
        new("Find-ZvarCone", @"^\*\*System.Management.*", "**None**", "## Input", "the cmdlet takes a pipeline"),
        new("Find-ZvarCone", @"^Positions as text\.", "", "## Input", "nothing is said of System.String"),
        new(
            "Find-ZvarCone", @"(?<=^## Output\n\n)\*\*.*", "**Zvar.LightCurve**",
            "## Output", "the cmdlet gives Zvar.ZvarObject"),
        new("ConvertTo-ZvarFold", "^### -Epoch", "### -Bins", "### -Bins", "this parameter is there twice"),
        new("ConvertTo-ZvarFold", "^## Notes", "## Input", "## Input", "this section is there twice"),
        new("ConvertTo-ZvarFold", @"(?<=^## Examples\n\n)", "Some:\n\n", "## Examples", "move it there"),
        new("Connect-Zvar", "^## Notes", "## Remarks", "## Remarks", "Notes, See also"),
        new("Connect-Zvar", @"^## See also(.*\n)+", "", "# Connect-Zvar", "there is no section '## See also'"),
        new("Disconnect-Zvar", @"(?<=^## See also\n\n)(.*\n)+", "None.\n", "## See also", "there is no link"),
        new("Disconnect-Zvar", @"(?<=^## Input\n\n)\*\*None\*\*", "**System.String**", "## Input", "takes no pipeline"),
        new("Show-ZvarFold", @"(?<=^## Notes\n\n)", "### More\n\n", "### More", "make it a sentence"),
        new(
            "Invoke-ZvarXmatch", @"(?<=^## Notes\n\n)", "As <text>.\n\n",
            "# Invoke-ZvarXmatch", "write it as `<text>`"),
    ];

    internal int ExitCode { get; }

    internal string[] Problems { get; }

    internal Dictionary<string, string> Before { get; }

    internal Dictionary<string, string> After { get; }

    internal bool WroteHelp { get; }

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    /// <summary>One mistake in a page, and what is said of it.</summary>
    internal sealed record Mistake(string Page, string Pattern, string Becomes, string Heading, string Told);
}
