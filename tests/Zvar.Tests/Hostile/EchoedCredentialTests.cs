using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zvar.Http;
using Zvar.Tests.Http;

namespace Zvar.Tests.Hostile;

/// <summary>A service that repeats the credential it was sent, in every place and in every writing.</summary>
public partial class EchoedCredentialTests
{
    private const string Password = Connections.Password;

    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Password}"));

    // The name of a writing, and how it is written.
    private static readonly Dictionary<string, string> Writings = new()
    {
        ["plain"] = Password,
        ["header"] = $"Basic {Encoded}",
        ["header without padding"] = Encoded.TrimEnd('='),
        ["header for addresses"] = Encoded.Replace('+', '-').Replace('/', '_'),
        ["header in lines"] = string.Join("\r\n ", Encoded.Chunk(10).Select(part => new string(part))),
        ["base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)),
        ["JSON"] = JsonSerializer.Serialize(Password),
        ["JSON, every letter"] = Each(Password, unit => $"\\u{(int)unit:x4}"),
        ["JSON in JSON"] = JsonSerializer.Serialize(JsonSerializer.Serialize(Password)),
        ["HTML"] = WebUtility.HtmlEncode(Password),
        ["HTML, every letter"] = Each(Password, unit => $"&#x{(int)unit:X};"),
        ["address"] = Uri.EscapeDataString(Password),
        ["form"] = WebUtility.UrlEncode(Password),
        ["address in HTML in JSON"] =
            JsonSerializer.Serialize(Each(Uri.EscapeDataString(Password), unit => $"&#{(int)unit};")),
        ["spaced"] = Each(Password, unit => $"{unit} "),
        ["cut in two"] = $"{Password[..8]}\n, {Password[8..]}",
        ["beginning"] = Password[..8],
        ["end"] = $"{Password[^8..]}.",
    };

    public static TheoryData<string> Names => [.. Writings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_an_error_body(string writing) => AttackAsync(
        call => call.AnswerAsync(400, $"You sent {Writings[writing]}", type: "text/plain"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_detail_of_an_error(string writing) => AttackAsync(call => call.AnswerAsync(
        422,
        JsonSerializer.Serialize(new { detail = new[] { new { loc = new[] { Writings[writing] }, msg = "no" } } })));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_title_of_a_page(string writing) => AttackAsync(
        call => call.AnswerAsync(403, $"<html><title>{Writings[writing]}</title>", type: "text/html"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_reason_phrase_of_what_is_tried_again(string writing) => AttackAsync(
        call => call.SendAsync($"HTTP/1.1 503 Not {OneLine(writing)}\r\nContent-Length: 0\r\n\r\n"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_reason_phrase(string writing) => AttackAsync(
        call => call.SendAsync($"HTTP/1.1 400 Not {OneLine(writing)}\r\nContent-Length: 0\r\n\r\n"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_a_header_line_that_is_none(string writing) => AttackAsync(async call =>
    {
        await call.SendAsync($"HTTP/1.1 200 OK\r\n{OneLine(writing)}\r\nContent-Length: 0\r\n\r\n");
        call.Close();
    });

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_place_of_the_JSON(string writing) => AttackAsync(
        call => call.AnswerAsync(200, $"You sent {Writings[writing]}"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Where_the_answer_is_cut(string writing) => AttackAsync(
        call => call.AnswerAsync(200, $"{new string('x', 8192 - 9)}{Writings[writing]}{new string('x', 600)}"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_a_name_that_is_cut_where_it_is_shown(string writing) => AttackAsync(call => call.AnswerAsync(
        200,
        $$"""[{"psid": {{JsonSerializer.Serialize(new string('x', 52) + Writings[writing])}}, "ra": 1, "dec": 2}]"""));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_a_redirect(string writing) => AttackAsync(call => call.SendAsync(
        $"HTTP/1.1 302 Found\r\nLocation: http://{Uri.EscapeDataString(Writings[writing])}.org/\r\n"
        + "Content-Length: 0\r\n\r\n"));

    // A page of spaces, of headings that do not end, of quotes and escapes: read once, from front to back.
    [Theory]
    [InlineData("<title>", " ")]
    [InlineData("", "<title>")]
    [InlineData("<title", "<h1")]
    [InlineData("{", "\\")]
    [InlineData("", "&#")]
    [InlineData("", "%")]
    public async Task Bodies_that_make_readers_go_back_are_read_once(string start, string repeated)
    {
        string body = $"{start}{string.Concat(Enumerable.Repeat(repeated, 60_000 / repeated.Length))}x";
        await using var server = new LoopbackServer(call => call.AnswerAsync(500, body, type: "text/html"));
        await using var source = new HttpSource(server.Options() with { MaximumRetryCount = 0 });

        // What went back and forth took minutes.
        ZvarException failure = await source.FailAsync()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(ZvarError.RequestFailed, failure.Error);
    }

    private static async Task AttackAsync(Func<Call, Task> attack)
    {
        List<string> log = [];
        await using var server = new LoopbackServer(attack);
        await using var source = new HttpSource(server.Options() with { Log = log.Add });
        ZvarException failure = await source.FailAsync();
        Assert.NotEmpty(server.Calls);
        string told = string.Join('\n', [.. log, failure.ToString(), failure.Details ?? ""]);
        string[] readings =
        [
            told, Latin1(told), Uri.UnescapeDataString(told), WebUtility.HtmlDecode(told), Escape().Replace(told, Unit),
        ];
        foreach (string reading in readings)
        {
            Assert.DoesNotContain(Password[..5], reading, StringComparison.Ordinal);
            Assert.DoesNotContain(Password[^5..], reading, StringComparison.Ordinal);
            Assert.DoesNotContain(Encoded[..8], reading, StringComparison.Ordinal);
            Assert.DoesNotContain(Encoded.TrimEnd('=')[^8..], reading, StringComparison.Ordinal);
        }
    }

    private static string OneLine(string writing) => Writings[writing].ReplaceLineEndings(" ");

    private static string Latin1(string text) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text));

    private static string Unit(Match escape) =>
        ((char)Convert.ToInt32(escape.Groups["unit"].Value, 16)).ToString();

    [GeneratedRegex(@"\\+u(?<unit>[0-9A-Fa-f]{4})")]
    private static partial Regex Escape();

    private static string Each(string text, Func<char, string> write) => string.Concat(text.Select(write));
}
