using System.Diagnostics;
using System.Text.RegularExpressions;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>The program that makes the help, with a copy of the pages that something can be done to.</summary>
public sealed class HelpProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    /// <summary>Copies the pages.</summary>
    public HelpProgram()
    {
        Directory.CreateDirectory(Pages);
        foreach (string page in Directory.EnumerateFiles(Path.Combine(Built.ModuleFolder, "docs", "cmdlets")))
        {
            File.Copy(page, Path.Combine(Pages, Path.GetFileName(page)));
        }
    }

    internal string Pages => Path.Combine(_folder, "cmdlets");

    internal string Maml => Path.Combine(_folder, "help.xml");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static (int ExitCode, string Told) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.HelpProgram, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        string told = program.StandardError.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, told);
    }

    /// <summary>Makes the help of the copy.</summary>
    internal (int ExitCode, string Told) Make() => Run("--pages", Pages, "--maml", Maml);

    internal string Page(string cmdlet) => Path.Combine(Pages, $"{cmdlet}.md");

    internal string Read(string cmdlet) => File.ReadAllText(Page(cmdlet));

    internal Dictionary<string, string> ReadAll() =>
        Directory.EnumerateFiles(Pages).ToDictionary(file => file, File.ReadAllText);

    /// <summary>Changes a page of the copy; a pattern that is not in it is an error.</summary>
    internal void Edit(string cmdlet, string pattern, string becomes)
    {
        string text = Read(cmdlet);
        Match found = Regex.Match(text, pattern, RegexOptions.Multiline);
        Assert.True(found.Success, $"{cmdlet}.md has no {pattern}");
        File.WriteAllText(Page(cmdlet), text.Remove(found.Index, found.Length).Insert(found.Index, becomes));
    }
}
