namespace Zvar.Archive;

/// <summary>
/// A light curve of another survey as bytes: what it is of, and what its numbers are, before its columns.
/// </summary>
internal static class SurveyLightCurveBlob
{
    /// <summary>A light curve as it is kept under a key.</summary>
    internal static Sealed Seal(LightCurve lightCurve, SurveyStar star) => Sealed.Of(star.Key, blob =>
    {
        blob.WriteSigned(lightCurve.Psid);
        blob.WriteText(lightCurve.TargetName ?? "");
        blob.WriteText(lightCurve.TimeSystem.ToString());
        blob.WriteText(lightCurve.MagnitudeKind.ToString());
        LightCurveBlob.Write(blob, lightCurve);
    });

    internal static LightCurve Read(ReadOnlySpan<byte> bytes, SurveyStar star, bool synthetic)
    {
        var blob = new BlobReader(bytes);
        long psid = blob.ReadSigned();
        string name = blob.ReadText();
        if (!TimeSystem.TryParse(blob.ReadText(), out TimeSystem system)
            || !Enum.TryParse(blob.ReadText(), out MagnitudeKind kind))
        {
            throw new DamagedException();
        }

        var origin = new PhotometryOrigin(system, kind, star.Survey.Length == 0 ? null : star.Survey);
        return LightCurveBlob.Read(ref blob, psid, synthetic, origin)
            .Of(zvarObject: null, name.Length == 0 ? null : name);
    }
}
