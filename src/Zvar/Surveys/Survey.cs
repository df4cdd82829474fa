namespace Zvar;

// A survey whose tables are known by the names of their columns.
internal sealed record Survey(string Name, string KnownBy, params SeriesPlan[] Series)
{
    // Days from 1 January 2010 (TCB) count Gaia's times: Gaia DR3's table epoch_photometry.
    private const double GaiaZero = 2_455_197.5;

    private const double OffsetOfMjd = 2_400_000.5;

    // What Kepler's and TESS's pipelines say not to use by default: KeplerQualityFlags and TessQualityFlags in
    // lightkurve's utils.py.
    private const long BadKepler = 1_130_799;
    private const long BadTess = 175;

    private static readonly TimeSystem BjdTdb = new(TimeReference.Bjd, TimeScale.Tdb);
    private static readonly TimeSystem BjdTcb = new(TimeReference.Bjd, TimeScale.Tcb);
    private static readonly TimeSystem Jd = new(TimeReference.Jd);

    // The first that fits is it. Where several tables of a survey look much alike, the one with more columns comes
    // first.
    internal static readonly Survey[] All =
    [
        // IRSA, ZTF light-curve API.
        new("ZTF at IRSA", "oid catflags filtercode hjd|mjd mag", new SeriesPlan
        {
            Bands = ["filtercode"], Kind = MagnitudeKind.Ab,
        }),

        // The times are the starts of exposures. magpsf is of a difference.
        new("ZTF alerts at ALeRCE", "mjd magpsfcorr fid|corrected|dubious", new SeriesPlan
        {
            Time = ["mjd"], TimeOffset = OffsetOfMjd, TimeSystem = Jd,
            Mag = ["magpsfcorr"], MagErr = ["sigmapsfcorrext", "sigmapsfcorr"], Kind = MagnitudeKind.Ab,
        }),

        // The ZTF forced-photometry service's guide, sections 6 and 13 of arXiv:2305.16279.
        new("ZTF forced photometry, differences from the reference image", "jd forcediffimflux forcediffimfluxunc zpdiff",
            new SeriesPlan
            {
                Time = ["jd"], TimeOffset = 0, TimeSystem = Jd, Kind = MagnitudeKind.Difference,
                Flux = ["forcediffimflux"], FluxErr = ["forcediffimfluxunc"], ZeroPointColumn = "zpdiff",
                IsForced = true, MayBeEmpty = true, Bands = ["filter"], Limit = [],
                Flags =
                [
                    QualityFlag.OfLeast("infobitssci", 33_554_432),
                    QualityFlag.Above("scisigpix", 25),
                    QualityFlag.Above("sciinpseeing", 4),
                ],
            }),
        new("ASAS-SN Sky Patrol 1", "hjd camera mag fluxmjy", new SeriesPlan
        {
            Time = ["hjd"], Mag = ["mag"], MagErr = ["magerr", "magerror"], Bands = ["filter"], Band = "V", Flags = [],
        }),
        new("ASAS-SN Sky Patrol 2", "jd flux fluxerr|fluxerror mag magerr|magerror limit", new SeriesPlan
        {
            Time = ["jd"], TimeOffset = 0, TimeSystem = Jd,
            Mag = ["mag"], MagErr = ["magerr", "magerror"], Bands = ["photfilter", "filter"],
            Flags = [QualityFlag.Unless("quality", "G")],
        }),

        // fallingstar-data.com/forcedphot/resultdesc: MJD is the start of the exposure, m has the sign of the flux.
        new("ATLAS forced photometry", "mjd ujy dujy f", new SeriesPlan
        {
            Time = ["mjd"], TimeOffset = OffsetOfMjd, TimeSystem = Jd, Kind = MagnitudeKind.Ab,
            Flux = ["ujy"], FluxErr = ["dujy"], ZeroPoint = 23.9, IsForced = true, Limit = ["mag5sig"], Bands = ["f"],
            Flags = [QualityFlag.OfAnyBit("err")],
        }),
        new("Gaia DR3", "gtransittime gtransitmag",
            Gaia("G", "gtransit", "gtransittime", "g"),
            Gaia("BP", "bp", "bpobstime", "bp"),
            Gaia("RP", "rp", "rpobstime", "rp")),
        new("Gaia, in the form of DR2", "sourceid band time mag flux transitid|rejectedbyphotometry", new SeriesPlan
        {
            Time = ["time"], TimeOffset = GaiaZero, TimeSystem = BjdTcb, MayBeEmpty = true,
            Mag = ["mag"], MagErr = [], Flux = ["flux"], FluxErr = ["fluxerror", "fluxerr"], Limit = [],
            Kind = MagnitudeKind.Vega,
            Flags = [QualityFlag.OfTruth("rejectedbyphotometry"), QualityFlag.OfTruth("rejectedbyvariability")],
        }),

        // Blended stars are measured together, which is no fault of the row. There is no filter.
        new("Catalina", "masterid|inputid|id mag magerr mjd blend", new SeriesPlan
        {
            Time = ["mjd"], TimeOffset = OffsetOfMjd, TimeSystem = Jd, Mag = ["mag"], Bands = [], Flags = [],
        }),

        // AAVSO's download, which VStar reads: its column HJD is mostly empty.
        new("AAVSO", "jd magnitude band observercode|validationflag", new SeriesPlan
        {
            Time = ["jd"], TimeOffset = 0, TimeSystem = Jd, Mag = ["magnitude"],
            MagErr = ["uncertainty", "hquncertainty"], Limit = [], Bands = ["band"],
        }),
        new("AAVSO search", "auid jd mag fainterthan", new SeriesPlan
        {
            Time = ["jd"], TimeOffset = 0, TimeSystem = Jd, Mag = ["mag"], MagErr = ["uncertainty"], Limit = [],
            Bands = ["band"],
        }),
        new("VStar", "jd|juliandate mag|magnitude observer|observercode", new SeriesPlan
        {
            Flags = [QualityFlag.OfWords("validationflag", "T", "D"), QualityFlag.OfWords("flag", "T", "D")],
        }),
        new("Kepler", "time|bkjd|btjd|bjd pdcsapflux|sapflux sapquality", Spacecraft("Kepler", "sapquality", BadKepler)),
        new("TESS", "time|btjd|bkjd|bjd pdcsapflux|sapflux", Spacecraft("TESS", "quality", BadTess)),

        // Also other tables of these four columns: times of forty years are taken for the MJDs they look like.
        new("Stripe 82 or a table like it", "time mag magerr band !psid !snr !limmag !limitingmag !flux !fluxerr",
            new SeriesPlan
            {
                Time = ["time"], TimeSystem = Jd, MayBeMjd = true, Mag = ["mag"], MagErr = ["magerr"], Bands = ["band"],
            }),
    ];

