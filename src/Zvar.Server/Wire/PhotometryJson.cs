namespace Zvar.Server;

// The points of a light curve, in either format.
internal static class PhotometryJson
{
    internal static async ValueTask WriteAsync(
        ResponseStream answer, LightCurve lightCurve, PhotometryFormat format, CancellationToken cancellationToken)
    {
        answer.Json.WriteStartArray();
        for (int i = 0; i < lightCurve.Points;)
        {
            i = WriteSome(answer, lightCurve, format, i);
            await answer.SendWhenFullAsync(cancellationToken).ConfigureAwait(false);
        }

        answer.Json.WriteEndArray();
    }

    // Writes from a point on what is worth sending, and says which point is next.
    private static int WriteSome(ResponseStream answer, LightCurve lightCurve, PhotometryFormat format, int i)
    {
        Span<byte> text = stackalloc byte[PointText.LongestText];
        for (; i < lightCurve.Points && !answer.IsFull; i++)
        {
            answer.Json.WriteRawValue(PointText.Of(lightCurve, i, format, text), skipInputValidation: true);
        }

        return i;
    }
}
