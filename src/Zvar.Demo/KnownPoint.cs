namespace Zvar.Demo;

// An exposure whose numbers are publicly known.
internal sealed record KnownPoint(
    double Time, string Band, double Flux, double FluxErr, double Mag, double MagErr, double Snr);
