using System.Text.RegularExpressions;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

public partial class AboutTopicTests
{
    public static TheoryData<string> Topics => [.. AboutTopic.Names];

    [Fact]
    public void There_are_those_the_module_promises() => Assert.Equal(
        [
            "about_ZvarPS",
            "about_ZvarPS_Archives",
            "about_ZvarPS_Catalogs",
            "about_ZvarPS_Connections",
            "about_ZvarPS_Errors",
            "about_ZvarPS_Folding",
            "about_ZvarPS_Notebook",
            "about_ZvarPS_Periods",
            "about_ZvarPS_Tables",
            "about_ZvarPS_Vetting",
        ],
        AboutTopic.Names);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_finds_it(string name)
    {
        using var shell = new Shell();
        string text = shell.Run("Get-Help $name", ("name", name)).Single.ToString();
        Assert.Equal(string.Join('\n', AboutTopic.Read(name)).Trim(), text.ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Fits_into_80_columns(string name) =>
        Assert.All(AboutTopic.Read(name), line => Assert.True(line.Length <= 80 && line == line.TrimEnd(), line));

    [Fact]
    public void The_first_one_names_every_cmdlet()
    {
        string text = string.Join('\n', AboutTopic.Read("about_ZvarPS"));
        Assert.All(CmdletHelp.All, help => Assert.Contains(help.Name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_error_id_is_told_and_no_other()
    {
        // The ids are named where the records are made; the errors of a source, of an archive, of a table, of a period
        // search and of a name are called as their enumerations call them.
        string code = File.ReadAllText(Path.Combine(Built.ModuleFolder, "src", "ZvarPS", "Errors", "ErrorRecords.cs"));
        using var shell = new Shell();
        IEnumerable<string> ids = shell.Run(
                """
                $tables = [Reflection.Assembly]::Load('Zvar.Tables')
                [Zvar.ZvarError], [Zvar.PeriodSearchError], [Zvar.ArchiveError], [Zvar.NameError], [Zvar.TableError],
                    $tables.GetType('Zvar.Tables.Samp.SampError') |
                    ForEach-Object { [enum]::GetNames($_) }
                """)
            .Succeed().Select(id => id.ToString())
            .Concat(IdInCode().Matches(code).Select(match => match.Groups[1].Value));
        Assert.Equal(ids.Distinct().Order(), Errors().Select(error => error.Id).Order());
    }

    [Fact]
    public void Every_error_id_is_asserted_by_a_test()
    {
        string tests = string.Join('\n', Directory
            .EnumerateFiles(Path.Combine(Built.ModuleFolder, "tests"), "*Tests.*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Help{Path.DirectorySeparatorChar}"))
            .Select(File.ReadAllText));
        Assert.All(Errors(), error => Assert.Matches($"\\b{error.Id}\\b", tests));
    }

    [Fact]
    public void Every_error_says_when_it_comes_what_it_is_about_and_what_to_do() =>
        Assert.All(Errors(), error =>
        {
            Assert.Matches("Kind: +(non-)?terminating", error.Text);
            Assert.Matches(@"When: +\w", error.Text);
            Assert.Matches(@"Target: +\w", error.Text);
            Assert.Matches(@"Cure: +\w", error.Text);
        });

    // Under the heading THE ERRORS: an id on a line of its own, and what is said of it, indented further.
    private static List<(string Id, string Text)> Errors()
    {
        string topic = string.Join('\n', AboutTopic.Read("about_ZvarPS_Errors"));
        string section = topic[topic.IndexOf("THE ERRORS\n", StringComparison.Ordinal)..];
        return
        [
            .. ErrorInTopic().Matches(section)
                .Select(match => (match.Groups["id"].Value, match.Groups["text"].Value)),
        ];
    }

    [GeneratedRegex(@"nameof\((\w+)\),")]
    private static partial Regex IdInCode();

    [GeneratedRegex(@"^ {4}(?<id>[A-Z]\w+)\n(?<text>(?: {6}.*\n)+)", RegexOptions.Multiline)]
    private static partial Regex ErrorInTopic();
}
