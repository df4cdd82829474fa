using System.Management.Automation;
using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// The names of the service and of Gaia work beside ours, hidden, and are those of the tables of columns.
/// </summary>
public class HiddenNameTests
{
    // A match's position and a Gaia source's id have names of other tables too.
    private static readonly string[] Others = ["ra", "dec", "source_id", "id"];

    private static readonly XDocument Views =
        XDocument.Load(Path.Combine(Built.ModuleFolder, "bin", "ZvarPS.types.ps1xml"));

    [Theory]
    [InlineData("Zvar.ZvarObject", "ObjectTable")]
    [InlineData("Zvar.Matchfile", "MatchfileTable")]
    [InlineData("Zvar.ZvarPeriod", "PeriodTable")]
    [InlineData("Zvar.PhotometryPoint", "PhotometryTable")]
    [InlineData("Zvar.GaiaMatch", "GaiaTable")]
    public void They_are_those_of_the_table_of_columns(string type, string table)
    {
        using var shell = new Shell();
        IEnumerable<string> columns = shell.Run(
            $$"""
            foreach ($column in [Zvar.{{table}}]::Columns) {
                if ($column.ServiceName -and $column.ServiceName -ne $column.Name) { "$($column.ServiceName)=$($column.Name)" }
            }
            """).Succeed().Select(one => $"{one}");
        IEnumerable<string> aliases =
            from alias in Views.Descendants("AliasProperty")
            where (string?)alias.Parent!.Parent!.Element("Name") == type
            let name = (string)alias.Element("Name")!
            where !Others.Contains(name)
            select $"{name}={(string)alias.Element("ReferencedMemberName")!}";

        Assert.Equal(columns.Order(StringComparer.Ordinal), aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_are_in_no_table()
    {
        using Shell shell = Shell.OnDemoSky();
        PSObject star = shell.Run("Get-ZvarObject 145120008365555264").Single;
        Assert.Equal(star.Properties["ObjectType"].Value, star.Properties["objtype"].Value);
        Assert.DoesNotContain(star.Properties, property => property.Name == "objtype");
    }
}
