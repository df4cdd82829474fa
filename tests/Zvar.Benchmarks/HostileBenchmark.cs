using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>What responses that mean harm cost a pwsh, and how they end.</summary>
internal static class HostileBenchmark
{
    private const int BombGigabytes = 4;

    internal static async Task RunAsync()
    {
        string psid = $"{PreparedStars.Psids(1).Single()}";
        string points = $"Get-ZvarPhotometry {psid}";
        string objects = $"Get-ZvarObject {psid}";
        string matches = $"Invoke-ZvarXmatch {psid} -Catalog galex -Radius 5";
        string star = $$"""{"psid":"{{psid}}","ra":1,"dec":2}""";
        string columns = string.Join(
            ',', Enumerable.Range(0, 1000).Select(i => FormattableString.Invariant($"\"{i}\":1.5")));
        (string Name, string Pipeline, Func<Task<HostileServer>> Start)[] attacks =
        [
            ("points without end", points, Endless($$"""{"{{psid}}":[{"time":1}""", """,{"time":1}""")),
            ("whole points without end", points, Endless(
                $$"""{"{{psid}}":[{"time":1}""",
                """,{"time":2.5,"mag":1,"magerr":1,"limmag":1,"flux":1,"fluxerr":1,"snr":1,"airmass":1,"band":"V"}""")),
            ("a band without end", points, Endless($$"""{"{{psid}}":[{"time":1,"band":"V""", "xxxxxxxx")),
            ("objects without end", objects, Endless($"[{star}", $",{star}")),
            ("periods without end", objects, Endless(
                $"[{star[..^1]},\"periods\":[{{\"period\":1}}", ",{\"period\":1}")),
            ("matches without end", matches, Endless(
                $$"""{"{{psid}}":[{"id":1}""", $$""",{"id":1,{{columns}}}""")),
            ("blanks without end", objects, Endless("[", " ")),
            ($"{BombGigabytes} GB of blanks, compressed", objects, () =>
                HostileServer.StartBombAsync("[", " ", BombGigabytes)),
            ($"{BombGigabytes} GB of objects, compressed", objects, () =>
                HostileServer.StartBombAsync($"[{star}", $",{star}", BombGigabytes)),
            ("60,000 blanks in a title", objects, () =>
                HostileServer.StartFailingAsync($"<title>{new string(' ', 60_000)}x")),
        ];
        var table = new Table("response", "ends in", "after", "processor", "memory above idle", "goal");
        foreach ((string name, string pipeline, Func<Task<HostileServer>> start) in attacks)
        {
            await using HostileServer server = await start();
            Cost cost = await ChildProgram.WorkAsync(Pwsh.Start("hostile.ps1", server.Address, "-Pipeline", pipeline));
            table.Add(
                name,
                cost.Ending ?? "",
                Table.Seconds(cost.Wall),
                Table.Seconds(cost.Processor),
                Table.Megabytes(cost.Peak),
                "< 300 MB");
        }

        table.Print();
    }

    private static Func<Task<HostileServer>> Endless(string start, string more) =>
        () => HostileServer.StartEndlessAsync(start, more);
}
