using System.Globalization;

namespace Zvar.Demo;

// The files the demo survey's makers have processed: every quadrant of every field, in the field's bands.
internal static class DemoProcessing
{
    private const int Ccds = 16;
    private const int Quads = 4;

    private static readonly DateTime FirstDay = new(2024, 9, 2, 0, 0, 0, DateTimeKind.Utc);

    internal static IEnumerable<ProcessingLog> LogsOf(DemoField field)
    {
        var random = new DeterministicRandom(field.Number, (long)RandomStream.Processing);
        DateTime day = FirstDay.AddDays(random.Below(200));
        foreach (string band in field.Bands)
        {
            for (int ccd = 1; ccd <= Ccds; ccd++)
            {
                for (int quad = 1; quad <= Quads; quad++)
                {
                    yield return new ProcessingLog
                    {
                        Field = field.Number,
                        Ccd = ccd,
                        Quad = quad,
                        Band = band,
                        Synthetic = true,
                    }
                    .WithColumns(new Dictionary<string, object>
                    {
                        ["processed"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    });
                }
            }
        }
    }
}
