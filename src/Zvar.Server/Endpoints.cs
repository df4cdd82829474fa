using System.IO.Pipelines;
using System.Threading.RateLimiting;
using Zvar.Http;

namespace Zvar.Server;

// The seven questions: read, ask the source, write what it answers while it answers. What is asked about one object
// never waits for what is asked about many.
internal sealed class Endpoints(IZvarSource source, HeavyRequests heavyRequests)
{
    internal const string Json = "application/json";

    private const string PsidInPath = "psid";

    internal void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Routes.ConeSearch, FindConesAsync);
        api.MapGet($"{Routes.Object}/{{{PsidInPath}}}", GetObjectAsync);
        api.MapPost(Routes.Objects, GetObjectsAsync);
        api.MapPost(Routes.Photometry, GetPhotometryAsync);
        api.MapGet(Routes.ProcessingLogs, GetProcessingLogsAsync);
        api.MapPost(Routes.ObjectMatches, MatchAsync);
        api.MapPost(Routes.ExternalMatches, MatchExternalAsync);
    }

    private async Task FindConesAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        ConeSearch search = await RequestReader.ReadConeSearchAsync(context.Request.Body, source.Limits, gone);
        using RateLimitLease turn = await heavyRequests.WaitForTurnAsync(context);
        await ResponseWriter.WriteConesAsync(
            Output(context),
            search,
            source.FindConesAsync(search, gone).TellIfSynthetic(context, found => found.Object.Synthetic),
            gone);
    }

    private async Task GetObjectAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        long psid = RequestReader.ReadPsid((string)context.Request.RouteValues[PsidInPath]!);
        LightCurve? lightCurve = await source.GetObjectWithPhotometryAsync(psid, gone);
        if (lightCurve is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await ErrorWriter.WriteAsync(Output(context), $"There is no object {psid}", gone);
            return;
        }

        if (lightCurve.Synthetic)
        {
            SyntheticHeader.Set(context.Response);
        }

        await ResponseWriter.WriteObjectAsync(Output(context), lightCurve, gone);
    }

    private async Task GetObjectsAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        IReadOnlyList<long> psids =
            await RequestReader.ReadObjectsAsync(context.Request.Body, source.Limits, gone);
        using RateLimitLease? turn = psids.Count > 1 ? await heavyRequests.WaitForTurnAsync(context) : null;
        await ResponseWriter.WriteObjectsAsync(
            Output(context),
            source.GetObjectsAsync(psids, gone).TellIfSynthetic(context, found => found.Synthetic),
            gone);
    }

    private async Task GetPhotometryAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        PhotometryRequest request =
            await RequestReader.ReadPhotometryAsync(context.Request.Body, source.Limits, gone);
        using RateLimitLease? turn =
            request.Psids.Count > 1 ? await heavyRequests.WaitForTurnAsync(context) : null;
        await ResponseWriter.WritePhotometryAsync(
            Output(context),
            source.GetLightCurvesAsync(request, gone).TellIfSynthetic(context, lightCurve => lightCurve.Synthetic),
            request.Format,
            gone);
    }

    private async Task GetProcessingLogsAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        using RateLimitLease turn = await heavyRequests.WaitForTurnAsync(context);
        await ResponseWriter.WriteProcessingLogsAsync(
            Output(context), source.GetProcessingLogsAsync(gone).TellIfSynthetic(context, log => log.Synthetic), gone);
    }

    private async Task MatchAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        ObjectMatchRequest request =
            await RequestReader.ReadObjectMatchAsync(context.Request.Body, source.Limits, gone);
        using RateLimitLease turn = await heavyRequests.WaitForTurnAsync(context);
        await ResponseWriter.WriteObjectMatchesAsync(
            Output(context),
            request,
            source.MatchAsync(request, gone).TellIfSynthetic(context, match => match.Synthetic),
            gone);
    }

    private async Task MatchExternalAsync(HttpContext context)
    {
        CancellationToken gone = context.RequestAborted;
        ExternalMatchRequest request =
            await RequestReader.ReadExternalMatchAsync(context.Request.Body, source.Limits, gone);
        using RateLimitLease turn = await heavyRequests.WaitForTurnAsync(context);
        await ResponseWriter.WriteExternalMatchesAsync(
            Output(context),
            source.MatchExternalAsync(request, gone).TellIfSynthetic(context, match => match.Synthetic),
            gone);
    }

    private static PipeWriter Output(HttpContext context)
    {
        context.Response.ContentType = Json;
        return context.Response.BodyWriter;
    }
}
