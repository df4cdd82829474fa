using System.Diagnostics;
using Microsoft.Playwright;
using Zvar.Tests.Plots;

namespace Zvar.Benchmarks.Measuring;

/// <summary>A page of stars in a real browser.</summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private IPage? _page;

    private ChromiumPage(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts the browser.</summary>
    /// <exception cref="MissingProgramException">There is none.</exception>
    internal static async Task<ChromiumPage> StartAsync()
    {
        string program = ChromiumProgram.Find()
            ?? throw new MissingProgramException("no Chromium or Chrome is on the PATH.");
        IPlaywright playwright = await Playwright.CreateAsync();
        return new ChromiumPage(playwright, await playwright.Chromium.LaunchAsync(ChromiumProgram.Options(program)));
    }

    /// <summary>Opens a file in a tab of its own.</summary>
    /// <returns>Seconds from the start of the navigation until a star is on the screen.</returns>
    internal async Task<double> OpenAsync(string file, string hash = "")
    {
        if (_page is not null)
        {
            await _page.Context.DisposeAsync();
        }

        _page = await (await _browser.NewContextAsync()).NewPageAsync();
        await _page.GotoAsync(new Uri(file) + hash, new() { WaitUntil = WaitUntilState.Commit });
        IJSHandle shown = await _page.WaitForFunctionAsync(
            "() => document.body?.classList.contains('ready') && performance.now()");
        await _page.WaitForLoadStateAsync(LoadState.Load);
        return await shown.JsonValueAsync<double>() / 1000;
    }

    /// <summary>Presses a key again and again.</summary>
    /// <param name="key">The key.</param>
    /// <param name="times">How often.</param>
    /// <param name="id">The element whose text the key changes.</param>
    /// <returns>Seconds from each key to the frame that shows the change.</returns>
    internal async Task<double[]> PressAsync(string key, int times, string id)
    {
        await _page!.EvaluateAsync(
            """
            id => {
              window.seconds = [];
              let pressed = null;
              addEventListener("keydown", event => pressed = event.timeStamp, true);
              window.changes?.disconnect();
              window.changes = new MutationObserver(() => {
                const from = pressed;
                pressed = null;
                from && requestAnimationFrame(() => seconds.push((performance.now() - from) / 1000));
              });
              changes.observe(document.getElementById(id), { childList: true });
            }
            """,
            id);
        for (int i = 1; i <= times; i++)
        {
            await _page.Keyboard.PressAsync(key);
            await _page.WaitForFunctionAsync("count => seconds.length === count", i);
        }

        return await _page.EvaluateAsync<double[]>("() => seconds");
    }

    /// <summary>The resident set of the tab's process in MB (10⁶ bytes).</summary>
    internal async Task<double> MeasureMemoryAsync()
    {
        ICDPSession session = await _browser.NewBrowserCDPSessionAsync();
        System.Text.Json.JsonElement answer = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value;
        return answer.GetProperty("processInfo").EnumerateArray()
            .Where(one => one.GetProperty("type").GetString() == "renderer")
            .Max(one =>
            {
                using var process = Process.GetProcessById(one.GetProperty("id").GetInt32());
                return process.WorkingSet64 / 1e6;
            });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
