using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Zvar.Tests.Server;

// A request that cannot be answered is refused by the place of what is wrong with it.
public class StatusErrorsTests
{
    private const string Around = """ "radius":5,"positions":[{"name":"a","ra":1,"dec":1}] """;

    [Theory]
    [InlineData("cone_search", "[]", "body: model_attributes_type")]
    [InlineData("cone_search", "{}", "body.positions: missing")]
    [InlineData("cone_search", """{"positions":null}""", "body.positions: list_type")]
    [InlineData("cone_search", """{"positions":{}}""", "body.positions: list_type")]
    [InlineData("cone_search", """{"positions":[7],"radius":1}""", "body.positions.0: model_attributes_type")]
    [InlineData(
        "cone_search",
        """{"positions":[{"name":"a","ra":"x","dec":1,"radius":1},{}]}""",
        "body.positions.0.ra: float_type, body.positions.1.name: missing, body.positions.1.ra: missing, "
        + "body.positions.1.dec: missing, body.positions.1.radius: missing")]
    [InlineData(
        "cone_search",
        """{"positions":[{"name":1,"ra":360.1,"dec":-90.1},{"name":"b","ra":-1,"dec":1e999}],"radius":1}""",
        "body.positions.0.name: string_type, body.positions.0.ra: less_than_equal, "
        + "body.positions.0.dec: greater_than_equal, body.positions.1.ra: greater_than_equal, "
        + "body.positions.1.dec: finite_number")]
    [InlineData(
        "cone_search",
        """{"positions":[{"name":"a","ra":1,"dec":1},{"name":"a","ra":2,"dec":1}],"radius":1}""",
        "body.positions.1.name: value_error")]
    [InlineData(
        "cone_search", """{"positions":[{"name":"\ud800","ra":1,"dec":1}],"radius":1}""",
        "body.positions.0.name: string_unicode")]
    [InlineData(
        "cone_search", """{"positions":[{"name":"a","ra":1,"dec":1,"radius":600.5}]}""",
        "body.positions.0.radius: less_than_equal")]
    [InlineData(
        "cone_search", """{"positions":[{"name":"a","ra":1,"dec":1}],"radius":601}""", "body.radius: less_than_equal")]
    [InlineData(
        "cone_search", """{"positions":[{"name":"a","ra":1,"dec":1}],"radius":0}""", "body.radius: greater_than")]
    [InlineData(
        "cone_search", $$"""{{{Around}},"min_significance":15}""", "body.min_significance: value_error")]
    [InlineData(
        "cone_search",
        $$"""{{{Around}},"objtype":1.5,"min_exposures":"many","min_period":true,"max_mag":[]}""",
        "body.objtype: int_type, body.min_period: float_type, body.min_exposures: int_type, body.max_mag: float_type")]
    [InlineData("objects", "{}", "body.psids: missing")]
    [InlineData("objects", """{"\ud800":1,"psi\udc00":1}""", "body: string_unicode")]
    [InlineData(
        "objects",
        """{"psids":[145120008365555264.0,1.45e17,"abc",null,-5,1451200083655552640,"1451200083655552640",true]}""",
        "body.psids.0: string_type, body.psids.1: string_type, body.psids.2: value_error, "
        + "body.psids.3: string_type, body.psids.4: value_error, body.psids.5: value_error, "
        + "body.psids.6: value_error, body.psids.7: string_type")]
    [InlineData(
        "photometry", """{"psids":[1],"bands":["g","q",3],"format":"jansky"}""",
        "body.bands.1: value_error, body.bands.2: string_type, body.format: literal_error")]
    [InlineData(
        "photometry", """{"psids":[1],"bands":"g","format":1}""", "body.bands: list_type, body.format: string_type")]
    [InlineData("xmatch", """{"psids":[1]}""", "body.catalog: missing, body.radius: missing")]
    [InlineData(
        "xmatch", """{"psids":[1],"catalog":7,"radius":-1,"closest":"yes"}""",
        "body.catalog: string_type, body.radius: greater_than, body.closest: bool_type")]
    [InlineData(
        "external_xmatch", """{"ids":[1.5,{}],"catalog":"gaia","radius":601}""",
        "body.ids.0: string_type, body.ids.1: string_type, body.radius: less_than_equal")]
    public async Task A_bad_body_is_refused_by_the_place_of_every_fault(string path, string body, string faults)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        Assert.Equal(faults, string.Join(", ", (await ProblemsAsync(server, path, body)).Select(p => p.Fault)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"psids":[NaN]}""")]
    [InlineData("""{"psids":[1],}""")]
    public async Task Malformed_json_is_refused_by_line_and_byte(string body)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        (string fault, string message) = Assert.Single(await ProblemsAsync(server, "objects", body));
        Assert.Equal("body: json_invalid", fault);
        Assert.StartsWith("JSON decode error in line 1 at byte ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cone_search", "positions", 1000)]
    [InlineData("objects", "psids", 1000)]
    [InlineData("photometry", "psids", 500)]
    [InlineData("xmatch", "psids", 1000)]
    [InlineData("external_xmatch", "ids", 1000)]
    public async Task One_more_than_the_limit_is_refused_and_the_limit_is_not(string path, string field, int limit)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        (string fault, string message) = Assert.Single(await ProblemsAsync(server, path, Many(limit + 1)));
        Assert.Equal($"body.{field}: too_long", fault);
        Assert.Equal($"List should have at most {limit} items, not {limit + 1}", message);
        Assert.NotEmpty(await server.AskAsync(path, Many(limit)));

        string Many(int count)
        {
            IEnumerable<int> numbers = Enumerable.Range(1, count);
            string items = field == "positions"
                ? string.Join(',', numbers.Select(n => $$"""{"name":"{{n}}","ra":1,"dec":1}"""))
                : string.Join(',', numbers);
            return $$"""{"{{field}}":[{{items}}],"radius":1,"catalog":"gaia"}""";
        }
    }

    [Fact]
    public async Task A_problem_has_its_place_its_message_and_its_kind()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        using HttpResponseMessage response = await server.PostAsync(
            "cone_search", """{"positions":[{"name":"a","dec":1,"radius":601}]}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            """{"detail":[{"loc":["body","positions",0,"ra"],"msg":"Field required","type":"missing"},"""
            + """{"loc":["body","positions",0,"radius"],"msg":"Input should be less than or equal to 600","""
            + "\"type\":\"less_than_equal\"}]}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_psid_in_the_path_that_is_none_is_refused_and_an_unknown_one_is_not_found()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        using HttpResponseMessage bad = await GetAsync(server, "object/1.45e17");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.StartsWith(
            """{"detail":[{"loc":["path","psid"],"msg":"'1.45e17' is not a psid""",
            await bad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        using HttpResponseMessage unknown = await GetAsync(server, "object/145120008365555265");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(
            """{"detail":"There is no object 145120008365555265"}""",
            await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("objects", HttpStatusCode.MethodNotAllowed, """{"detail":"Method Not Allowed"}""")]
    [InlineData("nonsense", HttpStatusCode.NotFound, """{"detail":"Not Found"}""")]
    public async Task A_wrong_path_or_method_is_refused_in_json(string path, HttpStatusCode status, string answer)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        using HttpResponseMessage response = await GetAsync(server, path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_body_larger_than_any_question_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        using HttpResponseMessage response = await server.PostAsync(
            "objects", new StringBuilder("{\"psids\":[").Append(' ', 1024 * 1024).Append("]}").ToString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(
            "1048576 bytes",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> GetAsync(RunningServer server, string path) =>
        server.Client.GetAsync(path, TestContext.Current.CancellationToken);

    private static async Task<List<(string Fault, string Message)>> ProblemsAsync(
        RunningServer server, string path, string body)
    {
        using HttpResponseMessage response = await server.PostAsync(path, body);
        string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.UnprocessableEntity, $"{response.StatusCode}: {answer}");
        using var document = JsonDocument.Parse(answer);
        return
        [
            .. document.RootElement.GetProperty("detail").EnumerateArray().Select(problem => (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join('.', problem.GetProperty("loc").EnumerateArray())}: {problem.GetProperty("type")}"),
                problem.GetProperty("msg").GetString()!)),
        ];
    }
}