    private readonly string[][] _known =
        [.. KnownBy.Split(' ').Where(word => word[0] != '!').Select(word => word.Split('|'))];

    private readonly string[] _without = [.. KnownBy.Split(' ').Where(word => word[0] == '!').Select(word => word[1..])];

    // Null where the table is of no survey that is known.
    internal static Survey? Find(ColumnNames names) => Array.Find(All, survey => survey.Fits(names));

    private bool Fits(ColumnNames names) =>
        _known.All(any => any.Any(names.Has)) && !_without.Any(names.Has);

    private static SeriesPlan Gaia(string band, string columns, string time, string flag) => new()
    {
        Time = [time],
        TimeOffset = GaiaZero,
        TimeSystem = BjdTcb,
        MayBeEmpty = true,
        Mag = [$"{columns}mag"],
        MagErr = [],
        Limit = [],
        Flux = [$"{columns}flux"],
        FluxErr = [$"{columns}fluxerror"],
        Bands = [],
        Band = band,
        Kind = MagnitudeKind.Vega,
        Flags =
        [
            QualityFlag.OfTruth($"variabilityflag{flag}reject"),
            QualityFlag.OfTruth($"photometryflag{flag}reject"),
            QualityFlag.OfTruth("rejectedbyphotometry"),
        ],
    };

    private static SeriesPlan Spacecraft(string band, string quality, long bad) => new()
    {
        TimeSystem = BjdTdb,
        TimeZeroInHeader = true,
        MayBeEmpty = true,
        Flux = ["pdcsapflux", "sapflux"],
        Limit = [],
        IsScaledByFile = true,
        Bands = [],
        Band = band,
        Kind = MagnitudeKind.Relative,
        Flags = [QualityFlag.OfBits(quality, bad)],
    };
}
