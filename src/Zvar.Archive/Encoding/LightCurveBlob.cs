namespace Zvar.Archive;

/// <summary>A light curve as bytes: all its columns, to the last bit, in about a fourth of their room.</summary>
internal static class LightCurveBlob
{
    /// <summary>A light curve as it is kept under a key.</summary>
    internal static Sealed Seal(LightCurve lightCurve, long key) => Sealed.Of(key, blob => Write(blob, lightCurve));

    internal static void Write(BlobWriter blob, LightCurve lightCurve)
    {
        blob.WriteCount(lightCurve.Points);
        ExposureFiles.Write(blob, lightCurve);
        for (int column = 0; column < PhotometryTable.NumberColumns; column++)
        {
            NumberColumn.Write(blob, lightCurve.Columns.Measured((PhotometryColumn)column));
        }
    }

    internal static LightCurve Read(ReadOnlySpan<byte> bytes, long psid, bool synthetic)
    {
        var blob = new BlobReader(bytes);
        return Read(ref blob, psid, synthetic, PhotometryOrigin.Zvar);
    }

    internal static LightCurve Read(ref BlobReader blob, long psid, bool synthetic, PhotometryOrigin origin)
    {
        int points = blob.ReadCount(PackedIntegers.MostOfByte);
        (int[][] integers, string[] band) = ExposureFiles.Read(ref blob, points);
        double[]?[] numbers = new double[]?[PhotometryTable.NumberColumns];
        for (int column = 0; column < numbers.Length; column++)
        {
            numbers[column] = NumberColumn.Read(ref blob, points);
        }

        return LightCurve.Of(psid, new PhotometryColumns(numbers, integers, band), synthetic, origin);
    }
}
