namespace Zvar.Archive;

/// <summary>An object with its match files and periods as bytes.</summary>
internal static class ObjectBlob
{
    // That a period is of none of the first files: its own follows.
    private const byte OtherFile = 0xFF;

    internal static void Write(BlobWriter blob, ZvarObject star)
    {
        blob.WriteNumber(star.Ra);
        blob.WriteNumber(star.Dec);
        blob.WriteSigned((int)star.ObjectType);
        blob.WriteCount(star.Matchfiles.Count);
        foreach (Matchfile file in star.Matchfiles)
        {
            WritePlace(blob, PlaceOf(file));
            blob.WriteSigned(file.Exposures);
            blob.WriteSigned(file.Index);
            blob.WriteNumber(file.Amplitude);
            blob.WriteNumber(file.MinMag);
            blob.WriteNumber(file.MaxMag);
        }

        blob.WriteCount(star.Periods.Count);
        foreach (ZvarPeriod entry in star.Periods)
        {
            WriteFile(blob, star, (entry.Field, entry.Ccd, entry.Quad, entry.Band));
            blob.WriteNumber(entry.Period);
            blob.WriteNumber(entry.Significance);
            blob.WriteNumber(entry.StringLength);
            blob.WriteSigned(entry.Bins);
        }
    }

    /// <summary>Where a star is, of which nothing else is read.</summary>
    internal static SkyPosition ReadPosition(BlobReader blob) => new(blob.ReadNumber(), blob.ReadNumber());

    internal static ZvarObject Read(
        ref BlobReader blob,
        long psid,
        bool synthetic,
        string? targetName = null,
        double separation = double.NaN)
    {
        (double ra, double dec) = (blob.ReadNumber(), blob.ReadNumber());
        var type = (ObjectType)blob.ReadInteger();
        var files = new Matchfile[blob.ReadCount()];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = ReadMatchfile(ref blob, psid, synthetic);
        }

        var periods = new ZvarPeriod[blob.ReadCount()];
        for (int i = 0; i < periods.Length; i++)
        {
            periods[i] = ReadPeriod(ref blob, files, psid, synthetic);
        }

        return new ZvarObject
        {
            Psid = psid,
            Ra = ra,
            Dec = dec,
            TargetName = targetName,
            Separation = separation,
            ObjectType = type,
            Matchfiles = new(files),
            Periods = new(periods),
            Synthetic = synthetic,
        };
    }

    private static Matchfile ReadMatchfile(ref BlobReader blob, long psid, bool synthetic)
    {
        (int field, int ccd, int quad, string band) = ReadPlace(ref blob);
        return new()
        {
            Psid = psid,
            Field = field,
            Ccd = ccd,
            Quad = quad,
            Band = band,
            Exposures = blob.ReadInteger(),
            Index = blob.ReadInteger(),
            Amplitude = blob.ReadNumber(),
            MinMag = blob.ReadNumber(),
            MaxMag = blob.ReadNumber(),
            Synthetic = synthetic,
        };
    }

    private static ZvarPeriod ReadPeriod(ref BlobReader blob, Matchfile[] files, long psid, bool synthetic)
    {
        byte file = blob.ReadByte();
        (int field, int ccd, int quad, string band) =
            file == OtherFile ? ReadPlace(ref blob)
            : file < files.Length ? PlaceOf(files[file])
            : throw new DamagedException();
        return new()
        {
            Psid = psid,
            Field = field,
            Ccd = ccd,
            Quad = quad,
            Band = band,
            Period = blob.ReadNumber(),
            Significance = blob.ReadNumber(),
            StringLength = blob.ReadNumber(),
            Bins = blob.ReadInteger(),
            Synthetic = synthetic,
        };
    }

    // A period is of one of the files, most often.
    private static void WriteFile(BlobWriter blob, ZvarObject star, (int, int, int, string) place)
    {
        byte file = 0;
        while (file < OtherFile && (file >= star.Matchfiles.Count || PlaceOf(star.Matchfiles[file]) != place))
        {
            file++;
        }

        blob.WriteByte(file);
        if (file == OtherFile)
        {
            WritePlace(blob, place);
        }
    }

    private static (int Field, int Ccd, int Quad, string Band) PlaceOf(Matchfile file) =>
        (file.Field, file.Ccd, file.Quad, file.Band);

    private static void WritePlace(BlobWriter blob, (int Field, int Ccd, int Quad, string Band) place)
    {
        blob.WriteSigned(place.Field);
        blob.WriteSigned(place.Ccd);
        blob.WriteSigned(place.Quad);
        blob.WriteBand(place.Band);
    }

    private static (int Field, int Ccd, int Quad, string Band) ReadPlace(ref BlobReader blob) =>
        (blob.ReadInteger(), blob.ReadInteger(), blob.ReadInteger(), blob.ReadBand());
}
