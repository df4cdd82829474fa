using System.IO.Compression;

namespace Zvar.Tests.Server;

public class CompressionTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_answer_is_compressed_when_the_caller_says_it_can_read_it(string encoding)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string plain = await server.GetAsync("object/145120008365555264");
        using var request = new HttpRequestMessage(HttpMethod.Get, "object/145120008365555264");
        request.Headers.Add("Accept-Encoding", encoding);
        using HttpResponseMessage response =
            await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(encoding == "gzip"
            ? new GZipStream(body, CompressionMode.Decompress)
            : new BrotliStream(body, CompressionMode.Decompress));
        Assert.Equal(plain, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
