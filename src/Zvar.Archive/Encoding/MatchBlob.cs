namespace Zvar.Archive;

/// <summary>
/// The matches that answer one key of a cross-match, as bytes: the catalogue's rows, and objects where they came along.
/// </summary>
internal static class MatchBlob
{
    internal static void Write(BlobWriter blob, IReadOnlyList<CatalogMatch> matches)
    {
        blob.WriteCount(matches.Count);
        foreach (CatalogMatch match in matches)
        {
            blob.WriteSigned(match.Psid);
            blob.WriteText(match.Id ?? "");
            blob.WriteNumber(match.CatalogRa);
            blob.WriteNumber(match.CatalogDec);
            RowBlob.Write(blob, match.GetRow());
            blob.WriteByte(match.Object is null ? (byte)0 : (byte)1);
            if (match.Object is { } star)
            {
                ObjectBlob.Write(blob, star);
            }
        }
    }

    internal static List<CatalogMatch> Read(ReadOnlySpan<byte> bytes, string catalog, bool synthetic)
    {
        var blob = new BlobReader(bytes);
        var matches = new List<CatalogMatch>();
        for (int count = blob.ReadCount(); count > 0; count--)
        {
            long psid = blob.ReadSigned();
            string id = blob.ReadText();
            (double ra, double dec) = (blob.ReadNumber(), blob.ReadNumber());
            var row = new CatalogRow(id, ra, dec, RowBlob.Read(ref blob));
            ZvarObject? star = blob.ReadByte() == 0 ? null : ObjectBlob.Read(ref blob, psid, synthetic);
            var match = CatalogMatch.Create(psid, catalog, row, star);
            matches.Add(synthetic ? match.AsSynthetic() : match);
        }

        return matches;
    }
}
