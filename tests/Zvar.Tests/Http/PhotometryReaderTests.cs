using System.Globalization;
using System.Text;
using Zvar.Http;

namespace Zvar.Tests.Http;

public class PhotometryReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, PhotometryFormat> Responses => new()
    {
        { PhotometryResponses.Mag(new Random(1), 5), PhotometryFormat.Mag },
        { PhotometryResponses.Flux(new Random(2), 5), PhotometryFormat.Flux },
        { PhotometryResponses.Odd(new Random(3), 10), PhotometryFormat.Mag },
        { PhotometryResponses.Odd(new Random(4), 10), PhotometryFormat.Flux },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Every_value_is_what_the_plain_way_reads_wherever_the_response_is_cut_into_pieces(
        string response, PhotometryFormat format)
    {
        byte[] json = Encoding.UTF8.GetBytes(response);
        Dictionary<long, List<PhotometryRow>> expected =
            PhotometryReference.Read(json, format, PhotometryResponses.Psids)!;

        for (int cut = 1; cut <= json.Length; cut++)
        {
            Same(expected, await ReadAsync(new PiecesStream(json, cut, json.Length), format));
        }

        Same(expected, await ReadAsync(new PiecesStream(json, 1), format));
    }

    [Fact]
    public async Task Every_number_is_read_to_the_last_bit()
    {
        var random = new Random(5);
        string[] numbers = [.. Enumerable.Range(0, 100_000).Select(i => Number(random, i))];
        string[] points = [.. numbers.Select((number, i) =>
            $$"""{"time":{{i}},"mag":17.5,"limmag":null,"flux":{{number}},"band":"g","field":648,"ccd":2}""")];
        byte[] json = Encoding.UTF8.GetBytes($$"""{"145120008365555264":[{{string.Join(',', points)}}]}""");

        LightCurve curve = (await ReadAsync(new MemoryStream(json), PhotometryFormat.Mag))[145120008365555264];

        Assert.Equal(numbers.Length, curve.Points);
        for (int i = 0; i < numbers.Length; i++)
        {
            double expected = double.Parse(numbers[i], CultureInfo.InvariantCulture);
            Assert.True(
                BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(curve.Flux[i]), numbers[i]);
        }
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-")]
    [InlineData("01.5")]
    [InlineData("-01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("1.5.5")]
    [InlineData("1e999")]
    [InlineData("Infinity")]
    [InlineData("nulL")]
    [InlineData("-null")]
    [InlineData("0x10")]
    [InlineData("\"17\"")]
    [InlineData("true")]
    [InlineData("1,5")]
    public async Task What_is_no_number_is_refused_wherever_it_stands(string number)
    {
        string response = PhotometryResponses.Mag(new Random(6), 12);
        foreach (string field in (string[])["time", "mag", "snr", "field"])
        {
            for (int start = 0; (start = response.IndexOf($"\"{field}\":", start, StringComparison.Ordinal) + 1) > 0;)
            {
                int value = start + field.Length + 2;
                int end = response.IndexOf(',', value);
                string broken = $"{response[..value]}{number}{response[end..]}";

                ZvarException refusal = await Assert.ThrowsAsync<ZvarException>(
                    () => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(broken)), PhotometryFormat.Mag));

                Assert.Equal(ZvarError.InvalidResponse, refusal.Error);
            }
        }
    }

    [Theory]
    [InlineData("""{"5":[]}""", "it speaks of 5, which was not asked for")]
    [InlineData("""{"145120008365555264":[],"145120008365555264":[]}""", "it has 145120008365555264 twice")]
    [InlineData("""{"145120008365555264":[{"mag":17.5}]}""", "a point has no time")]
    [InlineData("""{"145120008365555264":[{"time":null}]}""", "a point has no time")]
    [InlineData("""{"145120008365555264":[[1,2]]}""", "'{' was expected, not '['")]
    [InlineData("""{"145120008365555264":17}""", "a list was expected, not '1'")]
    [InlineData("""{"145120008365555264":[]} {}""", "there is more after its end")]
    [InlineData("""{"145120008365555264":[],}""", "'\"' was expected, not '}'")]
    [InlineData("[]", "'{' was expected, not '['")]
    [InlineData("<!DOCTYPE html>", "'{' was expected, not '<'")]
    [InlineData("""{"1.45120008365555264e17":[]}""", "is not a psid")]
    public async Task What_the_API_does_not_promise_is_refused_with_the_reason(string response, string reason)
    {
        ZvarException refusal = await Assert.ThrowsAsync<ZvarException>(
            () => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(response)), PhotometryFormat.Mag));

        Assert.Equal(ZvarError.InvalidResponse, refusal.Error);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(response, refusal.Details);
    }

    [Fact]
    public async Task A_response_that_ends_too_early_is_never_a_light_curve()
    {
        string response = PhotometryResponses.Mag(new Random(7), 3);
        for (int length = 0; length < response.Length; length++)
        {
            ZvarException refusal = await Assert.ThrowsAsync<ZvarException>(
                () => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(response[..length])), PhotometryFormat.Mag));

            Assert.Equal(ZvarError.RequestFailed, refusal.Error);
            Assert.Contains($"cut short after {length} bytes", refusal.Message, StringComparison.Ordinal);
        }
    }

    internal static Task<IReadOnlyDictionary<long, LightCurve>> ReadAsync(Stream json, PhotometryFormat format) =>
        PhotometryReader.ReadAsync(json, format, PhotometryResponses.Psids, Stop);

    /// <summary>Equal to the last bit, NaN included.</summary>
    internal static void Same(
        Dictionary<long, List<PhotometryRow>> expected, IReadOnlyDictionary<long, LightCurve> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach ((long psid, List<PhotometryRow> rows) in expected)
        {
            PhotometryRow[] read = [.. actual[psid].EnumeratePoints().Select(point => point.ToRow())];
            Assert.Equal(rows.Count, read.Length);
            for (int i = 0; i < read.Length; i++)
            {
                Assert.True(Bits(rows[i]).SequenceEqual(Bits(read[i])), $"{rows[i]} was read as {read[i]}");
                Assert.Equal(Place(rows[i]), Place(read[i]));
            }
        }
    }

    private static long[] Bits(in PhotometryRow row) => Array.ConvertAll(
        [
            row.Time, row.Mag, row.MagErr, row.LimitingMag, row.Flux, row.FluxErr, row.Snr,
            row.MagZeroPoint, row.ReferenceMag,
        ],
        BitConverter.DoubleToInt64Bits);

    private static (string, int, int, int) Place(in PhotometryRow row) => (row.Band, row.Field, row.Ccd, row.Quad);

    private static string Number(Random random, int i)
    {
        string sign = random.Next(2) == 0 ? "" : "-";
        return (i % 6) switch
        {
            0 => ((float)(random.NextDouble() * 1000)).ToString("R", CultureInfo.InvariantCulture),
            1 => Math.ScaleB(random.NextDouble(), random.Next(-12, 30)).ToString("F17", CultureInfo.InvariantCulture),
            2 => $"{sign}{random.Next(0, 100_000_000)}.{random.NextInt64(0, long.MaxValue)}",
            3 => $"{sign}{random.Next(0, 100)}.{new string('0', random.Next(0, 20))}{random.Next()}",
            4 => RandomDouble(random).ToString("R", CultureInfo.InvariantCulture),
            _ => $"{sign}{random.NextInt64(0, 1L << random.Next(1, 63))}",
        };
    }

    private static double RandomDouble(Random random)
    {
        double number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        return double.IsFinite(number) ? number : 0;
    }
}
