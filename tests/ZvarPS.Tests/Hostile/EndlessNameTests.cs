using System.Management.Automation;
using System.Text;
using Zvar.Tests.Http;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Hostile;

/// <summary>
/// Names of a million letters and tables of a million columns: messages have a few of them, and the time they take
/// grows with their number alone. What took the square of it would not end here.
/// </summary>
public sealed class EndlessNameTests : IDisposable
{
    private const int Million = 1_000_000;
    private const long Star = 145120008365555264;

    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("[pscustomobject]@{ $name = 1 } | Find-ZvarCone -Radius 5")]
    [InlineData("[pscustomobject]@{ Ra = $name; Dec = 1 } | Find-ZvarCone -Radius 5")]
    [InlineData("[pscustomobject]@{ Position = $name } | Find-ZvarCone -Radius 5")]
    [InlineData("Find-ZvarCone $name -Radius 5")]
    [InlineData("Find-ZvarCone 1 1 -Radius $name")]
    [InlineData("@{ $name = 1 } | Get-ZvarObject")]
    [InlineData("Get-ZvarObject $digits")]
    [InlineData("Get-ZvarObject \"$digits.0\"")]
    [InlineData("Get-ZvarObject $name, $name")]
    [InlineData("Get-ZvarObject @{ $name = 1 }")]
    [InlineData("Get-ZvarLightCurve 1 -Band $name")]
    [InlineData("Invoke-ZvarXmatch -Id (@('a') * 3 + , @($name, $name)) -Catalog gaia -Radius 5")]
    [InlineData("Invoke-ZvarXmatch 145120008365555264 -Catalog $name -Radius 5")]
    [InlineData("[pscustomobject]@{ Name = $name; Time = 2458000; Mag = 17 } | ConvertTo-ZvarFold")]
    [InlineData("[pscustomobject]@{ Name = $name; Time = $name; Mag = 17 } | ConvertTo-ZvarFold 1")]
    [InlineData("[pscustomobject]@{ \"mjd$dots\" = 58000, 2; \"mag$dots\" = @(17) } | ConvertTo-ZvarFold 1")]
    [InlineData("@{ \"mjd$dots\" = 58000; \"mag$dots\" = 17; mag = 17 } | ConvertTo-ZvarFold 1 -Verbose")]
    [InlineData("@{ \"mjd$dots\" = 58000; mag = 17; \"catflags$dots\" = 32768 } | ConvertTo-ZvarFold 1 -Verbose")]
    public void A_message_has_a_few_letters_of_a_name(string script)
    {
        Output output = _shell.Run(
            script,
            ("name", new string('x', Million)),
            ("digits", new string('1', Million)),
            ("dots", new string('.', Million)));

        string[] said =
        [
            .. output.Errors.Select(error => error.ToString()),
            .. output.Errors.Select(error => error.CategoryInfo.TargetName),
            .. output.Warnings,
            .. output.Verbose,
        ];
        Assert.NotEmpty(said);
        Assert.All(said, line => Assert.InRange(line.Length, 0, 1000));
    }

    [Theory]
    [InlineData("Find-ZvarCone -Radius 5")]
    [InlineData("Get-ZvarObject")]
    [InlineData("ConvertTo-ZvarFold 1")]
    public void A_table_may_have_a_million_columns(string command)
    {
        var table = Enumerable.Range(0, Million).ToDictionary(i => $"column {i}", i => (object)i);
        var row = new PSObject();
        foreach ((string name, object value) in table.Take(Million / 10))
        {
            row.Properties.Add(new PSNoteProperty(name, value), preValidated: true);
        }

        Output output = _shell.Run(
            $"$table, $row | ForEach-Object {{ {command} -InputObject $_ }}", ("table", table), ("row", row));

        Assert.Equal(2, output.Errors.Count);
        Assert.All(output.Errors, error =>
        {
            Assert.StartsWith("InputNotUnderstood", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.InRange(error.ToString().Length, 1, 1000);
            Assert.InRange(error.CategoryInfo.ToString().Length, 1, 1000);
        });
    }

    [Fact]
    public async Task A_match_may_have_a_hundred_thousand_columns_that_differ_in_case_alone()
    {
        const int Many = 100_000;
        var row = new StringBuilder();
        for (int i = 0; i < Many; i++)
        {
            string name = string.Concat(Enumerable.Range(0, 17).Select(bit => (i >> bit) % 2 == 0 ? 'a' : 'A'));
            row.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"{name}\": {i}, ");
        }

        string matches = $$"""{"{{Star}}": [{ {{row}} "id": "1237", "ra": 10.0, "dec": 1.0}]}""";
        await using var server = new LoopbackServer(call => call.AnswerAsync(
            200, call.RequestLine.Contains("xmatch", StringComparison.Ordinal) ? matches : "[]"));
        using Shell shell = Service.Connect(server.Address);

        PSObject match = shell.Run($"Invoke-ZvarXmatch {Star} -Catalog sdss -Radius 5").Single;

        Assert.Equal(Many, match.Properties.OfType<PSNoteProperty>().Select(column => column.Value).Distinct().Count());
        Assert.Equal(1L, match.Properties["Column_Aaaaaaaaaaaaaaaaa"].Value);
    }
}
