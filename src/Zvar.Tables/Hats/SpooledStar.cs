namespace Zvar.Tables;

// Where a star of an export is: on the sky, and in which file of the export.
internal readonly record struct SpooledStar(
    long Healpix, long Psid, long Offset, int Points, byte Spool, bool Synthetic);
