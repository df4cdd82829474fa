using System.Management.Automation.Language;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>
/// The examples in the help, run on the demo sky. Those that call more than PowerShell's core (Export-Csv, say) run in
/// the Pester suite, and so do all the others once more.
/// </summary>
public sealed class ExampleTests : IDisposable
{
    private const int WidthInConsole = 76;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(CmdletHelpTests.Cmdlets), MemberType = typeof(CmdletHelpTests))]
    public void There_are_three_that_call_the_cmdlet_and_explain_it(string name)
    {
        ExampleHelp[] examples = CmdletHelp.Of(name).Examples;
        Assert.True(examples.Length >= 3, $"{name} has {examples.Length} examples.");
        Assert.All(examples, example =>
        {
            Assert.Contains(name, CommandsOf(example.Code));
            Assert.EndsWith(".", example.Remarks, StringComparison.Ordinal);
        });
        Assert.All(examples.Select((example, i) => (example.Title, Number: i + 1)), one =>
            Assert.Matches($"^-+ Example {one.Number}: .+ -+$", one.Title));
    }

    [Theory]
    [MemberData(nameof(CmdletHelpTests.Cmdlets), MemberType = typeof(CmdletHelpTests))]
    public void They_fit_into_80_columns(string name) => Assert.All(
        CmdletHelp.Of(name).Examples.SelectMany(example => example.Code.Split('\n').Append(example.Title)),
        line => Assert.True(line.Length <= WidthInConsole, line));

    [Theory]
    [MemberData(nameof(CmdletHelpTests.Cmdlets), MemberType = typeof(CmdletHelpTests))]
    public void They_run_without_error(string name)
    {
        using var shell = new Shell("$ErrorActionPreference = 'Stop'");
        shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();
        ExampleHelp[] runnable = [.. CmdletHelp.Of(name).Examples.Where(example => IsRunnable(shell, example))];
        Assert.NotEmpty(runnable);
        foreach (ExampleHelp example in runnable)
        {
            Output output = shell.Run($"Connect-Zvar -Demo\n& {{\n{example.Code}\n}}");
            Assert.True(output.Errors.Count == 0, $"{name}, {example.Title}: {string.Join("; ", output.Errors)}");
        }
    }

    private static bool IsRunnable(Shell shell, ExampleHelp example) => CommandsOf(example.Code).All(command =>
        shell.Run("Get-Command $command -ErrorAction Ignore", ("command", command)).Results.Count > 0);

    private static string[] CommandsOf(string code)
    {
        ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.Message));
        return [.. script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true)
            .Select(ast => ((CommandAst)ast).GetCommandName()).Distinct()];
    }
}
