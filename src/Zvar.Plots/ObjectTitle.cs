using System.Globalization;

namespace Zvar.Plots;

// A star in a word, wherever it is shown: its psid, and the name of the position it was found around.
internal static class ObjectTitle
{
    internal static string Of(LightCurve lightCurve)
    {
        string psid = lightCurve.Psid.ToString(CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(lightCurve.TargetName) ? psid : $"{psid} · {lightCurve.TargetName}";
    }
}
