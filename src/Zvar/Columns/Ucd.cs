namespace Zvar;

// What several tables say, in the words of the IVOA's UCD1+ controlled vocabulary (version 1.5, 2023).
internal static class Ucd
{
    internal const string Id = "meta.id";
    internal const string MainId = "meta.id;meta.main";
    internal const string ObjectId = "meta.id;src";
    internal const string Flag = "meta.code";
    internal const string Count = "meta.number";
    internal const string Exposures = "meta.number;obs.exposure";
    internal const string Field = "meta.id;obs.field";
    internal const string Detector = "meta.id;instr.det";
    internal const string Band = "instr.bandpass";
    internal const string Mag = "phot.mag;em.opt";
    internal const string MagError = "stat.error;phot.mag;em.opt";
    internal const string Amplitude = "src.var.amplitude;em.opt";
    internal const string Brightest = "phot.mag;em.opt;stat.min";
    internal const string Faintest = "phot.mag;em.opt;stat.max";
    internal const string Time = "time.epoch";
    internal const string Period = "time.period";
    internal const string Significance = "stat.fit.goodness";
    internal const string Frequency = "arith.rate;time.phase";
    internal const string Power = "stat.value";
    internal const string Scatter = "stat.stdev;phot.mag;em.opt";
    internal const string VariabilityIndex = "src.var.index";
    internal const string Rate = "arith.rate;phot.mag;em.opt";
    internal const string Distance = "pos.angDistance";
}
