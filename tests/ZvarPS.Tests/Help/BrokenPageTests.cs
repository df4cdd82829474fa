namespace ZvarPS.Tests.Help;

public sealed class BrokenPageTests(BrokenPages broken) : IClassFixture<BrokenPages>
{
    public static TheoryData<int> Mistakes => [.. Enumerable.Range(0, BrokenPages.Mistakes.Length)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_its_page_its_heading_and_what_would_be_right(int which)
    {
        BrokenPages.Mistake mistake = BrokenPages.Mistakes[which];
        Assert.Contains(broken.Problems, problem =>
            problem.Contains($"{mistake.Page}.md(", StringComparison.Ordinal)
            && problem.Contains($"): {mistake.Heading}", StringComparison.Ordinal)
            && problem.Contains(mistake.Told, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_is_told_once_and_nothing_else() =>
        Assert.Equal(BrokenPages.Mistakes.Length + 2, broken.Problems.Length);

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        Assert.Contains(broken.Problems, problem =>
            problem.EndsWith(
                "Show-ZvarLightCurve.md(1): # Show-ZvarLightCurve: the cmdlet has no page:"
                    + " write one as those beside it are.",
                StringComparison.Ordinal));
        Assert.Contains(broken.Problems, problem =>
            problem.EndsWith(
                "Show-ZvarCurve.md(1): # Show-ZvarCurve: there is no such cmdlet: rename the page, or take it away.",
                StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_while_something_is_wrong()
    {
        Assert.Equal(1, broken.ExitCode);
        Assert.Equal(broken.Before, broken.After);
        Assert.False(broken.WroteHelp);
    }
}
