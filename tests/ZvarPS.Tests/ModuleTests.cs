using System.Management.Automation;
using System.Text.RegularExpressions;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public partial class ModuleTests
{
    [Fact]
    public void Exports_the_cmdlets_the_manifest_names_and_nothing_else()
    {
        using var shell = new Shell();
        string[] named =
            [.. CmdletName().Matches(File.ReadAllText(Built.Manifest)).Select(match => match.Groups[1].Value)];
        string[] exported = shell.Run("(Get-Module ZvarPS).ExportedCommands.Keys").Results
            .Select(name => name.ToString())
            .ToArray()!;
        Assert.Equal(named.Order(), exported.Order());
        Assert.Contains("Show-ZvarFold", exported);
    }

    [Fact]
    public void Every_cmdlet_has_an_approved_verb_and_says_what_it_gives()
    {
        using var shell = new Shell();
        IReadOnlyList<PSObject> cmdlets = shell.Run("Get-Command -Module ZvarPS").Succeed();
        Assert.NotEmpty(cmdlets);

        // The lists Get-Verb reads.
        Type[] lists =
        [
            typeof(VerbsCommon),
            typeof(VerbsCommunications),
            typeof(VerbsData),
            typeof(VerbsDiagnostic),
            typeof(VerbsLifecycle),
            typeof(VerbsOther),
            typeof(VerbsSecurity),
        ];
        string[] approved = [.. lists.SelectMany(list => list.GetFields()).Select(verb => verb.Name)];
        foreach (CmdletInfo cmdlet in cmdlets.Select(one => (CmdletInfo)one.BaseObject))
        {
            Assert.Contains(cmdlet.Verb, approved);
            Assert.StartsWith("Zvar", cmdlet.Noun, StringComparison.Ordinal);
            Assert.True(
                cmdlet.Verb is "Disconnect" or "Remove" or "Send" || cmdlet.OutputType.Count > 0,
                $"{cmdlet.Name} names no output type.");
        }
    }

    [Fact]
    public void Every_parameter_has_a_help_message()
    {
        using var shell = new Shell();
        IEnumerable<string> silent =
            from cmdlet in shell.Run("Get-Command -Module ZvarPS").Succeed().Select(one => (CmdletInfo)one.BaseObject)
            from set in cmdlet.ParameterSets
            from parameter in set.Parameters
            where string.IsNullOrEmpty(parameter.HelpMessage) && !Cmdlet.CommonParameters.Contains(parameter.Name)
                && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name)
            select $"{cmdlet.Name} -{parameter.Name}";
        Assert.Empty(silent.Distinct());
    }

    [Fact]
    public void Domain_types_can_be_named()
    {
        using var shell = new Shell();
        Assert.Equal("Zvar.LightCurve", shell.Run("[Zvar.LightCurve].FullName").Single.ToString());
    }

    [Fact]
    public void Third_party_packages_load_in_the_private_context_only()
    {
        using Shell shell = Shell.OnDemoSky();
        string folder = Directory.CreateTempSubdirectory("zvar").FullName;
        shell.Run("Show-ZvarFold 145120008365555264 -Path $path", ("path", Path.Combine(folder, "fold.png"))).Succeed();
        string[] contexts = shell.Run(
            """
            [System.Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object {
                $context = $_
                $context.Assemblies | Where-Object { $_.GetName().Name -in 'ScottPlot', 'SkiaSharp', 'Zvar.Plots' } |
                    ForEach-Object { "$($_.GetName().Name) in $($context.Name)" }
            }
            """).Succeed().Select(line => line.ToString()).ToArray()!;
        Assert.Equal(["ScottPlot in ZvarPS", "SkiaSharp in ZvarPS", "Zvar.Plots in ZvarPS"], contexts.Order());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Importing_again_by_force_keeps_working()
    {
        using Shell shell = Shell.OnDemoSky();
        shell.Run("Import-Module $manifest -Force", ("manifest", Built.Manifest)).Succeed();
        Assert.Equal(1, shell.Run("Connect-Zvar -Demo; (Get-ZvarObject 145120008365555264).Count").Single.BaseObject);
    }

    [Fact]
    public void Removing_the_module_ends_the_connection()
    {
        using Shell shell = Shell.OnDemoSky();
        Assert.Empty(shell.Run(
            "Remove-Module ZvarPS; Import-Module $manifest; Get-ZvarConnection",
            ("manifest", Built.Manifest)).Succeed());
    }

    [GeneratedRegex("^ +'([A-Z][A-Za-z]+-[A-Za-z]+)'", RegexOptions.Multiline)]
    private static partial Regex CmdletName();
}
