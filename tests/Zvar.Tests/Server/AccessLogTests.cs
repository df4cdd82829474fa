using System.Text.Json;

namespace Zvar.Tests.Server;

public class AccessLogTests
{
    [Fact]
    public async Task Each_request_is_a_line_of_json_without_credentials_query_or_body()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        CancellationToken token = TestContext.Current.CancellationToken;
        using var server = ServerProcess.Start(
            "user", "geheim", "--demo", "--urls", "http://127.0.0.1:0", "--access-log");
        string address = (await server.ReadLineAsync())!.Split(' ')[^1];
        using var client = new HttpClient { BaseAddress = new Uri($"{address}/") };
        (await client.GetAsync("processing_logs", token)).Dispose();
        client.DefaultRequestHeaders.Authorization = RunningServer.Basic("user", "geheim");
        byte[] star = await client.GetByteArrayAsync("object/145120008365555264?private=1", token);
        (await client.PostAsync("objects", RunningServer.Json("""{"psids":["17private"]}"""), token)).Dispose();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        byte[] compressed = await client.GetByteArrayAsync("object/145120008365555264", token);
        server.Terminate();
        (int exitCode, string output, string log) = await server.EndAsync();

        Assert.Equal((0, ""), (exitCode, output));
        Assert.DoesNotContain("geheim", log, StringComparison.Ordinal);
        Assert.DoesNotContain("private", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Basic", log, StringComparison.Ordinal);
        Assert.DoesNotContain(client.DefaultRequestHeaders.Authorization.Parameter!, log, StringComparison.Ordinal);
        JsonElement[] requests =
        [
            .. log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("State")),
        ];
        Assert.Equal(
            [
                "GET /api/processing_logs 401",
                "GET /api/object/145120008365555264 200",
                "POST /api/objects 422",
                "GET /api/object/145120008365555264 200",
            ],
            requests.Select(request =>
                $"{request.GetProperty("Method")} {request.GetProperty("Path")} {request.GetProperty("Status")}"));
        Assert.Equal(star.Length, requests[1].GetProperty("Bytes").GetInt64());
        Assert.Equal(compressed.Length, requests[3].GetProperty("Bytes").GetInt64());
        Assert.All(requests, request =>
        {
            Assert.Equal("127.0.0.1", request.GetProperty("RemoteAddress").GetString());
            Assert.True(request.GetProperty("Milliseconds").GetDouble() > 0);
            Assert.False(request.GetProperty("Aborted").GetBoolean());
        });
    }
}
