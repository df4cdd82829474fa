using System.Runtime.InteropServices;

namespace Zvar.Tables;

// A star as bytes and back, to the last bit, while a catalogue is under way.
internal static class StarBytes
{
    internal static void Write(BinaryWriter to, StarRecord star)
    {
        ZvarObject one = star.Object;
        to.Write(one.Psid);
        to.Write(one.Ra);
        to.Write(one.Dec);
        to.Write((int)one.ObjectType);
        to.Write(one.Synthetic);
        WriteAll(to, one.Matchfiles, Write);
        WriteAll(to, one.Periods, Write);
        WriteAll(to, star.Bands, (_, band) => to.Write(band));
        Write(to, star.LightCurve);
        WriteAll(to, star.FluxBands, (_, band) => to.Write(band));
        Write(to, star.Fluxes);
        WriteAll(to, star.Matches, Write);
    }

    internal static StarRecord Read(BinaryReader from)
    {
        long psid = from.ReadInt64();
        (double ra, double dec) = (from.ReadDouble(), from.ReadDouble());
        var type = (ObjectType)from.ReadInt32();
        bool synthetic = from.ReadBoolean();
        var star = new ZvarObject
        {
            Psid = psid,
            Ra = ra,
            Dec = dec,
            ObjectType = type,
            Synthetic = synthetic,
            Matchfiles = new(ReadAll(from, () => ReadMatchfile(from, psid, synthetic))),
            Periods = new(ReadAll(from, () => ReadPeriod(from, psid, synthetic))),
        };
        return new StarRecord(star)
        {
            Bands = ReadAll(from, from.ReadString),
            LightCurve = ReadLightCurve(from, psid),
            FluxBands = ReadAll(from, from.ReadString),
            Fluxes = ReadLightCurve(from, psid),
            Matches = ReadAll(from, () => ReadMatches(from, psid)),
        };
    }

    private static void WriteAll<T>(BinaryWriter to, IReadOnlyList<T> all, Action<BinaryWriter, T> write)
    {
        to.Write7BitEncodedInt(all.Count);
        foreach (T one in all)
        {
            write(to, one);
        }
    }

    private static T[] ReadAll<T>(BinaryReader from, Func<T> read)
    {
        var all = new T[from.Read7BitEncodedInt()];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = read();
        }

