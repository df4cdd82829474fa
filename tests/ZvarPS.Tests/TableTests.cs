using System.Globalization;
using System.IO.Compression;
using System.Management.Automation;
using System.Text;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Export-ZvarTable and Import-ZvarTable in the engine: what is taken, refused, written, left.</summary>
public sealed class TableTests : IDisposable
{
    private const long Star = 145120008365555264;

    private const string Functions =
        """
        function Row($a, $b) { [pscustomobject]@{ a = $a; b = $b } }
        function Again($object, $depth = 3) {
            [Management.Automation.PSSerializer]::Deserialize(
                [Management.Automation.PSSerializer]::Serialize($object, $depth))
        }
        $stars = Find-ZvarCone 0.83653 30.93720 -Radius 1arcmin
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = new($"Connect-Zvar -Demo; {Functions}");

    public TableTests() =>
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();

    public static TheoryData<string> Files =>
        ["t.vot", "t.xml.gz", "t.ecsv", "t.ecsv.gz", "t.fits", "t.fits.gz", "t.csv", "t.csv.gz", "t.parquet"];

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Stars_come_back_as_they_were_with_their_periods(string file)
    {
        Output output = _shell.Run($"$stars | Export-ZvarTable {file}; $stars; Import-ZvarTable {file}");
        PSObject[][] stars = Halves(output);
        Assert.Equal("Zvar.ZvarObject", stars[1][0].TypeNames[0]);
        string[] columns =
            ["Psid", "Ra", "Dec", "Period", "Significance", "Amplitude", "Points", "Separation", "Synthetic"];
        Assert.All(columns, column => Assert.Equal(ValuesOf(stars[0], column), ValuesOf(stars[1], column)));
        Assert.All(["Periods", "Matchfiles"], (string column) => Assert.Equal(
            ValuesOf(stars[0], column).SelectMany(list => (IEnumerable<object>)list),
            ValuesOf(stars[1], column).SelectMany(list => (IEnumerable<object>)list)));
        Assert.Equal([Path(file)], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Light_curves_come_back_as_they_were(string file)
    {
        Output output = _shell.Run(
            $"$curve = Get-ZvarLightCurve {Star}; $curve | Export-ZvarTable {file}; $curve; Import-ZvarTable {file}");
        AssertSameCurve(output);
    }

    [Theory]
    [InlineData("t.parquet")]
    [InlineData("t.ecsv")]
    [InlineData("t.ecsv.gz")]
    [InlineData("t.vot")]
    [InlineData("t.xml.gz")]
    [InlineData("t.fits")]
    [InlineData("t.fits.gz")]
    public void So_do_those_that_are_one_row(string file)
    {
        Output output = _shell.Run(
            $"$curve = Get-ZvarLightCurve {Star}; $curve | Export-ZvarTable {file} -Nested; $curve"
            + $"; Import-ZvarTable {file}");
        AssertSameCurve(output);
        Assert.Single(_shell.Run($"Import-ZvarTable {file} -AsRow").Succeed());
    }

    [Fact]
    public void Points_are_given_one_by_one_with_AsPoint()
    {
        Output output = _shell.Run(
            $"Get-ZvarPhotometry {Star} | Export-ZvarTable t.fits; Get-ZvarPhotometry {Star}"
            + "; Import-ZvarTable t.fits -AsPoint");
        PSObject[][] points = Halves(output);
        Assert.Equal("Zvar.PhotometryPoint", points[1][0].TypeNames[0]);
        Assert.All(["Psid", "Time", "Mag", "MagErr", "Snr", "Band"], (string column) =>
            Assert.Equal(ValuesOf(points[0], column), ValuesOf(points[1], column)));
    }

    [Theory]
    [InlineData("Export-ZvarTable t.csv -InputObject $stars")]
    [InlineData("$typed = [Zvar.ZvarObject[]]$stars; Export-ZvarTable t.csv -InputObject $typed")]
    [InlineData("$list = [Collections.Generic.List[object]]$stars; Export-ZvarTable t.csv -InputObject $list")]
    [InlineData("$typed = [Zvar.ZvarObject[]]$stars; , $typed | Export-ZvarTable t.csv")]
    [InlineData("$list = [Collections.ArrayList]$stars; , $list | Export-ZvarTable t.csv")]
    [InlineData("$given = @{ Path = 't.csv'; InputObject = $stars }; Export-ZvarTable @given")]
    [InlineData("$given = @{ LiteralPath = 't.csv' }; $stars | Export-ZvarTable @given")]
    [InlineData("$stars | ForEach-Object { Again $_ } | Export-ZvarTable t.csv")]
    [InlineData("$stars | Where-Object Psid -gt 0 | Export-ZvarTable t.csv")]
    public void However_stars_are_given_they_are_the_same_table(string script)
    {
        _shell.Run("$stars | Export-ZvarTable plain.csv").Succeed();
        _shell.Run(script).Succeed();
        Assert.Equal(Text("plain.csv"), Text("t.csv"));
    }

    [Fact]
    public void Deserialized_light_curves_are_those_that_went_in()
    {
        _shell.Run(
            $"$curve = Get-ZvarLightCurve {Star}; $curve | Export-ZvarTable a.csv"
            + "; Again $curve | Export-ZvarTable b.csv").Succeed();
        Assert.Equal(Text("a.csv"), Text("b.csv"));
    }

    [Fact]
    public void Calculated_columns_have_the_type_of_their_values()
    {
        _shell.Run(
            """
            $stars | Where-Object Significance -ge 10 | ForEach-Object {
                [pscustomobject]@{
                    Psid = $_.Psid; Hours = 24 * $_.Period; Many = $_.Points -gt 500; Name = "no. $($_.Points)"
                }
            } | Export-ZvarTable t.parquet
            """).Succeed();
        PSObject row = _shell.Run("Import-ZvarTable t.parquet -AsRow").Succeed()[0];
        Assert.Equal(Star, row.Properties["Psid"].Value);
        Assert.Equal(24 * 0.13633148108445164, row.Properties["Hours"].Value);
        Assert.Equal(true, row.Properties["Many"].Value);
        Assert.Equal("no. 1126", row.Properties["Name"].Value);
    }

    [Fact]
    public void Numbers_and_texts_of_a_CSV_are_told_apart_by_any_reader()
    {
        _shell.Run("(Row 5.0 '00012'), (Row 0.1 'x,y'), (Row ([double]::NaN) '') | Export-ZvarTable t.csv").Succeed();
        Assert.Equal(["a,b", "5.0,\"00012\"", "0.1,\"x,y\"", ",\"\""], File.ReadAllLines(Path("t.csv")));
    }

    [Fact]
    public void Numbers_keep_their_point_where_decimals_have_a_comma()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            _shell.Run("$stars | Export-ZvarTable plain.csv").Succeed();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1,5", _shell.Run("(1.5).ToString()").Single.ToString());
            _shell.Run("$stars | Export-ZvarTable t.csv; Row 1.5 'x' | Export-ZvarTable row.csv").Succeed();
            Assert.Equal(Text("plain.csv"), Text("t.csv"));
            Assert.Equal(["a,b", "1.5,x"], File.ReadAllLines(Path("row.csv")));
            object read = _shell.Run("Import-ZvarTable row.csv -AsRow").Single.Properties["a"].Value;
            Assert.Equal("1.5", Convert.ToString(read, CultureInfo.InvariantCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("@() | Export-ZvarTable t.csv")]
    [InlineData("@() | Export-ZvarTable t.csv -Append")]
    [InlineData("@() | Export-ZvarTable t.fits -Append -PassThru")]
    [InlineData("Find-ZvarCone 0.83653 30.93720 -Radius 1arcmin -MinSignificance 1000 | Export-ZvarTable t.vot")]
    public void Where_nothing_comes_there_is_a_warning_and_no_file(string script)
    {
        Output output = _shell.Run(script);
        Assert.Empty(output.Succeed());
        Assert.Contains("there is no file", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("@() | Export-ZvarTable t.csv")]
    [InlineData("@() | Export-ZvarTable t.csv -Append")]
    public void Where_nothing_comes_a_file_that_is_there_stays_and_the_warning_says_so(string script)
    {
        _shell.Run("$stars | Export-ZvarTable t.csv").Succeed();
        string before = Text("t.csv");
        Output output = _shell.Run(script);
        Assert.Empty(output.Succeed());
        Assert.Contains("is what it was", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Equal(before, Text("t.csv"));
        Assert.Equal([Path("t.csv")], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("Export-ZvarTable t.csv -InputObject $null", "ParameterArgumentValidationError")]
    [InlineData("$null | Export-ZvarTable t.csv -WarningAction Ignore", "ParameterArgumentValidationError")]
    [InlineData("Export-ZvarTable t.csv -InputObject @() -WarningAction Ignore", "InputNotUnderstood")]
    [InlineData("1.5 | Export-ZvarTable t.csv -WarningAction Ignore", "InputNotUnderstood")]
    [InlineData("'text' | Export-ZvarTable t.csv -WarningAction Ignore", "InputNotUnderstood")]
    [InlineData("$stars | Export-ZvarTable t.csv -Append -NoClobber", "ParametersExcludeEachOther")]
    [InlineData("$stars | Export-ZvarTable t.txt", "FormatNotUnderstood")]
    [InlineData("$stars | Export-ZvarTable t", "FormatNotUnderstood")]
    [InlineData("$stars | Export-ZvarTable t.csv -As Fits", "FormatNotUnderstood")]
    [InlineData("$stars | Export-ZvarTable t.parquet.gz", "FormatNotUnderstood")]
    [InlineData("$stars | Export-ZvarTable t.gz -As Parquet", "FormatNotUnderstood")]
    [InlineData("$stars | Export-ZvarTable Env:t.csv", "PathNotSupported")]
    [InlineData("$stars | Export-ZvarTable Nowhere:/t.csv", "PathNotSupported")]
    [InlineData("$stars | Get-ZvarLightCurve | Export-ZvarTable t.csv -Nested", "TableNotUnderstood")]
    public void What_cannot_be_written_is_told_and_leaves_nothing(string script, string id)
    {
        Output output = _shell.Run(script);
        Assert.Equal(id, output.ErrorId);
        Assert.Equal($"{id},ZvarPS.Commands.ExportZvarTableCommand", output.Error.FullyQualifiedErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void An_object_of_another_kind_is_told_and_the_others_are_written()
    {
        Output output = _shell.Run("$stars[0], $stars[0].Periods[0], $stars[1] | Export-ZvarTable t.csv");
        Assert.Equal("TableColumnsDiffer", output.ErrorId);
        Assert.Equal("Zvar.ZvarPeriod", ((PSObject)output.Error.TargetObject).TypeNames[0]);
        Assert.Equal(2, _shell.Run("Import-ZvarTable t.csv").Succeed().Count);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("ecsv")]
    [InlineData("ecsv.gz")]
    [InlineData("parquet")]
    [InlineData("fits")]
    [InlineData("fits.gz")]
    [InlineData("vot")]
    [InlineData("xml.gz")]
    public void Rows_are_added_with_Append_to_a_file_with_the_same_columns_alone(string ending)
    {
        _shell.Run($"$stars[0, 1] | Export-ZvarTable t.{ending} -Append").Succeed();
        _shell.Run($"$stars[2] | Export-ZvarTable t.{ending} -Append").Succeed();
        Assert.Equal(
            _shell.Run("$stars[0, 1, 2].Psid").Succeed().Select(psid => psid.BaseObject),
            _shell.Run($"Import-ZvarTable t.{ending}").Values<long>("Psid").Cast<object>());
        byte[] before = File.ReadAllBytes(Path($"t.{ending}"));

        Output output = _shell.Run($"Row 1 2 | Export-ZvarTable t.{ending} -Append");

        Assert.Equal("TableColumnsDiffer", output.ErrorId);
        Assert.Equal(before, File.ReadAllBytes(Path($"t.{ending}")));
        Assert.Equal([Path($"t.{ending}")], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("t.fits", "")]
    [InlineData("t.vot", "")]
    [InlineData("t.vot", "-As VOTableText")]
    public void A_file_with_added_rows_is_the_one_that_all_rows_together_make(string file, string options)
    {
        _shell.Run(
            $"""
            $first = Row 1.5 'x'; $second = Row 2.5 'é, and longer'
            $first | Export-ZvarTable {file} {options}
            $second | Export-ZvarTable {file} {options} -Append
            $first, $second | Export-ZvarTable all.{file} {options}
            """).Succeed();
        Assert.Equal(Undated($"all.{file}"), Undated(file));
    }

    [Theory]
    [InlineData("t.fits")]
    [InlineData("t.fits.gz")]
    [InlineData("t.vot")]
    [InlineData("t.ecsv")]
    [InlineData("t.parquet")]
    public void Light_curves_in_a_row_each_are_added(string file)
    {
        Output output = _shell.Run(
            $"""
            $curves = $stars[0..2] | Get-ZvarLightCurve
            $curves[0] | Export-ZvarTable {file} -Nested
            $curves[1, 2] | Export-ZvarTable {file} -Nested -Append
            $curves; Import-ZvarTable {file}
            """);
        PSObject[][] curves = Halves(output);
        Assert.All(["Psid", "Points", "Time", "Mag", "Band", "Field"], (string column) =>
            Assert.Equal(ValuesOf(curves[0], column), ValuesOf(curves[1], column)));
    }

    [Theory]
    [InlineData("t.fits", "CREATOR =", "CREATES =")]
    [InlineData("t.vot", "ZvarPS ", "others ")]
    public void To_a_file_of_others_that_would_be_written_anew_nothing_is_added(string file, string own, string other)
    {
        _shell.Run($"$stars[0] | Export-ZvarTable {file}").Succeed();
        File.WriteAllText(Path(file), Latin(file).Replace(own, other, StringComparison.Ordinal), Encoding.Latin1);
        byte[] before = File.ReadAllBytes(Path(file));
        Output output = _shell.Run($"$stars[1] | Export-ZvarTable {file} -Append");
        Assert.Equal("TableColumnsDiffer", output.ErrorId);
        Assert.Contains("not of Export-ZvarTable", output.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path(file)));
    }

    [Theory]
    [InlineData("t.fits")]
    [InlineData("t.vot")]
    public void Rows_whose_columns_hold_something_else_are_not_added(string file)
    {
        _shell.Run($"Row 1 'x' | Export-ZvarTable {file}").Succeed();
        Output output = _shell.Run($"Row 1.5 'x' | Export-ZvarTable {file} -Append");
        Assert.Equal("TableColumnsDiffer", output.ErrorId);
        Assert.Contains("The column a holds Integer", output.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run($"Import-ZvarTable {file} -AsRow").Single.Properties["a"].Value);
    }

    [Theory]
    [InlineData("t.fits")]
    [InlineData("t.vot")]
    [InlineData("t.csv")]
    public void Rows_of_a_pipeline_that_ends_in_an_error_are_not_added(string file)
    {
        _shell.Run($"Row 1 1 | Export-ZvarTable {file}").Succeed();
        byte[] before = File.ReadAllBytes(Path(file));
        Output output = _shell.Run(
            "& { for ($i = 0; $i -lt 70000; $i++) { Row $i 1 }; throw 'enough' }"
            + $" | Export-ZvarTable {file} -Append");
        Assert.Equal("enough", output.ErrorId);
        Assert.Equal(before, File.ReadAllBytes(Path(file)));
        Assert.Equal([Path(file)], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Rows_are_added_behind_a_last_line_that_does_not_end()
    {
        File.WriteAllText(Path("t.csv"), "a,b\n1,x");
        _shell.Run("Row 2 'y' | Export-ZvarTable t.csv -Append").Succeed();
        Assert.Equal("a,b\n1,x\n2,y\n", Text("t.csv"));
    }

    [Fact]
    public void A_row_with_one_column_more_than_those_of_the_first_block_is_told()
    {
        Output output = _shell.Run(
            """
            & { for ($i = 0; $i -lt 65537; $i++) { Row $i 1 }; [pscustomobject]@{ a = 1; b = 2; c = 3 }; Row 5 6 } |
                Export-ZvarTable t.csv
            """);
        Assert.Equal("TableColumnsDiffer", output.ErrorId);
        Assert.Equal([Path("t.csv")], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65540)]
    public void Text_where_the_first_block_has_numbers_ends_the_command_and_leaves_nothing(int rows)
    {
        Output output = _shell.Run(
            "& { for ($i = 0; $i -lt 65536; $i++) { Row $i 1 }"
            + $"; for ($i = 0; $i -lt {rows}; $i++) {{ Row 'text' 1 }} }} | Export-ZvarTable t.csv");
        Assert.Equal("TableColumnsDiffer", output.ErrorId);
        Assert.Equal(Path("t.csv"), Path((string)output.Error.TargetObject));
        Assert.Empty(output.Warnings);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void WhatIf_asks_and_writes_nothing()
    {
        Output output = _shell.Run("$stars | Export-ZvarTable new/t.csv -WhatIf -PassThru");
        Assert.Empty(output.Succeed());
        Assert.Empty(output.Warnings);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void NoClobber_keeps_a_file_that_is_there_and_otherwise_it_is_replaced()
    {
        File.WriteAllText(Path("t.csv"), "mine");
        Output output = _shell.Run("$stars | Export-ZvarTable t.csv -NoClobber");
        Assert.Equal("CannotWrite", output.ErrorId);
        Assert.Equal("mine", Text("t.csv"));
        _shell.Run("$stars | Export-ZvarTable new.csv -NoClobber; $stars | Export-ZvarTable t.csv").Succeed();
        Assert.Equal(Text("new.csv"), Text("t.csv"));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder).Length);
    }

    [Fact]
    public void A_file_that_is_read_only_wants_Force()
    {
        File.WriteAllText(Path("t.csv"), "mine");
        File.SetAttributes(Path("t.csv"), FileAttributes.ReadOnly);
        Assert.Equal("CannotWrite", _shell.Run("$stars | Export-ZvarTable t.csv").ErrorId);
        Assert.Equal("mine", Text("t.csv"));
        _shell.Run("$stars | Export-ZvarTable t.csv -Force").Succeed();
        Assert.StartsWith("Psid,", Text("t.csv"), StringComparison.Ordinal);
        File.SetAttributes(Path("t.csv"), FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_told()
    {
        Directory.CreateDirectory(Path("t.csv"));
        Assert.Equal("CannotWrite", _shell.Run("$stars | Export-ZvarTable t.csv").ErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(Path("t.csv")));
        Assert.Equal([Path("t.csv")], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t[1].vot")]
    [InlineData("new/t.fits")]
    public void PassThru_gives_what_Get_Item_gives(string name)
    {
        PSObject file = _shell.Run($"$stars | Export-ZvarTable '{name}' -PassThru").Single;
        Assert.Equal(Path(name), Assert.IsType<FileInfo>(file.BaseObject).FullName);
        Assert.EndsWith(name, (string)file.Properties["PSPath"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.vot.gz")]
    [InlineData("t.fits")]
    [InlineData("t.parquet")]
    public void A_pipeline_that_ends_in_an_error_leaves_what_was_there(string name)
    {
        File.WriteAllText(Path(name), "mine");
        Output output = _shell.Run(
            $"& {{ for ($i = 0; $i -lt 70000; $i++) {{ Row $i 1 }}; throw 'enough' }} | Export-ZvarTable {name}");
        Assert.Equal("enough", output.ErrorId);
        Assert.Equal("mine", Text(name));
        Assert.Equal([Path(name)], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.ecsv.gz")]
    [InlineData("t.fits")]
    [InlineData("t.parquet")]
    public void A_pipeline_that_is_stopped_leaves_nothing(string name)
    {
        using var began = new ManualResetEventSlim();
        _shell.Run("", ("began", began)).Succeed();
        using (PowerShell pipeline = _shell.Start(
            "& { for ($i = 0; $true; $i++) { Row $i 1; if ($i -eq 70000) { $began.Set() } } }"
            + $" | Export-ZvarTable {name}"))
        {
            IAsyncResult running = pipeline.BeginInvoke();
            Assert.True(began.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
            Assert.Single(Directory.GetFileSystemEntries(_folder));
            pipeline.Stop();
            Assert.Throws<PipelineStoppedException>(() => pipeline.EndInvoke(running));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_is_read_may_be_stopped_by_who_has_enough()
    {
        Output output = _shell.Run(
            """
            $stars | Export-ZvarTable t.vot
            foreach ($star in 1) { Import-ZvarTable t.vot | ForEach-Object { $_; break } }
            """);
        Assert.Single(output.Succeed());
        File.Delete(Path("t.vot"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void The_header_says_where_a_table_is_from()
    {
        _shell.Run(
            "Find-ZvarCone 0.83653 30.93720 -Radius 1arcmin | Where-Object Points -gt 3 | Export-ZvarTable t.ecsv")
            .Succeed();
        string header = Text("t.ecsv");
        Assert.Contains("\"creator\": \"ZvarPS ", header, StringComparison.Ordinal);
        Assert.Contains("\"created\": \"20", header, StringComparison.Ordinal);
        Assert.Contains("\"source\": \"demo sky\"", header, StringComparison.Ordinal);
        Assert.Contains(
            "\"question\": \"Find-ZvarCone 0.83653 30.93720 -Radius 1arcmin | Where-Object Points -gt 3\"",
            header, StringComparison.Ordinal);
        Assert.Contains("\"synthetic\": \"true", header, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.vot")]
    [InlineData("t.ecsv")]
    [InlineData("t.fits")]
    [InlineData("t.parquet")]
    public void Made_up_stars_say_so_in_every_header_and_real_rows_do_not(string name)
    {
        _shell.Run($"$stars | Export-ZvarTable {name}; Row 1 2 | Export-ZvarTable row-{name}").Succeed();
        Assert.Contains("made up", Latin(name).Replace("Whether it is made up", "", StringComparison.Ordinal));
        Assert.DoesNotContain("made up", Latin($"row-{name}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.vot")]
    [InlineData("t.ecsv")]
    [InlineData("t.fits")]
    [InlineData("t.csv")]
    [InlineData("t.parquet")]
    public void No_word_of_a_credential_is_in_a_table(string name)
    {
        _shell.Run(
            $$"""
            function Get-Rows($Credential, $ApiKey, $Value) { Row 1 2 }
            Get-Rows -Credential 'hunter2' | Where-Object a | Export-ZvarTable {{name}}
            Get-Rows -ApiKey 'hunter2' | Where-Object a | Export-ZvarTable second-{{name}}
            & { $password = 'hunter2'; Get-Rows } | Export-ZvarTable third-{{name}}
            """).Succeed();
        Assert.All([name, $"second-{name}", $"third-{name}"], file =>
            Assert.DoesNotContain("hunter2", Latin(file), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_command_that_has_a_credential_is_named_in_the_question()
    {
        _shell.Run("function Get-Rows($Credential) { Row 1 2 }").Succeed();
        _shell.Run("Get-Rows -Credential 'x' | Export-ZvarTable t.ecsv").Succeed();
        Assert.Contains("\"question\": \"Get-Rows\"", Text("t.ecsv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.vot")]
    [InlineData("t.ecsv")]
    [InlineData("t.fits")]
    [InlineData("t.csv.gz")]
    public void A_table_that_is_cut_off_is_damaged(string name)
    {
        _shell.Run($"$stars | Get-ZvarPhotometry | Export-ZvarTable {name}").Succeed();
        byte[] whole = File.ReadAllBytes(Path(name));
        File.WriteAllBytes(Path(name), whole[..(whole.Length / 2)]);
        Output output = _shell.Run($"Import-ZvarTable {name}");
        Assert.Equal("TableDamaged", output.ErrorId);
        Assert.Equal(Path(name), output.Error.TargetObject);
    }

    [Theory]
    [InlineData("", "TableNotUnderstood")]
    [InlineData("x\n1\n", "TableNotUnderstood")]
    [InlineData("# %ECSV 1.0\n# ---\n# datatype:\n", "TableDamaged")]
    public void What_is_no_table_or_has_no_time_is_told(string text, string id)
    {
        File.WriteAllText(Path("t.dat"), text);
        Output output = _shell.Run("Import-ZvarTable t.dat; 'and on it goes'");
        Assert.Equal(id, output.ErrorId);
        Assert.Equal(Path("t.dat"), output.Error.TargetObject);
        Assert.Equal("and on it goes", output.Single.ToString());
    }

    [Theory]
    [InlineData("Import-ZvarTable none.csv", "CannotRead")]
    [InlineData("Import-ZvarTable -LiteralPath 'none[1].csv'", "CannotRead")]
    [InlineData("Import-ZvarTable .", "CannotRead")]
    [InlineData("Import-ZvarTable Env:PATH", "PathNotSupported")]
    [InlineData("Import-ZvarTable -LiteralPath Env:PATH", "PathNotSupported")]
    [InlineData("Import-ZvarTable Nowhere:/t.csv", "PathNotSupported")]
    [InlineData("Import-ZvarTable none.csv -AsRow -AsPoint", "ParametersExcludeEachOther")]
    public void What_cannot_be_read_is_told(string script, string id)
    {
        Output output = _shell.Run(script);
        Assert.Equal(id, output.ErrorId);
        Assert.Equal($"{id},ZvarPS.Commands.ImportZvarTableCommand", output.Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Files_are_read_however_they_are_named()
    {
        _shell.Run("$stars[0] | Export-ZvarTable 'a[1].vot'; $stars[1] | Export-ZvarTable b.csv").Succeed();
        long[] psids = [.. _shell.Run("$stars[0, 1].Psid").Succeed().Select(psid => (long)psid.BaseObject)];
        Assert.Equal(psids[..1], _shell.Run("Import-ZvarTable -LiteralPath 'a[1].vot'").Values<long>("Psid"));
        Assert.Equal(psids, _shell.Run("Import-ZvarTable *.vot, b.*").Values<long>("Psid"));
        Assert.Equal(psids, _shell.Run("'*.vot', 'b.csv' | Import-ZvarTable").Values<long>("Psid"));
        Output piped = _shell.Run("[IO.FileInfo]\"$folder/a[1].vot\" | Import-ZvarTable");
        Assert.Equal(psids[..1], piped.Values<long>("Psid"));
        Assert.Empty(_shell.Run("Import-ZvarTable *.none").Succeed());
    }

    [Theory]
    [InlineData("t.vot")]
    [InlineData("t.csv")]
    public void A_page_that_was_saved_in_the_place_of_a_table_is_told(string file)
    {
        File.WriteAllText(Path(file), "<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>");
        Output output = _shell.Run($"Import-ZvarTable {file}");
        Assert.Equal("TableNotUnderstood", output.ErrorId);
        Assert.Contains("an HTML page", output.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_are_looked_at_and_not_the_name()
    {
        _shell.Run("$stars | Export-ZvarTable t.fits.gz").Succeed();
        File.Move(Path("t.fits.gz"), Path("t.csv"));
        using (var plain = new GZipStream(File.OpenRead(Path("t.csv")), CompressionMode.Decompress))
        {
            byte[] first = new byte[6];
            plain.ReadExactly(first);
            Assert.Equal("SIMPLE", Encoding.ASCII.GetString(first));
        }

        Assert.Equal("Zvar.ZvarObject", _shell.Run("Import-ZvarTable t.csv").Succeed()[0].TypeNames[0]);
    }

    [Fact]
    public void A_light_curve_of_another_survey_says_what_it_is_and_what_was_left_out()
    {
        // Made up, in the layout of ZTF at IRSA.
        File.WriteAllText(
            Path("t.csv"),
            "oid,hjd,mag,magerr,catflags,filtercode\n1,2458263.91,17.40,0.02,0,zr\n1,2458265.92,17.12,0.02,32768,zr\n");
        Output output = _shell.Run("Import-ZvarTable t.csv");
        Assert.Equal("Zvar.LightCurve", output.Single.TypeNames[0]);
        Assert.Equal("HJD", $"{output.Single.Properties["TimeSystem"].Value}");
        Assert.Equal("Ab", $"{output.Single.Properties["MagnitudeKind"].Value}");
        Assert.Equal("ZTF at IRSA (oid, hjd, mag, filtercode)", output.Single.Properties["Source"].Value);
        Assert.Equal(1, output.Single.Properties["Points"].Value);
        Assert.Contains("catflags", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Output kept = _shell.Run("Import-ZvarTable t.csv -KeepFlagged");
        Assert.Equal(2, kept.Single.Properties["Points"].Value);
        Assert.Empty(kept.Warnings);
        Assert.Equal(2, _shell.Run("Import-ZvarTable t.csv -AsRow").Succeed().Count);
    }

    [Fact]
    public void What_the_names_do_not_say_is_said()
    {
        File.WriteAllText(Path("t.txt"), "when;light;off;who\n58000.25;100;1;A\n58001.25;110;1;A\n58001.25;90;1;B\n");
        Output output = _shell.Run(
            """
            Import-ZvarTable t.txt -TimeColumn when -FluxColumn light -FluxErrColumn off -IdColumn who `
                -TimeOffset 2400000.5 -TimeSystem 'bjd (tdb)'
            """);
        Assert.Equal(["A", "B"], output.Values<string>("TargetName"));
        Assert.Equal("BJD (TDB)", $"{output.Results[0].Properties["TimeSystem"].Value}");
        Assert.Equal("Relative", $"{output.Results[0].Properties["MagnitudeKind"].Value}");
        Assert.Equal(2458000.75, output.Results[0].Properties["FirstTime"].Value);
        Output none = _shell.Run("Import-ZvarTable t.txt -TimeColumn none -MagColumn light");
        Assert.Equal("TableNotUnderstood", none.ErrorId);
    }

    [Fact]
    public void What_a_light_curve_is_goes_along_into_a_table_of_it()
    {
        File.WriteAllText(Path("t.csv"), "hjd,mag,filter\n2458000.25,14.5,V\n2458001.25,14.6,V\n");
        _shell.Run("Import-ZvarTable t.csv | Export-ZvarTable t.fits").Succeed();
        PSObject again = _shell.Run("Import-ZvarTable t.fits").Single;
        Assert.Equal("HJD", $"{again.Properties["TimeSystem"].Value}");
        Assert.Equal("AsGiven", $"{again.Properties["MagnitudeKind"].Value}");
    }

    [Fact]
    public async Task The_example_of_another_survey_runs_and_gives_what_it_was_made_of()
    {
        string example = System.IO.Path.Combine(Built.ModuleFolder, "examples", "elsewhere.ps1");
        string said = await Host.RunAsync([], ["-File", example], _folder);
        Assert.Contains("made up", said, StringComparison.Ordinal);
        Assert.Contains("300 exposures, 294 detections in V, times in HJD.", said, StringComparison.Ordinal);
        Assert.Contains("ASAS-SN Sky Patrol 1", said, StringComparison.Ordinal);
        Assert.True(new FileInfo(Path("elsewhere/fold.png")).Length > 10_000);
        PSObject curve = _shell.Run("Import-ZvarTable elsewhere/light-curve.vot").Single;
        Assert.Equal(300, curve.Properties["Points"].Value);
        Assert.Equal("HJD", $"{curve.Properties["TimeSystem"].Value}");
        Output found = _shell.Run("(Import-ZvarTable elsewhere/made-up.csv | Find-ZvarPeriod)[0].Period");
        Assert.Equal(0.567, (double)found.Single.BaseObject, 1e-4);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_told_and_the_others_are_read()
    {
        File.WriteAllText(Path("t.csv"), "hjd,mag\n2458000.25,14.5\nnever,14.6\n2458001.25,14.7\n");
        Output output = _shell.Run("Import-ZvarTable t.csv");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Equal(2, output.Single.Properties["Points"].Value);
    }

    // Without what the header says of when, and of which pipeline.
    private string Undated(string name) => System.Text.RegularExpressions.Regex.Replace(
        Latin(name), "(DATE    = '|created.*value=\")[^'\"]*|QUESTION= '[^']*' *|<PARAM name=\"question\".*", "");

    private static void AssertSameCurve(Output output)
    {
        PSObject[][] curves = Halves(output);
        PSObject again = Assert.Single(curves[1]);
        Assert.Equal("Zvar.LightCurve", again.TypeNames[0]);
        Assert.All(
            ["Psid", "Synthetic", "Points", "FirstTime", "TimeSystem", "Time", "Mag", "MagErr", "Flux", "Band"],
            (string column) => Assert.Equal(curves[0][0].Properties[column].Value, again.Properties[column].Value));
    }

    private static PSObject[][] Halves(Output output)
    {
        Assert.NotEmpty(output.Succeed());
        Assert.Equal(0, output.Results.Count % 2);
        return [.. output.Results.Chunk(output.Results.Count / 2)];
    }

    private static IEnumerable<object> ValuesOf(PSObject[] rows, string column) =>
        rows.Select(row => row.Properties[column].Value);

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private string Text(string name) => File.ReadAllText(Path(name));

    private string Latin(string name) => File.ReadAllText(Path(name), Encoding.Latin1);
}
