using System.Buffers;
using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Of which match file each exposure is: field, CCD, quadrant and band are of few kinds, which are said once.
/// </summary>
internal static class ExposureFiles
{
    internal static void Write(BlobWriter blob, LightCurve lightCurve)
    {
        var files = new Dictionary<ExposureFile, long>();
        using IMemoryOwner<long> room = MemoryPool<long>.Shared.Rent(lightCurve.Points);
        Span<long> fileOfPoint = room.Memory.Span[..lightCurve.Points];
        Number(lightCurve, files, fileOfPoint);
        blob.WriteCount(files.Count);
        foreach (ExposureFile file in files.Keys)
        {
            blob.WriteSigned(file.Field);
            blob.WriteSigned(file.Ccd);
            blob.WriteSigned(file.Quad);
            blob.WriteBand(file.Band);
        }

        PackedIntegers.Write(blob, fileOfPoint);
    }

    /// <summary>Reads the whole numbers, in the order of their columns, and the bands.</summary>
    internal static (int[][] Integers, string[] Band) Read(ref BlobReader blob, int points)
    {
        var files = new ExposureFile[blob.ReadCount()];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = new(blob.ReadInteger(), blob.ReadInteger(), blob.ReadInteger(), blob.ReadBand());
        }

        using IMemoryOwner<long> room = MemoryPool<long>.Shared.Rent(points);
        Span<long> fileOfPoint = room.Memory.Span[..points];
        PackedIntegers.Read(ref blob, fileOfPoint);
        return Spread(files, fileOfPoint);
    }

    // Many exposures are of the file that the one before is of.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Number(LightCurve lightCurve, Dictionary<ExposureFile, long> files, Span<long> fileOfPoint)
    {
        (int[] field, int[] ccd, int[] quad, string[] band) =
            (lightCurve.Field, lightCurve.Ccd, lightCurve.Quad, lightCurve.Band);
        long number = 0;
        for (int i = 0; i < fileOfPoint.Length; i++)
        {
            bool isOfLast = i > 0 && field[i] == field[i - 1] && ccd[i] == ccd[i - 1] && quad[i] == quad[i - 1]
                && band[i] == band[i - 1];
            if (!isOfLast && !files.TryGetValue(new(field[i], ccd[i], quad[i], band[i]), out number))
            {
                number = files.Count;
                files.Add(new(field[i], ccd[i], quad[i], band[i]), number);
            }

            fileOfPoint[i] = number;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[][] Integers, string[] Band) Spread(ExposureFile[] files, ReadOnlySpan<long> fileOfPoint)
    {
        int[] field = GC.AllocateUninitializedArray<int>(fileOfPoint.Length);
        int[] ccd = GC.AllocateUninitializedArray<int>(fileOfPoint.Length);
        int[] quad = GC.AllocateUninitializedArray<int>(fileOfPoint.Length);
        string[] band = new string[fileOfPoint.Length];
        for (int i = 0; i < fileOfPoint.Length; i++)
        {
            if ((ulong)fileOfPoint[i] >= (ulong)files.Length)
            {
                throw new DamagedException();
            }

            ref readonly ExposureFile file = ref files[fileOfPoint[i]];
            field[i] = file.Field;
            ccd[i] = file.Ccd;
            quad[i] = file.Quad;
            band[i] = file.Band;
        }

        return ([field, ccd, quad], band);
    }

    private readonly record struct ExposureFile(int Field, int Ccd, int Quad, string Band);
}
