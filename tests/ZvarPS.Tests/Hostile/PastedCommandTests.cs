using System.Management.Automation.Language;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Hostile;

/// <summary>
/// Names of bands and of stars that would be code in the command a page copies: pasted, it draws a picture and does
/// nothing else.
/// </summary>
public sealed class PastedCommandTests : IDisposable
{
    private const string Rows =
        """
        0..9 | ForEach-Object {
            @{ Name = $name; Time = 2458000 + 1.37 * $_; Mag = 17; Flux = 5; Band = ($band, 'V')[$_ % 2] }
        }
        """;

    private readonly Shell _shell = new(
        "function global:Set-Content { $global:harmed = $args } ; function global:other { $global:harmed = 1 }");

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static TheoryData<string> Names { get; } =
    [
        "i; Set-Content x y #",
        "i'; Set-Content x y #",
        "''; Set-Content x y #",
        "i\u2018; Set-Content x y #",
        "i\u2019; Set-Content x y #",
        "i\u201a; Set-Content x y #",
        "i\u201b; Set-Content x y #",
        "i\"; Set-Content x y #",
        "$(Set-Content x y)",
        "`$(Set-Content x y)",
        "@(Set-Content x y)",
        "{Set-Content x y}",
        "i, 'g' | Set-Content x",
        "i\nSet-Content x y\n#",
        "i'\r\nSet-Content x y\r\n#",

        // The keys that end a paste, a line or what has been typed, and then again as code in double quotes.
        "i\e[201~\nSet-Content x y\n",
        "i\u0003\nSet-Content x y\n\u0003",
        "i\u001a\u0004\b\b\b\bSet-Content x y\u0085\u2028\u2029",
        "i\e\"; Set-Content x y #",
        "i\e\u201c; Set-Content x y #",
        "i\e\u201d; Set-Content x y #",
        "i\e\u201e; Set-Content x y #",
        "i\e$(Set-Content x y)",
        "i\e`$(Set-Content x y)`",
        "i\e'; Set-Content x y #",
        "i\u202e; # y x tnetnoC-teS",

        "-Path",
        "\u2013Path",
        "--%",
        "\u2013\u2013%",
        "--% | Set-Content x",
        "1kb",
        "0x1F",
        "1e5",
        "$null",
        "$band",
        "other",
        ".",
        "<#",
        "#",
        "*?[a]",
        "& other",
        "%{other}",
        "i`",
        "😀 ´ ` ¨ é\u0301",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_of_a_band_stays_one_word(string band)
    {
        string command = await CopyAsync(
            "Show-ZvarFold -Period 1.5 -Epoch Minimum -Bins 5 -Statistic Median -Cycles 1 -Band $band", band, "star");
        AssertPlain(command);
        Assert.Equal(band.Trim(), Assert.Single(BandsIn(command)));
        Assert.Equal(["star.png"], Paste(command, band, "star"));

        command = await CopyAsync("Show-ZvarLightCurve -Format Flux -DetectionsOnly -Band $band", band, "star");
        AssertPlain(command);
        Assert.Equal(band.Trim(), Assert.Single(BandsIn(command)));
    }

    [Fact]
    public async Task A_name_after_which_quotes_are_not_read_is_read_as_a_name()
    {
        const string Two = "-Band ('--%'), 'x | Set-Content x y'";
        string show =
            "ForEach-Object { $_.Band = ('--%', 'x | Set-Content x y', 'V')[$i++ % 3]; $_ } | Show-ZvarFold -Period 1";
        string command = await CopyAsync($"{show} {Two}", "g", "star");
        AssertPlain(command);
        Assert.Equal(["--%", "x | Set-Content x y"], BandsIn(command));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_of_a_star_stays_one_word(string name)
    {
        string command = await CopyAsync("Show-ZvarLightCurve -Band V", "g", name);
        AssertPlain(command);
        string file = Assert.Single(Paste(command, "g", name));
        Assert.EndsWith("-time.png", file, StringComparison.Ordinal);
    }

    // What is copied from the page of some rows.
    private async Task<string> CopyAsync(string show, string band, string name)
    {
        string page = Path.Combine(_folder, "page.html");
        _shell.Run($"{Rows} | {show} -As Page -Path $page", ("band", band), ("name", name), ("page", page)).Succeed();
        string command = await Node.RunAsync("Hostile/page-command.mjs", page);
        File.Delete(page);
        return command;
    }

    // The files there are when the command has been run, and nothing else has.
    private string[] Paste(string command, string band, string name)
    {
        _shell.Run(
            $$"""
            $null = $ExecutionContext.SessionState.Path.SetLocation($folder)
            $lightCurve = {{Rows}}
            {{command}}
            """,
            ("folder", _folder),
            ("band", band),
            ("name", name)).Succeed();
        Assert.Null(_shell.Run("$harmed").Single);
        return [.. Directory.GetFiles(_folder).Select(Path.GetFileName)!];
    }

    // One command, whose arguments are texts and numbers, and no character that is a key.
    private static void AssertPlain(string command)
    {
        Assert.DoesNotContain(command, letter => char.IsControl(letter) || letter is '\u202e' or '\u2028' or '\u2029');
        ScriptBlockAst script = Parser.ParseInput(command, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.Message));
        var pipeline = Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements));
        Assert.Equal(2, pipeline.PipelineElements.Count);
        Assert.Equal("$lightCurve", pipeline.PipelineElements[0].Extent.Text);
        var show = Assert.IsType<CommandAst>(pipeline.PipelineElements[1]);
        Assert.All(show.CommandElements.Skip(1), element => Assert.DoesNotContain(
            element.FindAll(_ => true, true),
            part => part is not (CommandParameterAst or ConstantExpressionAst or ArrayLiteralAst or ParenExpressionAst
                or PipelineAst or CommandExpressionAst)));

        // Without quotes there are words of our own alone.
        Assert.DoesNotContain(
            show.CommandElements.Skip(1).SelectMany(element => element.FindAll(IsBareWord, true)),
            word => word.Extent.Text is not ("Median" or "Flux"));
    }

    private static bool IsBareWord(Ast ast) =>
        ast is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord };

    private static IEnumerable<string> BandsIn(string command)
    {
        Ast script = Parser.ParseInput(command, out _, out _);
        var show = (CommandAst)script.FindAll(ast => ast is CommandAst, true).Single();
        var elements = show.CommandElements.ToList();
        int at = elements.FindIndex(element => element is CommandParameterAst { ParameterName: "Band" });
        return elements[at + 1].FindAll(ast => ast is StringConstantExpressionAst, true)
            .Select(text => ((StringConstantExpressionAst)text).Value);
    }
}
