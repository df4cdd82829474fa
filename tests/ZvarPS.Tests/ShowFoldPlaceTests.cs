using System.Diagnostics;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Where Show-ZvarFold shows when nobody says: the browser, where there is one, else the terminal.</summary>
[Collection(nameof(EnvironmentAlone))]
public sealed class ShowFoldPlaceTests : IDisposable
{
    private static readonly string[] Variables = ["BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "HOME"];

    private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose()
    {
        _shell.Dispose();
        foreach ((string variable, string? value) in Variables.Zip(_before))
        {
            Environment.SetEnvironmentVariable(variable, value);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Without_a_browser_and_a_terminal_the_fold_is_text_on_the_pipeline()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "There is always a browser here.");
        SetOnly("BROWSER", null);
        string drawing = Assert.IsType<string>(_shell.Run("Show-ZvarFold 145120008365555264").Single.BaseObject);
        string[] lines = drawing.Split('\n');
        Assert.Contains("145120008365555264", lines[0], StringComparison.Ordinal);
        Assert.Contains("synthetic", lines[0], StringComparison.Ordinal);
        Assert.Contains(drawing, letter => letter is > '\u2800' and <= '\u28FF');
        Assert.DoesNotContain('\u001b', drawing);
        Assert.All(lines, line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void A_drawing_as_text_can_be_written_to_a_file()
    {
        string path = Path.Combine(_folder, "fold.txt");
        _shell.Run("145120008365555264, 126541217361397171 | Show-ZvarFold -Path $path", ("path", path)).Succeed();
        Assert.Contains("126541217361397171", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_opened_in_the_browser_that_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The browser of this test is a shell script.");
            return;
        }

        // A browser that writes into a named pipe the page it was given.
        string opened = Path.Combine(_folder, "opened");
        string browser = Path.Combine(_folder, "browser");
        using (Process pipe = Process.Start("mkfifo", opened))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(
            browser, $"#!/bin/sh\necho \"$1\" > '{opened}'\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        SetOnly("BROWSER", browser);
        Environment.SetEnvironmentVariable("HOME", _folder);

        Assert.Empty(_shell.Run("Show-ZvarFold 145120008365555264").Succeed());

        string page = (await File.ReadAllTextAsync(opened, TestContext.Current.CancellationToken)).Trim();
        Assert.Equal(Path.Combine(_folder, "ZvarPS", "145120008365555264.html"), page);
        string html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("145120008365555264", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_written_where_Path_says_is_not_opened()
    {
        SetOnly("BROWSER", Path.Combine(_folder, "there is none"));
        string path = Path.Combine(_folder, "fold.html");
        Output output = _shell.Run("Show-ZvarFold 145120008365555264 -As Page -Path $path -PassThru", ("path", path));
        Assert.Equal(path, Assert.IsType<FileInfo>(output.Single.BaseObject).FullName);
    }

    private static void SetOnly(string variable, string? value)
    {
        foreach (string one in Variables.SkipLast(1))
        {
            Environment.SetEnvironmentVariable(one, null);
        }

        Environment.SetEnvironmentVariable(variable, value);
    }
}
