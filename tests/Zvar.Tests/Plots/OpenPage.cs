using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

// A page of folds or of light curves, open in a browser, read as its user reads it.
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    private OpenPage(IBrowserContext context, IPage page, string file)
    {
        _context = context;
        Page = page;
        _file = file;
        Listen();
    }

    public IPage Page { get; private set; }

    public List<string> Errors { get; } = [];

    public List<string> Requests { get; } = [];

    public Uri Address => new(_file);

    public static Task<OpenPage> OpenAsync(
        Chromium browser, IReadOnlyList<FoldView> folds, string hash = "", BrowserNewContextOptions? options = null) =>
        OpenAsync(browser, PageFile.Write(new FoldPage(), folds), hash, options);

    public static Task<OpenPage> OpenAsync(
        Chromium browser,
        IReadOnlyList<LightCurveView> lightCurves,
        string hash = "",
        BrowserNewContextOptions? options = null) =>
        OpenAsync(browser, PageFile.Write(new LightCurvePage(), lightCurves), hash, options);

    public static async Task<OpenPage> OpenAsync(
        Chromium browser,
        string html,
        string hash = "",
        BrowserNewContextOptions? options = null,
        string? script = null)
    {
        IBrowserContext context = await browser.NewContextAsync(options);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        if (script is not null)
        {
            await context.AddInitScriptAsync(script);
        }

        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var page = new OpenPage(context, await context.NewPageAsync(), file);
        await page.GoToAsync(hash);
        return page;
    }

    public async Task GoToAsync(string hash)
    {
        await Page.GotoAsync(Address + hash);
        await Page.Locator("body.ready").WaitForAsync();
        await SettleAsync();
    }

    // As its user opens the page another time and closes the first. A context that has no page left for a moment may
    // forget what it keeps: it has no disk.
    public async Task ReopenAsync()
    {
        IPage closed = Page;
        Page = await _context.NewPageAsync();
        Listen();
        await GoToAsync("");
        await closed.CloseAsync();
    }

    // As its user opens another page.
    public async Task OpenOtherAsync(string html)
    {
        await File.WriteAllTextAsync(_file, html);
        await ReopenAsync();
    }

    // As its user clears what the browser keeps.
    public async Task ForgetAsync()
    {
        await Page.EvaluateAsync("() => localStorage.clear()");
        await ReopenAsync();
    }

    // Until what was asked for before has been drawn.
    public Task SettleAsync() => Page.EvaluateAsync(
        """
        async () => {
          await turn;
          await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }
        """);

    public async Task PressAsync(string key)
    {
        await Page.Keyboard.PressAsync(key);
        await SettleAsync();
    }

    public async Task ClickAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await SettleAsync();
    }

    public async Task WriteAsync(string label, string text)
    {
        ILocator box = Control(label);
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await box.BlurAsync();
        await SettleAsync();
    }

    public async Task ChooseAsync(string label, string option)
    {
        await Control(label).SelectOptionAsync(new SelectOptionValue { Label = option });
        await SettleAsync();
    }

    public async Task SwitchAsync(string label, bool on)
    {
        await Control(label).SetCheckedAsync(on);
        await SettleAsync();
    }

    // A control as its reader finds it: by the name it has for a screen reader.
    public ILocator Control(string label) => Page.GetByLabel(label, new() { Exact = true });

    public Task<string> TextAsync(string selector) => Page.Locator(selector).InnerTextAsync();

    // The names of a figure's series: bands, and bands with what their bins show.
    public Task<string[]> SeriesAsync(string stage = "#fold") => Page.EvaluateAsync<string[]>(
        "stage => document.querySelector(`${stage} .plot`).data.map(trace => trace.name)", stage);

    public Task<double[]> AcrossAsync(string series, string stage = "#fold") => ColumnAsync(stage, series, "x");

    public Task<double[]> UpAsync(string series, string stage = "#fold") => ColumnAsync(stage, series, "y");

    public async Task<double> PeriodAsync() => double.Parse(
        await Control("Period in days").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);

    // What the page writes behind the # of its address a moment after a change. Asked of the page itself: that the address
    // changed is no navigation, and whoever waits for one may wait for the next.
    public async Task<string> HashAsync()
    {
        IJSHandle hash = await Page.WaitForFunctionAsync(
            "() => location.hash.slice(1)", null, new PageWaitForFunctionOptions { PollingInterval = 50 });
        return await hash.JsonValueAsync<string>();
    }

    public Task<string> ClipboardAsync() => Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    // Whether a canvas shows a colour, as rgb, somewhere.
    public Task<bool> ShowsAsync(string stage, int red, int green, int blue) => Page.EvaluateAsync<bool>(
        """
        ([stage, ...color]) => {
          const canvas = document.querySelector(`${stage} canvas`);
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          for (let i = 0; i < pixels.length; i += 4) {
            if (pixels[i + 3] > 150 && color.every((part, at) => Math.abs(pixels[i + at] - part) < 3)) {
              return true;
            }
          }
          return false;
        }
        """,
        new object[] { stage, red, green, blue });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        File.Delete(_file);
    }

    private void Listen()
    {
        Page.PageError += (_, error) => Errors.Add(error);
        Page.Request += (_, request) => Requests.Add(request.Url);
    }

    private Task<double[]> ColumnAsync(string stage, string series, string column) => Page.EvaluateAsync<double[]>(
        "([stage, series, column]) => Array.from("
        + "document.querySelector(`${stage} .plot`).data.find(trace => trace.name === series)[column])",
        new[] { stage, series, column });
}