        return all;
    }

    private static void Write(BinaryWriter to, Matchfile file)
    {
        to.Write(file.Field);
        to.Write(file.Ccd);
        to.Write(file.Quad);
        to.Write(file.Band);
        to.Write(file.Exposures);
        to.Write(file.Index);
        to.Write(file.Amplitude);
        to.Write(file.MinMag);
        to.Write(file.MaxMag);
    }

    private static Matchfile ReadMatchfile(BinaryReader from, long psid, bool synthetic) => new()
    {
        Psid = psid,
        Field = from.ReadInt32(),
        Ccd = from.ReadInt32(),
        Quad = from.ReadInt32(),
        Band = from.ReadString(),
        Exposures = from.ReadInt32(),
        Index = from.ReadInt32(),
        Amplitude = from.ReadDouble(),
        MinMag = from.ReadDouble(),
        MaxMag = from.ReadDouble(),
        Synthetic = synthetic,
    };

    private static void Write(BinaryWriter to, ZvarPeriod entry)
    {
        to.Write(entry.Field);
        to.Write(entry.Ccd);
        to.Write(entry.Quad);
        to.Write(entry.Band);
        to.Write(entry.Period);
        to.Write(entry.Significance);
        to.Write(entry.StringLength);
        to.Write(entry.Bins);
    }

    private static ZvarPeriod ReadPeriod(BinaryReader from, long psid, bool synthetic) => new()
    {
        Psid = psid,
        Field = from.ReadInt32(),
        Ccd = from.ReadInt32(),
        Quad = from.ReadInt32(),
        Band = from.ReadString(),
        Period = from.ReadDouble(),
        Significance = from.ReadDouble(),
        StringLength = from.ReadDouble(),
        Bins = from.ReadInt32(),
        Synthetic = synthetic,
    };

    private static void Write(BinaryWriter to, LightCurve? lightCurve)
    {
        to.Write(lightCurve is not null);
        if (lightCurve is null)
        {
            return;
        }

        to.Write7BitEncodedInt(lightCurve.Points);
        to.Write(lightCurve.FirstTime);
        to.Write(lightCurve.Synthetic);
        to.Write(lightCurve.Origin.TimeSystem.ToString());
        to.Write((int)lightCurve.Origin.MagnitudeKind);
        to.Write(lightCurve.Origin.Source is not null);
        if (lightCurve.Origin.Source is { } source)
        {
            to.Write(source);
        }

        for (int column = 0; column < PhotometryTable.NumberColumns; column++)
        {
            ReadOnlySpan<double> measured = lightCurve.Columns.Measured((PhotometryColumn)column);
            to.Write(!measured.IsEmpty);
            to.Write(MemoryMarshal.AsBytes(measured));
        }

        for (int column = 0; column < PhotometryTable.IntegerColumns; column++)
        {
            to.Write(MemoryMarshal.AsBytes<int>(
                lightCurve.GetIntegers((PhotometryColumn)(PhotometryTable.NumberColumns + column))));
        }

        string[] bands = [.. lightCurve.Band.Distinct()];
        WriteAll(to, bands, (_, band) => to.Write(band));
        foreach (string band in lightCurve.Band)
        {
            to.Write7BitEncodedInt(Array.IndexOf(bands, band));
        }
    }

    private static LightCurve? ReadLightCurve(BinaryReader from, long psid)
    {
        if (!from.ReadBoolean())
        {
            return null;
        }

        int points = from.Read7BitEncodedInt();
        double first = from.ReadDouble();
        bool synthetic = from.ReadBoolean();
        var times = TimeSystem.Parse(from.ReadString());
        var kind = (MagnitudeKind)from.ReadInt32();
        string? source = from.ReadBoolean() ? from.ReadString() : null;
        double[]?[] numbers = new double[]?[PhotometryTable.NumberColumns];
        for (int column = 0; column < numbers.Length; column++)
        {
            numbers[column] = from.ReadBoolean() ? ReadArray<double>(from, points) : null;
        }

        int[][] integers = new int[PhotometryTable.IntegerColumns][];
        for (int column = 0; column < integers.Length; column++)
        {
            integers[column] = ReadArray<int>(from, points);
        }

        string[] bands = ReadAll(from, from.ReadString);
        string[] band = new string[points];
        for (int i = 0; i < points; i++)
        {
            band[i] = bands[from.Read7BitEncodedInt()];
        }

        return new LightCurve(psid, new PhotometryColumns(numbers, integers, band), first)
        {
            Synthetic = synthetic,
            Origin = new PhotometryOrigin(times, kind, source),
        };
    }

    private static T[] ReadArray<T>(BinaryReader from, int count)
        where T : unmanaged
    {
        T[] array = GC.AllocateUninitializedArray<T>(count);
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private static void Write(BinaryWriter to, StarMatches asked)
    {
        to.Write(asked.Catalog);
        to.Write(asked.Radius);
        to.Write(asked.ClosestOnly);
        WriteAll(to, asked.Matches, Write);
    }

    private static StarMatches ReadMatches(BinaryReader from, long psid)
    {
        string catalog = from.ReadString();
        return new StarMatches(
            catalog, from.ReadDouble(), from.ReadBoolean(), ReadAll(from, () => ReadMatch(from, psid, catalog)));
    }

    private static void Write(BinaryWriter to, CatalogMatch match)
    {
        to.Write(match.Id ?? "");
        to.Write(match.CatalogRa);
        to.Write(match.CatalogDec);
        to.Write(match.Synthetic);
        to.Write(MatchRow.Format(match.GetRow()));
    }

    private static CatalogMatch ReadMatch(BinaryReader from, long psid, string catalog)
    {
        string id = from.ReadString();
        (double ra, double dec) = (from.ReadDouble(), from.ReadDouble());
        bool synthetic = from.ReadBoolean();
        var match = CatalogMatch.Create(
            psid, catalog, new CatalogRow(id, ra, dec, MatchRow.Parse(from.ReadString())), zvarObject: null);
        return synthetic ? match.AsSynthetic() : match;
    }
}
