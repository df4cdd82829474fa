namespace Zvar.Tests.Hostile;

/// <summary>Tables in the layout of surveys, with errors in them, as light curves are made of them.</summary>
public class MutatedSurveyTests
{
    private static readonly string[] Headers =
    [
        "oid,hjd,mag,magerr,catflags,filtercode,ra,dec,field,ccdid,qid",
        "oid,mjd,fid,magpsf_corr,sigmapsf_corr_ext,corrected,dubious,isdiffpos",
        "field,ccdid,qid,filter,infobitssci,sciinpseeing,scisigpix,zpdiff,jd,forcediffimflux,forcediffimfluxunc",
        "HJD,Camera,Limit,mag,mag_err,flux(mJy),flux_err,Filter",
        "jd,flux,flux_err,mag,mag_err,limit,quality,phot_filter",
        "###MJD,m,dm,uJy,duJy,F,err,mag5sig",
        "source_id,g_transit_time,g_transit_mag,g_transit_flux,g_transit_flux_error,bp_obs_time,bp_mag,rp_obs_time,rp_mag",
        "JD,Magnitude,Uncertainty,Band,Validation Flag,Star Name",
        "btjd,PDCSAP_FLUX,PDCSAP_FLUX_ERR,QUALITY",
        "num,time,mag,magerr,band",
    ];

    private static readonly string[] Cells =
        ["58000.25", "2458000.25", ">14.8", "99.99", "-1", "0", "V", "1e308", "True", "32768", "", "nan", "1,5", "\u001b[2J\u202e"];

    [Fact]
    public void No_cell_makes_more_of_a_table_than_a_refusal_or_a_light_curve_in_order()
    {
        var random = new Random(20);
        for (int document = 0; document < 5000; document++)
        {
            string[] names = Headers[document % Headers.Length].Split(',');
            string[][] rows =
            [
                .. Enumerable.Range(0, 3).Select(_ => names.Select(_ => Cells[random.Next(Cells.Length)]).ToArray()),
            ];
            if (random.Next(4) == 0)
            {
                names[random.Next(names.Length)] += "\u001b[2J";
            }

            Read(names, rows);
        }
    }

    private static void Read(string[] names, string[][] rows)
    {
        try
        {
            var gatherer = new LightCurveGatherer(names);
            foreach (string[] row in rows)
            {
                Refused(() => gatherer.Add(name => row[Array.IndexOf(names, name)]));
            }

            foreach (LightCurve curve in gatherer.Gather().Select(one => one.LightCurve))
            {
                Assert.All(curve.Time, time => Assert.True(double.IsFinite(time)));
                Assert.Equal(curve.Time.Order(), curve.Time);
                Assert.All(curve.MagErr, error => Assert.True(double.IsNaN(error) || error is >= 0 and < double.PositiveInfinity));
                Assert.All(curve.Mag.Zip(curve.LimitingMag), both =>
                    Assert.True(double.IsNaN(both.First) || double.IsNaN(both.Second)));
                Assert.False(double.IsInfinity(curve.Mag.Append(0).Max()));
            }

            Assert.All(gatherer.Notes.Warnings.Concat(gatherer.Notes.Remarks), AssertVisible);
        }
        catch (FormatException refusal)
        {
            AssertVisible(refusal.Message);
        }
    }

    private static void Refused(Action add)
    {
        try
        {
            add();
        }
        catch (FormatException refusal)
        {
            AssertVisible(refusal.Message);
        }
    }

    private static void AssertVisible(string text)
    {
        Assert.InRange(text.Length, 1, 1000);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.DoesNotContain('\u202e', text);
    }
}
