using System.IO.Compression;
using System.Text;
using Zvar.Http;
using Zvar.Tests.Http;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Responses without an end, of which each byte is what the API promises, and short ones that become long. How much
/// memory they take is what the benchmark prints.
/// </summary>
public class EndlessResponseTests
{
    private const long Psid = 145120008365555264;
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // How a response begins, and what follows over and over.
    public static TheoryData<string, string> LightCurves => new()
    {
        { $$"""{"{{Psid}}":[{"time":1}""", """,{"time":1}""" },
        { $$"""{"{{Psid}}":[{"time":1}""", """,{"time":2.5,"mag":17.25,"magerr":0.125,"band":"g","snr":9.5}""" },
        { $$"""{"{{Psid}}":[{"time":1,"more":[""", "1," },
        { $$"""{"{{Psid}}":[{"time":1,"more":""", "[" },
        { $$"""{"{{Psid}}":[{"time":1,"band":"x""", "xxxxxxxxxxxxxxxx" },
        { """{"x""", "xxxxxxxxxxxxxxxx" },
        { $$"""{"{{Psid}}":[""", " " },
    };

    public static TheoryData<string, string> Objects => new()
    {
        { """[{"psid":"1","ra":1,"dec":2}""", """,{"psid":"1","ra":1,"dec":2}""" },
        { """[{"psid":"1","ra":1,"dec":2,"periods":[{"period":1}""", """,{"period":1}""" },
        { """[{"psid":"1","ra":1,"dec":2,"x":"x""", "xxxxxxxxxxxxxxxx" },
        { "", "\n" },
    };

    [Theory]
    [MemberData(nameof(LightCurves))]
    public Task Of_light_curves_it_ends_where_it_is_too_large(string start, string more) =>
        AttackAsync(start, more, source => Assert.ThrowsAsync<ZvarException>(async () => await source
            .GetLightCurvesAsync(new PhotometryRequest([Psid], Band.All), Stop).ToListAsync(Stop)));

    [Theory]
    [MemberData(nameof(Objects))]
    public Task Of_objects_it_ends_where_it_is_too_large(string start, string more) =>
        AttackAsync(start, more, source => source.FailAsync());

    // Half a gigabyte of blanks goes into half a megabyte.
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_it_ends_where_it_is_too_long_for_what_was_sent(string encoding)
    {
        byte[] bomb = Compress(encoding);
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync(
                $"{Head}Content-Encoding: {encoding}\r\nContent-Length: {bomb.Length}\r\n\r\n");
            await call.SendAsync(bomb);
        });
        await using var source = new HttpSource(server.Options());

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.InvalidResponse, failure.Error);
        Assert.Contains("times as long", failure.Message, StringComparison.Ordinal);
    }

    // More bands than anybody has, each with a name of its own.
    [Fact]
    public async Task Bands_without_end_are_no_light_curve()
    {
        IEnumerable<string> points = Enumerable.Range(0, 1000)
            .Select(i => FormattableString.Invariant($$"""{"time":{{i}},"band":"band {{i}}"}"""));
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(200, $$"""{"{{Psid}}":[{{string.Join(',', points)}}]}"""));
        await using var source = new HttpSource(server.Options());

        ZvarException failure = await Assert.ThrowsAsync<ZvarException>(async () => await source
            .GetLightCurvesAsync(new PhotometryRequest([Psid], Band.All), Stop).ToListAsync(Stop));

        Assert.Equal(ZvarError.InvalidResponse, failure.Error);
        Assert.Contains("bands", failure.Message, StringComparison.Ordinal);
    }

    private static async Task AttackAsync(string start, string more, Func<HttpSource, Task<ZvarException>> ask)
    {
        long sent = 0;
        await using (var server = new LoopbackServer(
            call => SendForEverAsync(call, start, more, piece => sent += piece)))
        {
            await using var source = new HttpSource(server.Options() with { MaximumResponseSize = 20 << 20 });
            ZvarException failure = await ask(source);
            Assert.Equal(ZvarError.InvalidResponse, failure.Error);
            Assert.InRange(failure.Message.Length, 1, 600);
            Assert.InRange(failure.Details?.Length ?? 0, 0, 400);
            Assert.Single(server.Calls);
        }

        // What the wire holds was sent and not read.
        Assert.InRange(sent, 1, 64 << 20);
    }

    // Until the client hangs up.
    private static async Task SendForEverAsync(Call call, string start, string more, Action<int> onSent)
    {
        byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(more, 65536 / more.Length)));
        await call.SendAsync($"{Head}\r\n{start}");
        while (true)
        {
            await call.SendAsync(piece);
            onSent(piece.Length);
        }
    }

    private static byte[] Compress(string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br"
            ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (int i = 0; i < 512; i++)
            {
                packer.Write(blanks);
            }
        }

        return packed.ToArray();
    }
}
