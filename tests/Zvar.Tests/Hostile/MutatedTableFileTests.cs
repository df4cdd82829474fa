using CsCheck;
using Zvar.Demo;
using Zvar.Tables;
using Zvar.Tests.Tables;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Files of tables that were broken by chance: each is a table or a clear error, within its bounds. There are 20,000 of
/// each format where the variable CsCheck_Iter says so, and 5,000 else.
/// </summary>
public sealed class MutatedTableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(TableFormat.VOTable)]
    [InlineData(TableFormat.VOTableText)]
    [InlineData(TableFormat.Ecsv)]
    [InlineData(TableFormat.Fits)]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Parquet)]
    public async Task End_in_a_table_or_a_clear_error(TableFormat format)
    {
        byte[][] documents = await DocumentsAsync(format);
        string path = Path.Combine(_folder, "broken");
        Mutations.Of(documents).Sample(
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                Read(path);
            },
            iter: Mutations.Cases,
            threads: 1);
    }

    private static void Read(string path)
    {
        try
        {
            using TableReader reader = TableFile.Open(path);
            ObjectMaker? maker = TableKind.OfColumns(reader.Header.Columns.Select(column => column.Name))
                ?.NewMaker(reader.Header);
            while (reader.Read() is { } block)
            {
                Assert.All(block.Columns, cells => Assert.True(block.Count == 0 || cells[block.Count - 1] is var _));
                _ = maker?.Make(block).Count();
            }

            _ = maker?.Finish().Count();
        }
        catch (TableException refusal)
        {
            Assert.InRange(refusal.Message.Length, 1, 1000);
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            Assert.DoesNotContain('\u202e', refusal.Message);
        }
    }

    // One of points, one of stars with their lists, and one of light curves in a row each.
    private async Task<byte[][]> DocumentsAsync(TableFormat format)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using var sky = new DemoSky();
        var cone = new ConeSearch([new ConeTarget("a \"b\"", new SkyPosition(4.93855, 36.31493), 40)], ConeFilter.None);
        ZvarObject[] stars = await sky.FindConesAsync(cone, stop).Select(found => found.Object).ToArrayAsync(stop);
        LightCurve curve = await sky.GetLightCurvesAsync(new PhotometryRequest([stars[0].Psid], Band.All), stop).FirstAsync(stop);
        string path = Path.Combine(_folder, "whole");
        WrittenTable.Write(path, format, [curve.Where(row => row < 3)], nested: false, "question", "x");
        byte[] points = await File.ReadAllBytesAsync(path, stop);
        WrittenTable.Write(path, format, stars.Take(2));
        byte[] objects = await File.ReadAllBytesAsync(path, stop);
        if (format == TableFormat.Csv)
        {
            return [points, objects];
        }

        WrittenTable.Write(path, format, [curve.Where(row => row < 3), curve.Where(row => row < 1)], nested: true);
        return [points, objects, await File.ReadAllBytesAsync(path, stop)];
    }
}
