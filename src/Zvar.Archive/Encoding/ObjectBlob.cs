namespace Zvar.Archive;

/// <summary>An object with its match files and periods as bytes.</summary>
internal static class ObjectBlob
{
    internal static void Write(BlobWriter blob, ZvarObject star)
    {
        blob.WriteNumber(star.Ra);
        blob.WriteNumber(star.Dec);
        blob.WriteSigned((int)star.ObjectType);
        blob.WriteCount(star.Matchfiles.Count);
        foreach (Matchfile file in star.Matchfiles)
        {
            WritePlace(blob, file.Field, file.Ccd, file.Quad, file.Band);
            blob.WriteSigned(file.Exposures);
            blob.WriteSigned(file.Index);
            blob.WriteNumber(file.Amplitude);
            blob.WriteNumber(file.MinMag);
            blob.WriteNumber(file.MaxMag);
        }

        blob.WriteCount(star.Periods.Count);
        foreach (ZvarPeriod entry in star.Periods)
        {
            WritePlace(blob, entry.Field, entry.Ccd, entry.Quad, entry.Band);
            blob.WriteNumber(entry.Period);
            blob.WriteNumber(entry.Significance);
            blob.WriteNumber(entry.StringLength);
            blob.WriteSigned(entry.Bins);
        }
    }

    internal static ZvarObject Read(ref BlobReader blob, long psid, bool synthetic)
    {
        (double ra, double dec) = (blob.ReadNumber(), blob.ReadNumber());
        var type = (ObjectType)blob.ReadInteger();
        var files = new List<Matchfile>();
        for (int count = blob.ReadCount(); count > 0; count--)
        {
            files.Add(ReadMatchfile(ref blob, psid, synthetic));
        }

        var periods = new List<ZvarPeriod>();
        for (int count = blob.ReadCount(); count > 0; count--)
        {
            periods.Add(ReadPeriod(ref blob, psid, synthetic));
        }

        return new ZvarObject
        {
            Psid = psid,
            Ra = ra,
            Dec = dec,
            ObjectType = type,
            Matchfiles = new(files),
            Periods = new(periods),
            Synthetic = synthetic,
        };
    }

    private static Matchfile ReadMatchfile(ref BlobReader blob, long psid, bool synthetic) => new()
    {
        Psid = psid,
        Field = blob.ReadInteger(),
        Ccd = blob.ReadInteger(),
        Quad = blob.ReadInteger(),
        Band = blob.ReadBand(),
        Exposures = blob.ReadInteger(),
        Index = blob.ReadInteger(),
        Amplitude = blob.ReadNumber(),
        MinMag = blob.ReadNumber(),
        MaxMag = blob.ReadNumber(),
        Synthetic = synthetic,
    };

    private static ZvarPeriod ReadPeriod(ref BlobReader blob, long psid, bool synthetic) => new()
    {
        Psid = psid,
        Field = blob.ReadInteger(),
        Ccd = blob.ReadInteger(),
        Quad = blob.ReadInteger(),
        Band = blob.ReadBand(),
        Period = blob.ReadNumber(),
        Significance = blob.ReadNumber(),
        StringLength = blob.ReadNumber(),
        Bins = blob.ReadInteger(),
        Synthetic = synthetic,
    };

    private static void WritePlace(BlobWriter blob, int field, int ccd, int quad, string band)
    {
        blob.WriteSigned(field);
        blob.WriteSigned(ccd);
        blob.WriteSigned(quad);
        blob.WriteText(band);
    }
}
