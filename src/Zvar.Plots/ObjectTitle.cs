using System.Globalization;

namespace Zvar.Plots;

// An object in a word, wherever it is shown: its psid and the name of the position it was found around, as far as there
// are any. The rows of a table need not say whose they are.
internal static class ObjectTitle
{
    private const string Unnamed = "no name";

    internal static string Of(LightCurve lightCurve)
    {
        string psid = PsidOf(lightCurve);
        string name = Excerpt.Of(lightCurve.TargetName ?? "");
        return (psid.Length, name.Length) switch
        {
            (0, 0) => Unnamed,
            (_, 0) => psid,
            (0, _) => name,
            _ => $"{psid} · {name}",
        };
    }

    // What to ask for it again by: its psid, else all that is known of it.
    internal static string IdOf(LightCurve lightCurve) =>
        PsidOf(lightCurve) is { Length: > 0 } psid ? psid : Of(lightCurve);

    // Empty where there is none.
    internal static string PsidOf(LightCurve lightCurve) =>
        lightCurve.Psid > 0 ? lightCurve.Psid.ToString(CultureInfo.InvariantCulture) : "";
}
