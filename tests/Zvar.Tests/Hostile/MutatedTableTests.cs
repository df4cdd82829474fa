using System.Text;
using CsCheck;

namespace Zvar.Tests.Hostile;

/// <summary>Tables of photometry that were broken by chance: each row is read, or is a clear FormatException.</summary>
public class MutatedTableTests
{
    private const string Names = "hjd,mag,magerr,filtercode,catflags,oid,ra,dec";
    private const string Cells = "2458204.68,13.08,0.0129,zg,0,462104100001036,107.71,2.46";

    [Fact]
    public void Of_names() => Mutations.Of(Names, "MJD,m,dm,F,upper", "bjd,V,e_V,name", "jd,mag_g,mag_r,limit").Sample(
        bytes => Read(Encoding.UTF8.GetString(bytes), Cells), iter: Mutations.Cases);

    [Fact]
    public void Of_cells() => Mutations.Of(Cells, ">13.1,<14,99.99,--,nan,1e400,-inf,", "2458204,5;13,08").Sample(
        bytes => Read(Names, Encoding.UTF8.GetString(bytes)), iter: Mutations.Cases);

    private static void Read(string names, string cells)
    {
        string[] columns = names.Split(',');
        string[] values = cells.Split(',');
        try
        {
            if (PhotometryHeader.Find(columns) is { } header)
            {
                PhotometryRow row = header.Read(
                    column => values.ElementAtOrDefault(Array.IndexOf(columns, column)), out _);
                Assert.False(double.IsNaN(row.Time));
                Assert.False(row.MagErr <= 0);
            }
        }
        catch (FormatException refusal)
        {
            Assert.InRange(refusal.Message.Length, 1, 1000);
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            Assert.DoesNotContain('\u202e', refusal.Message);
        }
    }
}
