namespace Zvar.Tables;

// A partition, and which stars of all are in it: those from one on.
internal readonly record struct HatsPartition(HatsPixel Pixel, int From, int Count);
