using System.Globalization;
using System.Text.Json;
using Zvar.Demo;

namespace Zvar.Tests.Server;

public class NumberTests
{
    private static readonly double[] Corners =
    [
        0, -0.0, 1, -1, 10, 3.5, 0.1 + 0.2, 1e-4, 9.9999e-5, 1e-5, 1e9, 999999999, 999999999.999999, 99999999.9999999,
        123456789012345, 2458263.981924, 2458263.98192401, 26.052000762939453, 0.30000000000000004, 1e22, 1e-300,
        0.000123456789012345, 0.99999999999999989, 9.9999999999999982, 1e15, 9007199254740993, double.MaxValue,
        double.Epsilon, -8.494999885559082,
    ];

    [Fact]
    public async Task Numbers_are_the_shortest_text_that_reads_back_as_the_same_number()
    {
        // The base class library writes the shortest digits as well, another way.
        double[] numbers = [.. Corners, .. RandomNumbers().Take(200_000)];
        var sky = new SmallSky { LightCurves = (_, _) => Curves().ToAsyncEnumerable() };
        await using RunningServer server = await RunningServer.StartAsync(sky);
        string answer = await server.AskAsync("photometry", """{"psids":[1]}""");
        using var document = JsonDocument.Parse(answer);
        IEnumerable<string> written = document.RootElement.GetProperty("1").EnumerateArray()
            .Select(point => point.GetProperty("flux").GetRawText());
        Assert.Equal(numbers.Select(number => JsonSerializer.Serialize(number)), written);

        IEnumerable<LightCurve> Curves()
        {
            var builder = new LightCurveBuilder(1, numbers.Length);
            foreach (double number in numbers)
            {
                builder.Add(new PhotometryRow { Flux = number });
            }

            yield return builder.Build();
        }
    }

    [Theory]
    [InlineData(PhotometryFormat.Mag, "mag")]
    [InlineData(PhotometryFormat.Flux, "flux")]
    public async Task The_light_curves_of_the_demo_sky_arrive_to_the_last_bit(PhotometryFormat format, string name)
    {
        await using var sky = new DemoSky();
        await using RunningServer server = await RunningServer.StartAsync(sky);
        string answer = await server.AskAsync(
            "photometry",
            $$"""{"psids":[{{SmallSky.NotebookStar}}],"bands":["g","r","i"],"format":"{{name}}"}""");
        LightCurve curve = await sky.GetLightCurvesAsync(
            new PhotometryRequest([SmallSky.NotebookStar], Band.All, format), TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(answer);
        JsonElement points = document.RootElement.GetProperty($"{SmallSky.NotebookStar}");
        foreach ((string field, double[] column) in format == PhotometryFormat.Mag
            ? new[]
            {
                ("time", curve.Time), ("mag", curve.Mag), ("magerr", curve.MagErr), ("limmag", curve.LimitingMag),
                ("flux", curve.Flux), ("fluxerr", curve.FluxErr), ("snr", curve.Snr),
            }
            :
            [
                ("time", curve.Time), ("flux", curve.Flux), ("fluxerr", curve.FluxErr),
                ("magzp", curve.MagZeroPoint), ("mag_ref", curve.ReferenceMag),
            ])
        {
            Assert.Equal(column, points.EnumerateArray().Select(point => Number(point.GetProperty(field))));
        }

        Assert.Equal(curve.Band, points.EnumerateArray().Select(point => point.GetProperty("band").GetString()!));
    }

    private static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private static IEnumerable<double> RandomNumbers()
    {
        var random = new Random(648);
        while (true)
        {
            double any = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(any))
            {
                yield return any;
            }

            // What a survey has: so many decimals, or single precision in either of its forms.
            double number = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 11));
            yield return number;
            yield return Math.Round(number, random.Next(0, 12));
            yield return (float)number;
            yield return double.Parse(
                ((float)number).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }
    }
}
