namespace Zvar.Tests.Columns;

public class PhotometryHeaderTests
{
    // IRSA's ZTF light curves: https://irsa.ipac.caltech.edu/docs/program_interface/ztf_lightcurve_api.html
    private const string Irsa =
        "oid,expid,hjd,mjd,mag,magerr,catflags,filtercode,ra,dec,chi,sharp,filefracday,field,ccdid,qid,limitmag,magzp,"
        + "magzprms,clrcoeff,clrcounc,exptime,airmass,programid";

    [Theory]
    [InlineData("Time", 2458000.25)]
    [InlineData("TIME", 2458000.25)]
    [InlineData("bjd", 2458000.25)]
    [InlineData("BJD_TDB", 2458000.25)]
    [InlineData("hjd", 2458000.25)]
    [InlineData("JD", 2458000.25)]
    [InlineData("Obs JD", 2458000.25)]
    [InlineData("mjd", 57999.75)]
    [InlineData("obsmjd", 57999.75)]
    [InlineData("MJD-OBS", 57999.75)]
    [InlineData("hmjd", 57999.75)]
    [InlineData("btjd", 1000.25)]
    [InlineData("bkjd", 3167.25)]
    public void Every_time_becomes_a_full_julian_date(string name, double time)
    {
        PhotometryHeader header = PhotometryHeader.Find([name, "mag"])!;
        Assert.Equal(name, header.TimeColumn);
        Assert.Equal(2458000.25, Read(header, (name, time), ("mag", 17.0)).Time);
    }

    [Theory]
    [InlineData("mjd,hjd,mag", "hjd")]
    [InlineData("jd,hjd,bjd,mag", "bjd")]
    [InlineData("mjd,jd,mag", "jd")]
    [InlineData("bjd,my_time,Time,mag", "Time")]
    [InlineData(Irsa, "hjd")]
    public void Of_several_times_the_best_wins_and_ours_over_all(string names, string time) =>
        Assert.Equal(time, PhotometryHeader.Find(names.Split(','))!.TimeColumn);

    [Theory]
    [InlineData("bjd,bjd_tdb,mag", "Two columns could be the time: 'bjd' and 'bjd_tdb'.")]
    [InlineData("mjd,obsmjd,mag", "Two columns could be the time: 'mjd' and 'obsmjd'.")]
    [InlineData("jd,Vmag,Bmag", "Two columns could be the magnitude: 'Bmag' and 'Vmag'.")]
    [InlineData("jd,psfmag,apmag", "Two columns could be the magnitude: 'psfmag' and 'apmag'.")]
    public void Two_that_could_be_either_are_refused_by_name(string names, string message) =>
        Assert.Equal(
            message, Assert.Throws<AmbiguousColumnException>(() => PhotometryHeader.Find(names.Split(','))).Message);

    [Theory]
    [InlineData("mag,magerr")]
    [InlineData("hjd,flux")]
    [InlineData("Psid,Ra,Dec")]
    [InlineData("mjd,magpsf,isdiffpos")]
    [InlineData("")]
    public void A_table_without_a_time_or_a_magnitude_is_no_photometry(string names) =>
        Assert.Null(PhotometryHeader.Find(names.Split(',')));

    [Theory]
    [InlineData("magnitude", "mag_err")]
    [InlineData("Mag", "Mag Error")]
    [InlineData("mag", "e_mag")]
    [InlineData("mag_psf", "sigma")]
    [InlineData("psf_mag", "err")]
    [InlineData("Magnitude", "Uncertainty")]
    [InlineData("magpsf_corr", "sigmapsf_corr_ext")]
    [InlineData("Vmag", "e_Vmag")]
    public void Magnitudes_and_their_errors_go_by_many_names(string mag, string error)
    {
        PhotometryRow row = Read(PhotometryHeader.Find(["jd", mag, error])!, ("jd", 1.0), (mag, "17.5"), (error, "0.02"));
        Assert.Equal((17.5, 0.02), (row.Mag, row.MagErr));
    }

    [Theory]
    [InlineData("band", "zg", "g")]
    [InlineData("filtercode", "zr", "r")]
    [InlineData("fid", "3", "i")]
    [InlineData("fid", 1, "g")]
    [InlineData("Filter", "ZTF_g", "g")]
    [InlineData("Filter", "ZTF g", "g")]
    [InlineData("Filter", "ztfr", "r")]
    [InlineData("Filter", "ZTF-i", "i")]
    [InlineData("Filter", "zr ", "r")]
    [InlineData("Filter", "g'", "g'")]
    [InlineData("Filter", "ztf", "ztf")]
    [InlineData("Filter", "V", "V")]
    [InlineData("filt", "cyan", "cyan")]
    [InlineData("band", "TESS", "TESS")]
    [InlineData("band", "R", "R")]
    [InlineData("band", "r", "r")]
    [InlineData("band", "", "")]
    public void Bands_of_any_survey_are_kept_and_those_of_ZTF_are_ours(string name, object band, string read) => Assert.Equal(
        read, Read(PhotometryHeader.Find(["jd", "mag", name])!, ("jd", 1.0), ("mag", 17.0), (name, band)).Band);

    [Fact]
    public void A_magnitude_may_name_its_band() =>
        Assert.Equal("V", Read(PhotometryHeader.Find(["jd", "Vmag"])!, ("jd", 1.0), ("Vmag", 17.0)).Band);

