using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Zvar.Tests.Http;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// The cmdlets in bad weather: what each failure is called, what it is about, and what goes on regardless.
/// </summary>
public class WeatherTests
{
    private const long Star = 145120008365555264;
    private const string OneRetryAtOnce = "-MaximumRetryCount 1 -RetryIntervalSec 0 -OperationTimeoutSeconds 20";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, ErrorCategory, int> Failures => new()
    {
        // What the service does, the error's id and category, and how often it was asked.
        { "401", "AuthenticationFailed", ErrorCategory.AuthenticationError, 1 },
        { "403", "AuthenticationFailed", ErrorCategory.AuthenticationError, 1 },
        { "400 text", "RequestRejected", ErrorCategory.InvalidArgument, 1 },
        { "422 list", "RequestRejected", ErrorCategory.InvalidArgument, 1 },
        { "400 page", "RequestRejected", ErrorCategory.InvalidArgument, 1 },
        { "429", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "500", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "502", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "503", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "504", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "reset in the head", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "reset in the body", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "cut short of its length", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "cut short without a length", "RequestFailed", ErrorCategory.ConnectionError, 2 },
        { "login page", "InvalidResponse", ErrorCategory.InvalidData, 1 },
        { "other JSON", "InvalidResponse", ErrorCategory.InvalidData, 1 },
        { "NaN", "InvalidResponse", ErrorCategory.InvalidData, 1 },
        { "psid nobody asked for", "InvalidResponse", ErrorCategory.InvalidData, 1 },
        { "redirect to another host", "RedirectRefused", ErrorCategory.SecurityError, 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Each_failure_has_its_id_its_category_and_what_did_not_come(
        string weather, string id, ErrorCategory category, int requests)
    {
        await using var server = new LoopbackServer(call => MisbehaveAsync(call, weather));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);

        Output output = shell.Run($"Get-ZvarLightCurve {Star} -Verbose");

        Assert.Equal(id, output.ErrorId);
        Assert.Equal(category, output.Error.CategoryInfo.Category);
        Assert.Equal([Star], Assert.IsType<long[]>(output.Error.TargetObject));
        Assert.Empty(output.Results);
        Assert.Equal(requests, server.Calls.Count);
        Assert.All(
            [output.Error.ToString(), $"{output.Error.ErrorDetails}", .. output.Verbose],
            line => Assert.DoesNotContain(Service.Password, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("400 text", "the band is not known")]
    [InlineData("422 list", "field required")]
    [InlineData("400 page", "Bad gateway of the observatory")]
    [InlineData("login page", "<html>Sign in</html>")]
    public async Task The_services_own_words_are_in_the_details_once(string weather, string words)
    {
        await using var server = new LoopbackServer(call => MisbehaveAsync(call, weather));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        string told = shell.Run($"Get-ZvarLightCurve {Star}").Error.ErrorDetails.Message;
        Assert.Equal(2, told.Split(words).Length);
    }

    [Fact]
    public void A_refused_connection_is_a_failed_request()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using Shell shell = Service.Connect(new Uri($"http://127.0.0.1:{port}/api"), OneRetryAtOnce);
        Output output = shell.Run($"Get-ZvarLightCurve {Star}");
        Assert.Equal("RequestFailed", output.ErrorId);
        Assert.Equal([Star], Assert.IsType<long[]>(output.Error.TargetObject));
    }

    [Fact]
    public async Task An_answer_that_stalls_is_given_up()
    {
        await using var server = new LoopbackServer(call => call.WaitForHangUpAsync());
        using Shell shell = Service.Connect(server.Address, "-MaximumRetryCount 0 -OperationTimeoutSeconds 0.2");
        Assert.Equal("RequestFailed", shell.Run($"Get-ZvarLightCurve {Star}").ErrorId);
    }

    [Fact]
    public async Task What_fails_in_passing_comes_in_the_end_and_the_verbose_stream_tells_why_it_took_long()
    {
        await using var server = new LoopbackServer(call => MisbehaveAsync(call, "503"), AnswerAsync);
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Output output = shell.Run($"Get-ZvarLightCurve {Star} -Verbose");
        Assert.Equal(Star, output.Single.Properties["Psid"].Value);
        Assert.Contains(output.Verbose, line => line.Contains("503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_batch_harms_no_other_and_its_ids_can_be_asked_for_again()
    {
        // Three batches of 500, 500 and 200; the one with the 600th star fails as long as the weather is bad.
        long[] psids = [.. Enumerable.Range(0, 1200).Select(i => Star + i)];
        bool bad = true;
        await using var server = new LoopbackServer(call => bad && Asked(call).Contains(psids[600])
            ? MisbehaveAsync(call, "500")
            : AnswerAsync(call));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);

        Output output = shell.Run("$psids | Get-ZvarLightCurve", ("psids", psids));
        Assert.Equal("RequestFailed", output.ErrorId);
        Assert.Equal(psids[500..1000], Assert.IsType<long[]>(output.Error.TargetObject));
        Assert.Equal(
            [.. psids[..500], .. psids[1000..]], output.Results.Select(curve => (long)curve.Properties["Psid"].Value));

        bad = false;
        Output again = shell.Run("$missing | Get-ZvarPhotometry", ("missing", output.Error.TargetObject));
        Assert.Equal(psids[500..1000], again.Values<long>("Psid"));
    }

    [Fact]
    public async Task Light_curves_that_were_whole_before_a_response_broke_off_come_and_the_error_names_the_others()
    {
        long[] psids = [Star, Star + 1, Star + 2, Star + 3];
        await using var server = new LoopbackServer(
            async call =>
            {
                await call.SendAsync($"HTTP/1.1 200 OK\r\n\r\n{{{Points(psids[0])}, {Points(psids[1])}, ");
                await call.SendAsync(Points(psids[2])[..60]);
                call.Close();
            },
            call => MisbehaveAsync(call, "503"));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);

        Output output = shell.Run("$psids | Get-ZvarLightCurve", ("psids", psids));

        Assert.Equal("RequestFailed", output.ErrorId);
        Assert.Equal(psids[2..], Assert.IsType<long[]>(output.Error.TargetObject));
        Assert.Equal(psids[..2], output.Results.Select(curve => (long)curve.Properties["Psid"].Value));
        Assert.Equal([psids, psids[2..]], server.Calls.Select(Asked));
    }

    [Fact]
    public async Task Results_come_while_later_requests_have_not_been_sent()
    {
        // The service answers the third batch only when the first has come out of the cmdlet.
        var cameOut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        long[] psids = [.. Enumerable.Range(0, 2500).Select(i => Star + i)];
        await using var server = new LoopbackServer(async call =>
        {
            if (Asked(call).Contains(psids[1000]))
            {
                await cameOut.Task.WaitAsync(call.Stopping);
            }

            await AnswerAsync(call);
        });
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Output output = shell.Run(
            "$psids | Get-ZvarLightCurve -ThrottleLimit 2 | ForEach-Object { $null = $out.TrySetResult(); $_ }",
            ("psids", psids),
            ("out", cameOut));
        Assert.Equal(psids, output.Values<long>("Psid"));
        Assert.Equal(5, server.Calls.Count);
    }

    // Each piece of a wide cone is a request of its own. The service answers none before three are there.
    [Fact]
    public async Task A_wide_cone_has_no_more_requests_under_way_than_are_allowed()
    {
        var three = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int underWay = 0;
        var most = new ConcurrentBag<int>();
        await using var server = new LoopbackServer(async call =>
        {
            int here = Interlocked.Increment(ref underWay);
            most.Add(here);
            if (here == 3)
            {
                three.TrySetResult();
            }

            await three.Task.WaitAsync(call.Stopping);
            Interlocked.Decrement(ref underWay);
            await call.AnswerAsync(200, """{"0": []}""");
        });
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Output output = shell.Run("Find-ZvarCone 10 20 -Radius 1deg -ThrottleLimit 3");
        Assert.Empty(output.Errors);
        Assert.InRange(server.Calls.Count, 40, 80);
        Assert.Equal(3, most.Max());
    }

    [Fact]
    public async Task A_psid_asked_for_twice_is_sent_once_and_answered_twice()
    {
        await using var server = new LoopbackServer(AnswerAsync);
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Assert.Equal([Star, Star], shell.Run($"Get-ZvarLightCurve {Star}, {Star}").Values<long>("Psid"));
        Assert.Equal([Star], Asked(Assert.Single(server.Calls)));
    }

    [Fact]
    public async Task The_stars_of_rows_of_a_table_are_looked_up_in_one_request()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, "[]"));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Output output = shell.Run(
            $"0..9 | ForEach-Object {{ [pscustomobject]@{{ Psid = {Star} + $_; Time = 1; Mag = 17 }} }} | Show-ZvarFold");
        Assert.Equal(10, output.Errors.Count);
        Assert.All(
            output.Errors,
            error => Assert.StartsWith("PeriodRequired", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal([.. Enumerable.Range(0, 10).Select(i => Star + i)], Asked(Assert.Single(server.Calls)));
    }

    [Fact]
    public async Task A_thousand_named_positions_are_one_request()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, "{}"));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        shell.Run(
            """
            1..1000 | ForEach-Object { [pscustomobject]@{ Name = 'n'; Ra = $_ / 10; Dec = 1 } } |
                Find-ZvarCone -Radius 5
            """).Succeed();
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_wide_cone_is_a_request_for_each_of_its_pieces()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, "{}"));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        shell.Run("Find-ZvarCone 10 1 -Radius 15arcmin").Succeed();
        Assert.True(server.Calls.Count > 4);
        Assert.All(server.Calls, call => Assert.Equal(
            1, JsonDocument.Parse(call.Body).RootElement.GetProperty("positions").GetArrayLength()));
    }

    [Fact]
    public async Task Positions_whose_answer_did_not_come_can_be_asked_for_again()
    {
        await using var server = new LoopbackServer(
            call => MisbehaveAsync(call, "500"), call => MisbehaveAsync(call, "500"), call => call.AnswerAsync(200, "{}"));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Output output = shell.Run("Find-ZvarCone 10 1 -Radius 5 -Name mine");
        Assert.Equal("RequestFailed", output.ErrorId);
        shell.Run("$missing | Find-ZvarCone", ("missing", output.Error.TargetObject)).Succeed();
        Assert.Equal(server.Calls.First().Body, server.Calls.Last().Body);
    }

    [Fact]
    public async Task A_service_that_ignores_a_filter_is_named_in_a_warning_and_the_answer_is_filtered()
    {
        const string Faint =
            """
            {"psid": "145120008365555264", "ra": 10.0, "dec": 1.0, "objtype": 1, "periods": [],
             "matchfiles": [{"field": 1, "ccd": 1, "quad": 1, "band": "g", "nb_exposures": 9, "max_mag": 21.5}]}
            """;
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, $$"""{"0": [{{Faint}}]}"""));
        using Shell shell = Service.Connect(server.Address, OneRetryAtOnce);
        Output output = shell.Run("Find-ZvarCone 10 1 -Radius 5 -MaxMag 20");
        Assert.Empty(output.Results);
        Assert.Contains("MaxMag", Assert.Single(output.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in the head", "Get-ZvarLightCurve 145120008365555264")]
    [InlineData("in the body", "Get-ZvarLightCurve 145120008365555264")]
    [InlineData("in the backoff", "Get-ZvarLightCurve 145120008365555264")]
    [InlineData("in the head", "Get-ZvarProcessingLog")]
    [InlineData("in the body", "Get-ZvarField")]
    public async Task Stopping_reaches_every_waiting_place_and_is_no_error(string place, string command)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            switch (place)
            {
                case "in the head":
                    waiting.TrySetResult();
                    await call.WaitForHangUpAsync();
                    break;
                case "in the body":
                    await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n ");
                    waiting.TrySetResult();
                    await call.WaitForHangUpAsync();
                    break;
                default:
                    await MisbehaveAsync(call, "503");
                    waiting.TrySetResult();
                    break;
            }
        });
        using Shell shell = Service.Connect(server.Address, "-MaximumRetryCount 5 -RetryIntervalSec 600");
        using PowerShell pipeline = shell.Start(command);
        IAsyncResult running = pipeline.BeginInvoke();
        await waiting.Task.WaitAsync(Stop);
        await pipeline.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => pipeline.EndInvoke(running));
        Assert.Empty(pipeline.Streams.Error);
        Assert.All(
            shell.Run("$Error").Results,
            error => Assert.IsType<PipelineStoppedException>(((ErrorRecord)error.BaseObject).Exception));
    }

    private static long[] Asked(Call call) => [.. JsonDocument.Parse(call.Body).RootElement.GetProperty("psids")
        .EnumerateArray().Select(psid => long.Parse(psid.GetString()!, CultureInfo.InvariantCulture))];

    private static string Points(long psid) =>
        $$"""
        "{{psid}}": [{"time": 2458263.981924, "mag": 17.41657, "magerr": 0.036399588, "limmag": null, "flux": 345.24374,
        "fluxerr": 95.39911, "snr": 29.828255, "band": "g", "field": 648, "ccd": 2, "quad": 2}]
        """;

    private static Task AnswerAsync(Call call) =>
        call.AnswerAsync(200, $"{{{string.Join(", ", Asked(call).Select(Points))}}}");

    private static async Task MisbehaveAsync(Call call, string weather)
    {
        string half = $"{{{Points(Star)}"[..60];
        switch (weather)
        {
            case "400 text":
                await call.AnswerAsync(400, """{"detail": "the band is not known"}""");
                break;
            case "422 list":
                await call.AnswerAsync(
                    422, """{"detail": [{"loc": ["body", "psids"], "msg": "field required", "type": "missing"}]}""");
                break;
            case "400 page":
                await call.AnswerAsync(
                    400, "<html><head><title>Bad gateway of the observatory</title></head></html>", type: "text/html");
                break;
            case "reset in the head":
                await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Ty");
                call.Reset();
                break;
            case "reset in the body":
                await call.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{half}");
                call.Reset();
                break;
            case "cut short of its length":
                await call.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{half}");
                call.Close();
                break;
            case "cut short without a length":
                await call.SendAsync($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{half}");
                call.Close();
                break;
            case "login page":
                await call.AnswerAsync(200, "<html>Sign in</html>", type: "text/html");
                break;
            case "other JSON":
                await call.AnswerAsync(200, """[{"time": 1}]""");
                break;
            case "NaN":
                await call.AnswerAsync(200, $"{{{Points(Star).Replace("17.41657", "NaN", StringComparison.Ordinal)}}}");
                break;
            case "psid nobody asked for":
                await call.AnswerAsync(200, $"{{{Points(Star + 1)}, {Points(Star)}}}");
                break;
            case "redirect to another host":
                await call.AnswerAsync(307, "", "Location: https://elsewhere.example/api/photometry\r\n");
                break;
            default:
                await call.AnswerAsync(
                    int.Parse(weather, CultureInfo.InvariantCulture), """{"detail": "bad weather"}""");
                break;
        }
    }
}
