using CsCheck;
using Zvar.Http;
using Zvar.Tests.Http;
using Zvar.Tests.Names;

namespace Zvar.Tests.Hostile;

/// <summary>Answers of a Sesame that were broken by chance: each is a position or a clear error.</summary>
public class MutatedAnswerTests
{
    private const string Page = "<!DOCTYPE html><html><head><title>Log in &amp; on</title></head><body/></html>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_in_a_position_or_a_clear_error()
    {
        byte[] body = [];
        await using var server = new LoopbackServer(async call =>
        {
            // At once: a second small packet would wait for the first to be acknowledged.
            byte[] head = System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant(
                $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {body.Length}\r\n\r\n"));
            await call.SendAsync((byte[])[.. head, .. body]);
        });
        using var resolver = new SesameResolver(server.Options() with { MaximumRetryCount = 0 });
        await Mutations.Of(
            SesameAnswers.Simbad,
            SesameAnswers.SimbadToday,
            SesameAnswers.VizierThenNed,
            SesameAnswers.NothingFound,
            SesameAnswers.NothingFoundAndNedAway,
            Page).SampleAsync(
                async bytes =>
                {
                    body = bytes;
                    await AskAsync(resolver);
                },
                iter: Mutations.Cases,
                threads: 1);
        Assert.Empty(server.Mishaps);
    }

    private static async Task AskAsync(SesameResolver resolver)
    {
        try
        {
            ResolvedName found = await resolver.ResolveAsync("RR Lyr", Stop);
            Assert.InRange(found.Ra, 0, 360);
            Assert.InRange(found.Dec, -90, 90);
            Assert.Equal("RR Lyr", found.Name);
            Assert.NotEmpty(found.ResolvedAs);
        }
        catch (NameException failure)
        {
            Assert.InRange(failure.Message.Length, 1, 1000);
            Assert.DoesNotContain(failure.Message, char.IsControl);
            Assert.DoesNotContain('\u202e', failure.Message);
        }
    }
}
