namespace Zvar.Http;

// What the fields of a point hold: a column of the light curve, something we do not know, or nothing at all where text
// is not followed by a value.
internal static class PointField
{
    internal const PhotometryColumn LastNumber = (PhotometryColumn)(PhotometryTable.NumberColumns - 1);

    internal const PhotometryColumn Unknown = PhotometryColumn.Band + 1;

    internal const PhotometryColumn None = PhotometryColumn.Band + 2;

    internal static PhotometryColumn Of(ReadOnlySpan<char> name) =>
        PhotometryTable.TryFind(name, out PhotometryColumn column) ? column : Unknown;

    // The place of a whole number among the whole numbers.
    internal static int PlaceOf(PhotometryColumn column) => (int)column - PhotometryTable.NumberColumns;
}
