using System.Text;
using Zvar.Server;

namespace Zvar.Tests.Server;

// Bodies with bytes changed, lost, repeated and put in from other bodies: each is a request or is refused.
public class MutatedRequestTests
{
    private const int Mutations = 20_000;

    private static readonly byte[][] Bodies =
    [
        .. new[]
        {
            """
            {"positions":[{"name":"\u00df\ud83c\udf1f","ra":4.93855,"dec":36.31493,"radius":5},
            {"name":"ß","ra":0,"dec":-90}],"radius":600,"objtype":1,"min_period":1e-2,"min_significance":15,
            "min_exposures":100,"max_mag":null}
            """,
            """{"psids":["145120008365555264",126541217361397171],"bands":["g","zr","i"],"format":"flux"}""",
            """{"psids":[1],"ids":["J0003+3056",2873447302730839936],"catalog":"gaia","radius":5.0,"closest":false}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public async Task A_mutated_body_is_a_request_or_is_refused_by_place()
    {
        var random = new Random(2025);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] body = Mutate(random);
            foreach (Func<Stream, Task> reader in Readers)
            {
                try
                {
                    await reader(new MemoryStream(body));
                    read++;
                }
                catch (InvalidRequestException refusal)
                {
                    Assert.NotEmpty(refusal.Problems);
                    Assert.All(refusal.Problems, problem => Assert.Equal("body", problem.Location[0]));
                    refused++;
                }
            }
        }

        Assert.True(read > Mutations / 10, $"Only {read} were read: the mutations are too wild to say anything.");
        Assert.True(refused > Mutations, $"Only {refused} were refused: the mutations are too tame to say anything.");
    }

    private static IEnumerable<Func<Stream, Task>> Readers
    {
        get
        {
            SourceLimits limits = SourceLimits.Service;
            CancellationToken token = TestContext.Current.CancellationToken;
            yield return body => RequestReader.ReadConeSearchAsync(body, limits, token);
            yield return body => RequestReader.ReadObjectsAsync(body, limits, token);
            yield return body => RequestReader.ReadPhotometryAsync(body, limits, token);
            yield return body => RequestReader.ReadObjectMatchAsync(body, limits, token);
            yield return body => RequestReader.ReadExternalMatchAsync(body, limits, token);
        }
    }

    private static byte[] Mutate(Random random)
    {
        List<byte> body = [.. Bodies[random.Next(Bodies.Length)]];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(body.Count);
            int length = Math.Min(random.Next(1, 9), body.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, length);
                    break;
                case 2:
                    body.InsertRange(at, body.GetRange(at, length));
                    break;
                default:
                    byte[] other = Bodies[random.Next(Bodies.Length)];
                    int from = random.Next(other.Length);
                    body.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)));
                    break;
            }

            if (body.Count == 0)
            {
                break;
            }
        }

        return [.. body];
    }
}
