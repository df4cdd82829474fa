namespace Zvar.Tables;

// In which partition a star is, and at which place of the finest order.
internal readonly record struct IndexEntry(long Psid, HatsPixel Pixel, long Healpix);
