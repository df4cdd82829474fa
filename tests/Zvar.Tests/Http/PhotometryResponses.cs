using System.Globalization;
using System.Text;

namespace Zvar.Tests.Http;

/// <summary>Responses of the photometry call, in the service's layout and in others.</summary>
internal static class PhotometryResponses
{
    internal static readonly long[] Psids = [145120008365555264, 126541217361397171, 126541217361397172];

    /// <summary>The service's layout, without white space.</summary>
    internal static string Mag(Random random, int points) => Response(points, _ => MagPoint(random));

    /// <summary>The points of one star in the service's layout: what stands after its psid.</summary>
    internal static string MagPoints(Random random, int points) =>
        $"[{string.Join(',', Enumerable.Range(0, points).Select(_ => MagPoint(random)))}]";

    /// <summary>The flux format in the service's layout: its zero points have 17 digits.</summary>
    internal static string Flux(Random random, int points) => Response(points, _ =>
        $$"""
        {"time":{{Time(random)}},"flux":{{Float(random, random.Next(-500, 500), true)}},
        "fluxerr":{{Float(random, 90, true)}},"snr":{{Float(random, 3, true)}},"band":"g","field":648,"ccd":2,"quad":2,
        "magzp":{{Double(random, 26)}},"mag_ref":{{Double(random, -8.5)}}}
        """.ReplaceLineEndings(""));

    /// <summary>Everything the layout might be instead, one point after the other.</summary>
    internal static string Odd(Random random, int points) => Response(points, i => (i % 10) switch
    {
        0 => """{"quad":2,"time":2458263.5,"mag":17,"band":"r"}""",
        1 => """{ "time" : 2458264.5 , "mag" : 1.7e1 , "magerr" : 3E-2, "band" : "g" }""",
        2 => """{"time":2458265.5,"airmass":1.2,"comment":"x\"}","flags":[1,{"a":[]}],"mag":17.5,"band":"i"}""",
        3 => """{"t\u0069me":2458266.5,"mag":17.25,"b\u0061nd":"\u0067"}""",
        4 => """{"time":2458267.5,"mag":null,"magerr":null,"limmag":20.5,"flux":-0.0,"fluxerr":0,"band":null}""",
        5 => """{"time":2458268,"mag":-17.125,"field":648.0,"ccd":1.6e1,"quad":null,"band":"zg"}""",
        6 => """{"time":1,"time":2458269.25,"mag":12345678.5,"flux":123456789012345678901234567890,"band":"r"}""",
        7 => "{\n\t\"time\": 2458270.5,\r\n\t\"mag\": 0.1234567890123456789, \"fluxerr\": 1e-320\n}",
        8 => """{"time":2458271.5,"mag":17.41657,"magerr":0.036399588,"ok":true,"band":"g"}""",
        _ => $$"""{"time":{{Time(random)}},"mag":{{Double(random, 17)}},"novelty":12.5,"band":"g"}""",
    });

    private static string MagPoint(Random random)
    {
        bool isDetected = random.Next(8) > 0;
        return $$"""
            {"time":{{Time(random)}},"mag":{{Float(random, 17, isDetected)}},
            "magerr":{{Float(random, 0.03, isDetected)}},"limmag":{{Float(random, 20, !isDetected)}},
            "flux":{{Float(random, random.Next(-500, 500), true)}},"fluxerr":{{Float(random, 90, true)}},
            "snr":{{Float(random, 30, isDetected)}},"band":"{{"gri"[random.Next(3)]}}","field":648,
            "ccd":{{random.Next(1, 17)}},"quad":2}
            """.ReplaceLineEndings("");
    }

    private static string Response(int points, Func<int, string> point)
    {
        var response = new StringBuilder("{");
        foreach (long psid in Psids)
        {
            response.Append(response.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{psid}\":[")
                .AppendJoin(',', Enumerable.Range(0, points).Select(point)).Append(']');
        }

        return response.Append('}').ToString();
    }

    private static string Time(Random random) =>
        Math.Round(2458263 + (2500 * random.NextDouble()), 6).ToString(CultureInfo.InvariantCulture);

    private static string Float(Random random, double scale, bool isMeasured) => isMeasured
        ? ((float)(scale * (1 + random.NextDouble()))).ToString("R", CultureInfo.InvariantCulture)
        : "null";

    private static string Double(Random random, double scale) =>
        (scale * (1 + random.NextDouble())).ToString("R", CultureInfo.InvariantCulture);
}
