using System.IO.Hashing;
using Microsoft.Data.Sqlite;
using Zvar.Archive;
using Zvar.Demo;

namespace Zvar.Tests.Archive;

/// <summary>Bytes that no archive has written, with the checksums that they should have.</summary>
[Collection(nameof(MemoryAlone))]
public sealed class HostileBlobTests : IDisposable
{
    private static readonly ConeTarget Here = new(null, new SkyPosition(50, 20), 20);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Bits are wrong most often at the beginning, where the counts stand.
    [Fact]
    public async Task Whatever_they_say_an_answer_comes_or_is_told_to_be_damaged_and_takes_no_more_room_than_they_do()
    {
        (string path, long psid) = await SaveAsync();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        byte[] star = Blob(connection, "SELECT blob FROM object WHERE psid = $key", psid);
        byte[] curve = Blob(connection, "SELECT blob FROM light_curve WHERE key = $key", 2 * psid);
        var random = new Random(1);
        int damaged = 0;
        for (int i = 0; i < 400; i++)
        {
            Put(
                connection,
                "UPDATE object SET blob = $blob, checksum = $sum WHERE psid = $key",
                psid,
                Wrong(star, random));
            Put(
                connection,
                "UPDATE light_curve SET blob = $blob, checksum = $sum WHERE key = $key",
                2 * psid,
                Wrong(curve, random));
            damaged += await AskAsync(path, psid, mostBytes: 1000 * (star.Length + curve.Length));
        }

        Assert.InRange(damaged, 80, 800);
    }

    private static byte[] Wrong(byte[] blob, Random random)
    {
        byte[] wrong = [.. blob];
        int places = random.Next(1, 4);
        for (int i = 0; i < places; i++)
        {
            int end = random.Next(2) == 0 ? Math.Min(16, wrong.Length) : wrong.Length;
            wrong[random.Next(end)] = random.Next(3) switch
            {
                0 => 0xFF,
                1 => 0x80,
                _ => (byte)random.Next(256),
            };
        }

        return random.Next(4) == 0 ? wrong[..random.Next(wrong.Length)] : wrong;
    }

    // How many of the two answers were told to be damaged.
    private static async Task<int> AskAsync(string path, long psid, int mostBytes)
    {
        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        PartialAnswer<ZvarObject> stars = await archive.GetObjectsAsync([psid], Token).ReadPartialAsync(Token);
        PartialAnswer<LightCurve> curves = await archive
            .GetLightCurvesAsync(new PhotometryRequest([psid], Band.All), Token).ReadPartialAsync(Token);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, mostBytes + 1_000_000);
        return CountDamaged(stars.Failure) + CountDamaged(curves.Failure);
    }

    private static int CountDamaged(ZvarException? failure)
    {
        Assert.Equal(failure?.Error, failure is null ? null : ZvarError.ArchiveDamaged);
        return failure is null ? 0 : 1;
    }

    private static byte[] Blob(SqliteConnection connection, string question, long key)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question;
        command.Parameters.AddWithValue("$key", key);
        return (byte[])command.ExecuteScalar()!;
    }

    private static void Put(SqliteConnection connection, string statement, long key, byte[] blob)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$blob", blob);
        command.Parameters.AddWithValue("$sum", unchecked((long)XxHash3.HashToUInt64(blob, key)));
        command.ExecuteNonQuery();
    }

    private async Task<(string Path, long Psid)> SaveAsync()
    {
        string path = Path.Combine(_folder, "saved.zvar");
        await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky());
        long psid = await through.FindConesAsync(new ConeSearch([Here], ConeFilter.None), Token)
            .Select(found => found.Object.Psid).FirstAsync(Token);
        await through.GetLightCurvesAsync(new PhotometryRequest([psid], Band.All), Token).CountAsync(Token);
        return (path, psid);
    }
}
