namespace Zvar.Plots;

// An exposure in a light curve against time: a value with its error, or the limit of a non-detection.
internal readonly record struct ShownExposure(string Band, double Time, double Value, double Error, bool IsLimit);
