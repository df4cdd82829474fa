namespace Zvar;

// What tables call the columns of photometry: we, the surveys, astronomers. Of the names for a column those further up
// win; two on one line mean the same, so that a table that has both could mean either. They are written in letters and
// digits alone: mag_err, MagErr and "Mag Err" are one name.
internal static class PhotometryNames
{
    private const double OffsetOfMjd = 2_400_000.5;

    // What is added to a time to make it a full Julian date, and where the light is timed. Time at the solar system's
    // barycentre is better than that at the Sun, and this than that on Earth; BTJD and BKJD are the times of TESS and
    // of Kepler. Of a column that is called time alone, nobody knows.
    internal static readonly (double Offset, TimeReference Reference, string[] Names)[] Time =
    [
        (0, TimeReference.Unknown, ["time"]),
        (0, TimeReference.Bjd, ["bjd", "bjdtdb", "bjdutc", "bjdtcb"]),
        (OffsetOfMjd, TimeReference.Bjd, ["bmjd", "mbjd", "bmjdtdb"]),
        (2_457_000, TimeReference.Bjd, ["btjd"]),
        (2_454_833, TimeReference.Bjd, ["bkjd"]),
        (0, TimeReference.Hjd, ["hjd", "hjdutc", "hjdtdb"]),
        (OffsetOfMjd, TimeReference.Hjd, ["hmjd", "mhjd"]),
        (0, TimeReference.Jd, ["jd", "obsjd", "jdobs", "jdutc", "juliandate"]),
        (OffsetOfMjd, TimeReference.Jd, ["mjd", "obsmjd", "mjdobs", "mjdutc"]),
    ];

    // The scales of TESS and Kepler are TDB (their archive manuals), and a name may end with its own.
    internal static TimeScale ScaleOf(string plainTime) => plainTime switch
    {
        "btjd" or "bkjd" => TimeScale.Tdb,
        _ when plainTime.EndsWith("tdb", StringComparison.Ordinal) => TimeScale.Tdb,
        _ when plainTime.EndsWith("utc", StringComparison.Ordinal) => TimeScale.Utc,
        _ when plainTime.EndsWith("tcb", StringComparison.Ordinal) => TimeScale.Tcb,
        _ => TimeScale.Unknown,
    };

    // The AB magnitude of one of each: 8.90 of a jansky, which is 2.5 log10(3631).
    internal static readonly (string Unit, double ZeroPoint)[] FluxUnits =
        [("ujy", 23.9), ("\u00B5jy", 23.9), ("\u03BCjy", 23.9), ("njy", 31.4), ("mjy", 16.4), ("jy", 8.9)];

    // Magnitudes that say which band they are of.
    internal static readonly string[] BandMags =
        ["umag", "bmag", "vmag", "gmag", "rmag", "imag", "zmag", "ymag", "jmag", "hmag", "kmag"];

    // Beside our name and the service's. ALeRCE's magpsf is the magnitude of a difference, and magpsf_corr that of the
    // object.
    private static readonly Dictionary<PhotometryColumn, string[][]> Others = new()
    {
        [PhotometryColumn.Mag] =
        [
            ["magpsfcorr"],
            ["magnitude", "psfmag", "magpsf", "apmag", "magap", "magauto"],
            BandMags,
            ["m"],
        ],
        [PhotometryColumn.MagErr] =
        [
            ["sigmapsfcorrext"],
            ["sigmapsfcorr"],
            ["magerror", "emag", "magnitudeerror", "magnitudeerr", "psfmagerr", "magpsferr", "sigmapsf", "sigmamag"],
            ["uncertainty", "err", "error", "sigma"],
            ["dm"],
        ],
        [PhotometryColumn.LimitingMag] = [["limitmag", "diffmaglim", "limit"]],
        [PhotometryColumn.FluxErr] = [["fluxerror"]],
        [PhotometryColumn.Ccd] = [["ccdid"]],
        [PhotometryColumn.Quad] = [["qid"]],
        [PhotometryColumn.Band] =
            [["filtercode"], ["filter", "filt", "photfilter", "bandpass", "passband"], ["fid"]],
    };

    // Whose photometry it is, where there is no psid.
    internal static readonly string[][] Object =
    [
        ["targetname"],
        ["name", "starname", "objectname", "object", "star", "target"],
    ];

    // It may be the stars that are numbered.
    internal static readonly string[] NumberOfSomething = ["num", "number", "nr", "no"];

    internal static readonly string[][] ObjectId =
    [
        ["oid", "objectid", "objid", "sourceid", "asassnid", "masterid", "inputid"],
        ["starid", "starnum", "starnumber", "starno", "mainid", "designation", "tic", "ticid", "kic", "kicid"],
        ["id"],
        NumberOfSomething,
    ];

    // What tables call a column, the best names first.
    internal static IEnumerable<string[]> Of(PhotometryColumn column) =>
    [
        [Plain(column.ToString())],
        [Plain(PhotometryTable.Of(column).ServiceName!)],
        .. Others.GetValueOrDefault(column, []),
    ];

    // What an error is called that stands beside a column.
    internal static IEnumerable<string> ErrorsOf(string plain) =>
        [$"e{plain}", $"{plain}err", $"{plain}error", $"{plain}unc", $"d{plain}", $"sigma{plain}"];

    // A name's letters and digits, in lower case.
    internal static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
