using System.Net;
using System.Text.Json;
using Zvar.Archive;
using Zvar.Demo;
using Zvar.Http;

namespace Zvar.Tests.Server;

/// <summary>An archive served by the program, to our client and to any other.</summary>
public sealed class ArchiveServerTests : IDisposable
{
    private const string Anywhere = "http://127.0.0.1:0";

    private static readonly ConeTarget Here = new("here", new SkyPosition(50, 20), 60);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_answers_as_the_archive_does_and_never_in_part()
    {
        string path = Path.Combine(_folder, "a b.zvar");
        long[] psids;
        await using (var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky()))
        {
            psids = await through.FindConesAsync(new ConeSearch([Here], ConeFilter.None), Token)
                .Select(found => found.Object.Psid).ToArrayAsync(Token);
            await through.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All), Token).CountAsync(Token);
        }

        using var server = ServerProcess.Start("user", "secret", "--archive", path, "--urls", Anywhere);
        string? serving = await server.ReadLineAsync();
        Assert.StartsWith("Serving the archive a b.zvar (synthetic) at http://127.0.0.1:", serving, StringComparison.Ordinal);
        var address = new Uri(serving!.Split(' ')[^1]);
        await using var client = new HttpSource(new HttpSourceOptions
        {
            BaseAddress = address,
            Credential = () => new NetworkCredential("user", "secret"),
        });

        Assert.Equal(
            psids,
            await client.FindConesAsync(new ConeSearch([Here], ConeFilter.None), Token)
                .Select(found => found.Object.Psid).ToArrayAsync(Token));
        Assert.Equal(
            psids,
            await client.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All), Token)
                .Select(found => found.Psid).ToArrayAsync(Token));
        PhotometryRequest beyond = new([.. psids, 145120008365555264], Band.All);
        int came = 0;
        ZvarException refused = await Assert.ThrowsAsync<ZvarException>(async () =>
        {
            await foreach (LightCurve _ in client.GetLightCurvesAsync(beyond, Token))
            {
                came++;
            }
        });
        Assert.Equal((0, ZvarError.NotInArchive), (came, refused.Error));
        Assert.Contains("never asked to keep this", refused.Details, StringComparison.Ordinal);
    }

    // A client that knows nothing of archives must not take it for an empty answer, nor for a star that is not there.
    [Theory]
    [InlineData("object/145120008365555264", null)]
    [InlineData("cone_search", """{"positions":[{"name":"a","ra":4.9,"dec":36.3,"radius":600}]}""")]
    public async Task What_it_cannot_know_is_no_absent_star(string path, string? body)
    {
        string archive = Path.Combine(_folder, "empty.zvar");
        ZvarArchive.OpenWrite(archive).Dispose();
        using var server = ServerProcess.Start("user", "secret", "--archive", archive, "--urls", Anywhere);
        var address = new Uri($"{(await server.ReadLineAsync())!.Split(' ')[^1]}/");
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = RunningServer.Basic("user", "secret");
        using HttpResponseMessage response = body is null
            ? await client.GetAsync(path, Token)
            : await client.PostAsync(path, RunningServer.Json(body), Token);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        using var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Contains("never asked", error.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_archive_is_not_served()
    {
        string path = Path.Combine(_folder, "text.zvar");
        await File.WriteAllTextAsync(path, new string('x', 5000), Token);
        using var server = ServerProcess.Start("user", "secret", "--archive", path, "--urls", Anywhere);

        (int exitCode, string output, string errors) = await server.EndAsync();
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("is not an archive", errors, StringComparison.Ordinal);
    }
}
