namespace Zvar.Archive;

/// <summary>A light curve as bytes: all its columns, to the last bit, in about a fourth of their room.</summary>
internal static class LightCurveBlob
{
    private static readonly PhotometryColumn[] Numbers =
        [.. Enum.GetValues<PhotometryColumn>().Where(column => (int)column < PhotometryTable.NumberColumns)];

    internal static void Write(BlobWriter blob, LightCurve lightCurve)
    {
        blob.WriteCount(lightCurve.Points);
        WriteFiles(blob, lightCurve);
        foreach (PhotometryColumn column in Numbers)
        {
            NumberColumn.Write(blob, lightCurve.GetNumbers(column));
        }
    }

    /// <summary>Adds the exposures in some bands to a builder, or all of them.</summary>
    internal static void Read(ReadOnlySpan<byte> bytes, LightCurveBuilder builder, IReadOnlyList<string>? bands)
    {
        var blob = new BlobReader(bytes);
        int points = blob.ReadCount();
        (string Band, int[] Integers)[] files = ReadFiles(ref blob);
        if (points > 0 && files.Length == 0)
        {
            throw new DamagedException();
        }

        long[] fileOfPoint = new long[points];
        if (points > 0)
        {
            PackedIntegers.Read(ref blob, fileOfPoint);
        }

        double[][] columns = new double[Numbers.Length][];
        for (int i = 0; i < columns.Length; i++)
        {
            NumberColumn.Read(ref blob, columns[i] = new double[points]);
        }

        bool[] isWanted = Array.ConvertAll(files, file => bands?.Contains(file.Band) ?? true);
        Span<double> numbers = stackalloc double[Numbers.Length];
        for (int point = 0; point < points; point++)
        {
            if ((ulong)fileOfPoint[point] >= (ulong)files.Length)
            {
                throw new DamagedException();
            }

            if (isWanted[fileOfPoint[point]])
            {
                for (int i = 0; i < numbers.Length; i++)
                {
                    numbers[i] = columns[i][point];
                }

                (string band, int[] integers) = files[fileOfPoint[point]];
                builder.Add(numbers, integers, band);
            }
        }
    }

    // Field, CCD, quadrant and band are of few kinds, one to a match file.
    private static void WriteFiles(BlobWriter blob, LightCurve lightCurve)
    {
        var files = new Dictionary<(string, int, int, int), int>();
        long[] fileOfPoint = new long[lightCurve.Points];
        for (int i = 0; i < fileOfPoint.Length; i++)
        {
            var file = (lightCurve.Band[i], lightCurve.Field[i], lightCurve.Ccd[i], lightCurve.Quad[i]);
            if (!files.TryGetValue(file, out int number))
            {
                files.Add(file, number = files.Count);
            }

            fileOfPoint[i] = number;
        }

        blob.WriteCount(files.Count);
        foreach ((string band, int field, int ccd, int quad) in files.Keys)
        {
            blob.WriteText(band);
            blob.WriteSigned(field);
            blob.WriteSigned(ccd);
            blob.WriteSigned(quad);
        }

        if (fileOfPoint.Length > 0)
        {
            PackedIntegers.Write(blob, fileOfPoint);
        }
    }

    private static (string Band, int[] Integers)[] ReadFiles(ref BlobReader blob)
    {
        var files = new (string, int[])[blob.ReadCount()];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = (blob.ReadBand(), [blob.ReadInteger(), blob.ReadInteger(), blob.ReadInteger()]);
        }

        return files;
    }
}
