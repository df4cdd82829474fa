using System.IO.Pipelines;
using Zvar.Http;

namespace Zvar.Server;

// The seven questions: read, ask the source, write what it answers while it answers.
internal static class Endpoints
{
    internal const string Json = "application/json";

    private const string PsidInPath = "psid";

    internal static void Map(IEndpointRouteBuilder api, IZvarSource source)
    {
        api.MapPost(Routes.ConeSearch, context => FindConesAsync(context, source));
        api.MapGet($"{Routes.Object}/{{{PsidInPath}}}", context => GetObjectAsync(context, source));
        api.MapPost(Routes.Objects, context => GetObjectsAsync(context, source));
        api.MapPost(Routes.Photometry, context => GetPhotometryAsync(context, source));
        api.MapGet(Routes.ProcessingLogs, context => GetProcessingLogsAsync(context, source));
        api.MapPost(Routes.ObjectMatches, context => MatchAsync(context, source));
        api.MapPost(Routes.ExternalMatches, context => MatchExternalAsync(context, source));
    }

    private static async Task FindConesAsync(HttpContext context, IZvarSource source)
    {
        CancellationToken gone = context.RequestAborted;
        ConeSearch search = await RequestReader.ReadConeSearchAsync(context.Request.Body, source.Limits, gone);
        await ResponseWriter.WriteConesAsync(
            Output(context),
            search,
            source.FindConesAsync(search, gone).TellIfSynthetic(context, found => found.Object.Synthetic),
            gone);
    }

    private static async Task GetObjectAsync(HttpContext context, IZvarSource source)
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

    private static async Task GetObjectsAsync(HttpContext context, IZvarSource source)
    {
        CancellationToken gone = context.RequestAborted;
        IReadOnlyList<long> psids =
            await RequestReader.ReadObjectsAsync(context.Request.Body, source.Limits, gone);
        await ResponseWriter.WriteObjectsAsync(
            Output(context),
            source.GetObjectsAsync(psids, gone).TellIfSynthetic(context, found => found.Synthetic),
            gone);
    }

    private static async Task GetPhotometryAsync(HttpContext context, IZvarSource source)
    {
        CancellationToken gone = context.RequestAborted;
        PhotometryRequest request =
            await RequestReader.ReadPhotometryAsync(context.Request.Body, source.Limits, gone);
        await ResponseWriter.WritePhotometryAsync(
            Output(context),
            source.GetLightCurvesAsync(request, gone).TellIfSynthetic(context, lightCurve => lightCurve.Synthetic),
            request.Format,
            gone);
    }

    private static Task GetProcessingLogsAsync(HttpContext context, IZvarSource source)
    {
        CancellationToken gone = context.RequestAborted;
        return ResponseWriter.WriteProcessingLogsAsync(
            Output(context), source.GetProcessingLogsAsync(gone).TellIfSynthetic(context, log => log.Synthetic), gone);
    }

    private static async Task MatchAsync(HttpContext context, IZvarSource source)
    {
        CancellationToken gone = context.RequestAborted;
        ObjectMatchRequest request =
            await RequestReader.ReadObjectMatchAsync(context.Request.Body, source.Limits, gone);
        await ResponseWriter.WriteObjectMatchesAsync(
            Output(context),
            request,
            source.MatchAsync(request, gone).TellIfSynthetic(context, match => match.Synthetic),
            gone);
    }

    private static async Task MatchExternalAsync(HttpContext context, IZvarSource source)
    {
        CancellationToken gone = context.RequestAborted;
        ExternalMatchRequest request =
            await RequestReader.ReadExternalMatchAsync(context.Request.Body, source.Limits, gone);
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
