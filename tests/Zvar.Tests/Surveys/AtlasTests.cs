namespace Zvar.Tests.Surveys;

public class AtlasTests
{
    // The columns and units: https://fallingstar-data.com/forcedphot/resultdesc/; the values made up. An AB magnitude is
    // 23.9 - 2.5 log10 of the flux in microjanskys: 1000 are 16.4; 5 × 40, 18.147425. m has the sign of the flux.
    private static readonly Table Atlas = Table.OfText(
        """
        ###MJD,m,dm,uJy,duJy,F,err,chi/N,RA,Dec,x,y,maj,min,phi,apfit,mag5sig,Sky,Obs
        58000.25,16.4,0.022,1000,20,o,0,1.1,10.5,-5.5,1,2,3,3,10,-0.4,19.25,20.1,01a58000o0001o
        58001.25,-19.9,0.5,-40,20,c,0,1.1,10.5,-5.5,1,2,3,3,10,-0.4,19.25,20.1,01a58001o0001c
        58002.25,18.9,0.4,100,40,c,0,1.1,10.5,-5.5,1,2,3,3,10,-0.4,,20.1,01a58002o0001c
        58003.25,16.4,0.022,1000,20,o,1,1.1,10.5,-5.5,1,2,3,3,10,-0.4,19.25,20.1,01a58003o0001o
        """);

    [Fact]
    public void Its_magnitudes_are_made_of_its_fluxes_and_the_sign_of_m_is_none()
    {
        LightCurve curve = Atlas.ReadOne(out TableNotes notes);
        Assert.Equal([16.4, double.NaN, double.NaN], curve.Mag.Select(mag => Math.Round(mag, 9)));
        Assert.Equal(1.0857362 * 20 / 1000, curve.MagErr[0], 6);
        Assert.Equal(19.25, curve.LimitingMag[1]);
        Assert.Equal(18.147425, curve.LimitingMag[2], 6);
        Assert.Equal(["o", "c", "c"], curve.Band);
        Assert.Equal("1 rows were left out: their column err says that they are bad.", Assert.Single(notes.Warnings));
    }

    [Fact]
    public void Its_times_stay_the_starts_of_its_exposures()
    {
        LightCurve curve = Atlas.ReadOne();
        Assert.Equal([2458000.75, 2458001.75, 2458002.75], curve.Time);
        Assert.Equal(("JD", MagnitudeKind.Ab), (curve.TimeSystem.ToString(), curve.MagnitudeKind));
        Assert.Equal("ATLAS forced photometry (###MJD, uJy, F)", curve.Source);
        Assert.Equal(4, (Atlas with { Options = new() { KeepFlagged = true } }).ReadOne().Points);
    }
}
