using System.Text;

namespace Zvar.Tests.Http;

public class PhotometryFuzzTests
{
    private const int Rounds = 25_500;

    private static readonly string[] Tokens =
    [
        "NaN", "null", "Infinity", "1e5", "-0", "0.1e-7", "123456789012345678901", "9007199254740993", "00", ".", "-",
        "0.30000000000000004", "\"\\u0067\"", "\"time\"", "\"mag\":", "{}", "[]", "{", "}", "[", "]", ",", ":", "\"",
        "\\", " ", "\n", "\0", "é",
    ];

    [Theory]
    [InlineData(0, PhotometryFormat.Mag)]
    [InlineData(1, PhotometryFormat.Flux)]
    [InlineData(2, PhotometryFormat.Mag)]
    [InlineData(3, PhotometryFormat.Flux)]
    public async Task A_mutated_response_ends_in_exact_values_or_a_clear_error(int seed, PhotometryFormat format)
    {
        var random = new Random(seed);
        string[] originals =
        [
            PhotometryResponses.Mag(random, 7),
            PhotometryResponses.Flux(random, 7),
            PhotometryResponses.Odd(random, 10),
        ];
        int read = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] response = Encoding.UTF8.GetBytes(originals[random.Next(originals.Length)]);
            for (int times = random.Next(1, 4); times > 0; times--)
            {
                response = Mutate(random, response);
            }

            Dictionary<long, List<PhotometryRow>>? expected =
                PhotometryReference.Read(response, format, PhotometryResponses.Psids);
            try
            {
                IReadOnlyDictionary<long, LightCurve> actual = await PhotometryReaderTests.ReadAsync(
                    new PiecesStream(response, random.Next(1, 200), random.Next(1, 4000)), format);
                Assert.True(expected is not null, $"Read what is invalid: {Encoding.UTF8.GetString(response)}");
                PhotometryReaderTests.Same(expected, actual);
                read++;
            }
            catch (ZvarException refusal)
            {
                Assert.True(refusal.Error is ZvarError.InvalidResponse or ZvarError.RequestFailed);

                // Text that is not UTF-8 is refused a little earlier than the plain way does.
                Assert.True(
                    expected is null || response.Any(value => value > 0x7F),
                    $"{refusal.Message} But it is valid: {Encoding.UTF8.GetString(response)}");
            }
        }

        // Enough of them are still responses for the values to have been put to the test.
        Assert.InRange(read, Rounds / 20, Rounds - (Rounds / 20));
    }

    private static byte[] Mutate(Random random, byte[] json)
    {
        if (json.Length == 0)
        {
            return json;
        }

        int at = random.Next(json.Length);
        int length = Math.Min(random.Next(1, 30), json.Length - at);
        return random.Next(12) switch
        {
            0 => json[..at],
            1 => [.. json[..at], .. json[(at + length)..]],
            2 => [.. json[..(at + length)], .. json[at..]],
            3 => [.. json[..at], .. Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]), .. json[at..]],
            4 => [.. json[..at], (byte)random.Next(256), .. json[(at + 1)..]],
            5 => [.. json[..at], (byte)random.Next(0x20, 0x7F), .. json[(at + 1)..]],
            6 => [.. json[..at], .. json[at..(at + length)].Reverse(), .. json[(at + length)..]],
            _ => ChangeDigit(random, json, at),
        };
    }

    private static byte[] ChangeDigit(Random random, byte[] json, int from)
    {
        int at = Array.FindIndex(json, from, value => char.IsAsciiDigit((char)value));
        return at < 0 ? json : [.. json[..at], .. Digits(random), .. json[(at + 1)..]];
    }

    private static byte[] Digits(Random random) =>
        [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => (byte)"0123456789012345678901234.e-"[random.Next(28)])];
}
