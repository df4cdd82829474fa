using System.Buffers;
using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Of which match file each exposure is: field, CCD, quadrant and band are of few kinds, which are said once.
/// </summary>
internal static class ExposureFiles
{
    private const int FilesLookedAt = 8;

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

    // Nearly all exposures are of one of a few files, which are found by looking at them, without a hash.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Number(LightCurve lightCurve, Dictionary<ExposureFile, long> files, Span<long> fileOfPoint)
    {
        Span<ExposureFile> first = new ExposureFile[FilesLookedAt];
        (int[] field, int[] ccd, int[] quad, string[] band) =
            (lightCurve.Field, lightCurve.Ccd, lightCurve.Quad, lightCurve.Band);
        for (int i = 0; i < fileOfPoint.Length; i++)
        {
            var file = new ExposureFile(field[i], ccd[i], quad[i], band[i]);
            int known = Math.Min(files.Count, FilesLookedAt);
            int at = 0;
            while (at < known && first[at] != file)
            {
                at++;
            }

            long number = at;
            if (at == known && !files.TryGetValue(file, out number))
            {
                number = files.Count;
                files.Add(file, number);
                if (number < FilesLookedAt)
                {
                    first[(int)number] = file;
                }
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