    [Fact]
    public void A_row_of_IRSA_reads_as_it_comes()
    {
        PhotometryHeader header = PhotometryHeader.Find(Irsa.Split(','))!;
        PhotometryRow row = Read(
            header,
            ("oid", "686103400034440"), ("hjd", "2458204.6845"), ("mjd", "58204.18"), ("mag", "13.08"), ("magerr", "0.012"),
            ("catflags", "0"), ("filtercode", "zg"), ("field", "462"), ("ccdid", "4"), ("qid", "1"), ("limitmag", "19.65"),
            ("magzp", "26.27"));
        Assert.Equal(
            new PhotometryRow
            {
                Time = 2458204.6845,
                Mag = 13.08,
                MagErr = 0.012,
                Snr = 1.0857362047581296 / 0.012,
                Band = "g",
                Field = 462,
                Ccd = 4,
                Quad = 1,
                MagZeroPoint = 26.27,
            },
            row);
        Assert.Equal("oid", header.ObjectIdColumn);
        Assert.Null(header.ObjectColumn);
    }

    [Theory]
    [InlineData(">14.8")]
    [InlineData("<14.8")]
    [InlineData(" > 14.8")]
    public void A_limit_in_place_of_a_magnitude_is_a_non_detection(string cell)
    {
        PhotometryRow row = Read(PhotometryHeader.Find(["jd", "mag"])!, ("jd", 1.0), ("mag", cell));
        Assert.Equal((double.NaN, 14.8), (row.Mag, row.LimitingMag));
    }

    [Theory]
    [InlineData("14.8", "99.990", double.NaN, 14.8)]
    [InlineData("99.999", "9.999", double.NaN, double.NaN)]
    [InlineData("--", "", double.NaN, double.NaN)]
    [InlineData("99.0", "0.1", double.NaN, double.NaN)]
    [InlineData("-99", "0.1", double.NaN, double.NaN)]
    [InlineData("-99.999", "0.1", double.NaN, double.NaN)]
    [InlineData("-9.99", "0.1", double.NaN, double.NaN)]
    [InlineData("-9.999", "0.1", double.NaN, double.NaN)]
    [InlineData("999", "0.1", double.NaN, double.NaN)]
    [InlineData("-999.0", "0.1", double.NaN, double.NaN)]
    [InlineData("9999", "0.1", double.NaN, double.NaN)]
    [InlineData("1e300", "0.1", 1e300, double.NaN)]
    [InlineData("-9.98", "0.1", -9.98, double.NaN)]
    [InlineData("9.99", "0.1", 9.99, double.NaN)]
    [InlineData("-14.2", "0.1", -14.2, double.NaN)]
    public void What_photometry_programs_write_where_there_is_none_is_no_magnitude(
        string mag, string error, double read, double limit)
    {
        PhotometryRow row = Read(PhotometryHeader.Find(["jd", "mag", "mag_err"])!, ("jd", 1.0), ("mag", mag), ("mag_err", error));
        Assert.Equal((read, limit), (row.Mag, row.LimitingMag));
    }

    [Theory]
    [InlineData("0.02", 0.02)]
    [InlineData("0", double.NaN)]
    [InlineData("-1", double.NaN)]
    [InlineData("-99.9", double.NaN)]
    [InlineData("9.999", double.NaN)]
    public void An_error_that_stands_for_none_leaves_the_magnitude(string error, double read)
    {
        PhotometryRow row = Read(PhotometryHeader.Find(["jd", "mag", "err"])!, ("jd", 1.0), ("mag", 15), ("err", error));
        Assert.Equal((15, read), (row.Mag, row.MagErr));
    }

    [Fact]
    public void A_limiting_magnitude_is_one_of_a_non_detection()
    {
        PhotometryHeader header = PhotometryHeader.Find(["jd", "mag", "limitmag", "fainterthan"])!;
        Assert.Equal(19.5, Read(header, ("jd", 1.0), ("mag", null), ("limitmag", 19.5)).LimitingMag);
        Assert.Equal(double.NaN, Read(header, ("jd", 1.0), ("mag", 17.0), ("limitmag", 19.5)).LimitingMag);
        Assert.Equal(17.0, Read(header, ("jd", 1.0), ("mag", 17.0), ("fainterthan", "True")).LimitingMag);
    }

    [Theory]
    [InlineData("jd,mag,catflags", "catflags", "32768", true)]
    [InlineData("jd,mag,catflags", "catflags", "32770", true)]
    [InlineData("jd,mag,catflags", "catflags", "65536", false)]
    [InlineData("jd,mag,catflags", "catflags", "2", false)]
    [InlineData("jd,mag,catflags", "catflags", "", false)]
    [InlineData("mjd,magpsf_corr,corrected", "corrected", "False", true)]
    [InlineData("mjd,magpsf_corr,dubious", "dubious", true, true)]
    [InlineData("mjd,mag,corrected", "corrected", "False", false)]
    [InlineData("JD,Mag,Quality", "Quality", "B", true)]
    [InlineData("JD,Mag,Quality", "Quality", "G", false)]
    [InlineData("JD,Magnitude,Validation Flag", "Validation Flag", "D", true)]
    public void Rows_that_their_survey_calls_bad_are_known(string names, string flag, object cell, bool isBad) =>
        Assert.Equal(
            isBad ? flag : null,
            PhotometryHeader.Find(names.Split(','))!.FindBadFlag(name => name == flag ? cell : null));

    [Theory]
    [InlineData("")]
    [InlineData("nan")]
    public void A_row_without_a_time_is_refused(string time) => Assert.Contains(
        "time is empty",
        Assert.Throws<FormatException>(() => Read(PhotometryHeader.Find(["jd", "mag"])!, ("jd", time), ("mag", 1.0))).Message,
        StringComparison.Ordinal);

    private static PhotometryRow Read(PhotometryHeader header, params (string Name, object? Cell)[] cells) =>
        header.Read(name => cells.FirstOrDefault(one => one.Name == name).Cell, out _);
}
