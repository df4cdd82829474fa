namespace Zvar;

// What tables call the columns of photometry: we, the surveys, astronomers. Of the names for a column those further up
// win; two on one line mean the same, so that a table that has both could mean either. They are written in letters and
// digits alone: mag_err, MagErr and "Mag Err" are one name.
internal static class PhotometryNames
{
    private const double OffsetOfMjd = 2_400_000.5;

    // What is added to a time to make it a full Julian date. Time at the solar system's barycentre is better than that
    // at the Sun, and this than that on Earth; BTJD and BKJD are the times of TESS and of Kepler.
    internal static readonly (double Offset, string[] Names)[] Time =
    [
        (0, ["time"]),
        (0, ["bjd", "bjdtdb", "bjdutc"]),
        (OffsetOfMjd, ["bmjd", "mbjd"]),
        (2_457_000, ["btjd"]),
        (2_454_833, ["bkjd"]),
        (0, ["hjd", "hjdutc"]),
        (OffsetOfMjd, ["hmjd", "mhjd"]),
        (0, ["jd", "obsjd", "jdobs", "jdutc", "juliandate"]),
        (OffsetOfMjd, ["mjd", "obsmjd", "mjdobs", "mjdutc"]),
    ];

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
        ],
        [PhotometryColumn.MagErr] =
        [
            ["sigmapsfcorrext"],
            ["sigmapsfcorr"],
            ["magerror", "emag", "magnitudeerror", "magnitudeerr", "psfmagerr", "magpsferr", "sigmapsf", "sigmamag"],
            ["uncertainty", "err", "error", "sigma"],
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
        ["oid", "objectid", "objid", "sourceid", "masterid", "inputid"],
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

    // A name's letters and digits, in lower case.
    internal static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
