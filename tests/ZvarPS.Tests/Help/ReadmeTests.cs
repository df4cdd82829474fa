using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

public class ReadmeTests
{
    [Fact]
    public void It_leads_to_the_page_of_every_cmdlet()
    {
        string readme = File.ReadAllText(Path.Combine(Built.ModuleFolder, "README.md"));
        Assert.All(CmdletHelp.All, help => Assert.Contains(
            $"[`{help.Name}`](docs/cmdlets/{help.Name}.md)", readme, StringComparison.Ordinal));
    }
}
