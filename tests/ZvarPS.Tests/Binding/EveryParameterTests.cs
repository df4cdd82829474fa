using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Binding;

/// <summary>
/// What holds for every parameter of every cmdlet: found by reflection, so that a new one is not forgotten.
/// </summary>
public sealed class EveryParameterTests(EveryParameterTests.Session session)
    : IClassFixture<EveryParameterTests.Session>
{
    private readonly Shell _shell = session.Shell;

    /// <summary>
    /// Cmdlet and parameter. Switches are on or off, and PowerShell reads $null as off; a credential that is $null is
    /// asked for, as in every cmdlet with the attribute Credential.
    /// </summary>
    public static TheoryData<string, string> WithValues => Where(parameter =>
        parameter.ParameterType != typeof(SwitchParameter) && parameter.ParameterType != typeof(PSCredential));

    /// <summary>Those among them that the pipeline does not fill and that are no path.</summary>
    public static TheoryData<string, string> Read => Where(parameter =>
        parameter.ParameterType != typeof(SwitchParameter) && parameter.ParameterType != typeof(PSCredential)
        && parameter.Name is not ("InputObject" or "Path" or "LiteralPath" or "Archive" or "HatsPath"
            or "Destination" or "Verdicts"));

    [Theory]
    [MemberData(nameof(WithValues))]
    public void Null_is_refused_at_binding_by_the_parameters_name(string cmdlet, string parameter) =>
        AssertRefused($"{cmdlet} -{parameter} $null", parameter);

    [Theory]
    [MemberData(nameof(WithValues))]
    public void So_is_null_that_is_splatted(string cmdlet, string parameter) =>
        AssertRefused($"$config = @{{}}; $given = @{{ {parameter} = $config.Typo }}; {cmdlet} @given", parameter);

    [Theory]
    [MemberData(nameof(Read))]
    public void So_is_an_empty_list(string cmdlet, string parameter) =>
        AssertRefused($"{cmdlet} -{parameter} @()", parameter);

    [Theory]
    [MemberData(nameof(Read))]
    public void So_is_an_empty_text(string cmdlet, string parameter) =>
        AssertRefused($"{cmdlet} -{parameter} ''", parameter);

    [Theory]
    [MemberData(nameof(Read))]
    public void So_is_an_object_that_has_nothing_of_what_is_wanted(string cmdlet, string parameter)
    {
        string message = AssertRefused($"{cmdlet} -{parameter} ([pscustomobject]@{{ x = 1 }})", parameter);
        Assert.DoesNotContain("Decimals have a point", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void What_was_typed_is_shown_visibly_and_not_at_length(string cmdlet, string parameter)
    {
        // A name may be anything: of a position, a table, a column, an address, a catalogue, a source, another survey's
        // band.
        if (parameter.EndsWith("Column", StringComparison.Ordinal)
            || parameter is "TargetName" or "Labeller" or "TableName" or "Client" or "Uri" or "Catalog" or "Id" or "Band" or "Include"
            || (cmdlet, parameter) is ("Export-ZvarCatalog", "Name"))
        {
            return;
        }

        string message = AssertRefused($"{cmdlet} -{parameter} ([char]27 + '[2J' + 'x' * 30000)", parameter);
        Assert.Contains("␛[2Jxxx", message, StringComparison.Ordinal);
        Assert.True(message.Length < 500, message);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void What_reads_it_also_completes_it(string cmdlet, string parameter)
    {
        // PowerShell itself completes enumerations.
        ParameterMetadata metadata = Parameter(cmdlet, parameter);
        Type reader = Assert.Single(metadata.Attributes.OfType<ArgumentTransformationAttribute>()).GetType();
        bool isChoice = (Nullable.GetUnderlyingType(metadata.ParameterType) ?? metadata.ParameterType).IsEnum;
        Assert.Equal(
            isChoice ? null : reader, metadata.Attributes.OfType<ArgumentCompleterAttribute>().SingleOrDefault()?.Type);
    }

    private string AssertRefused(string script, string parameter)
    {
        ErrorRecord error = _shell.Run(script).Error;
        Assert.StartsWith("ParameterArgument", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{parameter}'", error.ToString(), StringComparison.Ordinal);
        return error.ToString();
    }

    private ParameterMetadata Parameter(string cmdlet, string parameter) =>
        ((CmdletInfo)_shell.Run("Get-Command $name", ("name", cmdlet)).Single.BaseObject).Parameters[parameter];

    private static TheoryData<string, string> Where(Func<ParameterMetadata, bool> wanted)
    {
        using var shell = new Shell();
        var found = new TheoryData<string, string>();
        foreach (CmdletInfo cmdlet in shell.Run("Get-Command -Module ZvarPS").Succeed().Select(one => (CmdletInfo)one.BaseObject))
        {
            foreach (ParameterMetadata parameter in cmdlet.Parameters.Values.Where(wanted))
            {
                if (!Cmdlet.CommonParameters.Contains(parameter.Name)
                    && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name))
                {
                    found.Add(cmdlet.Name, parameter.Name);
                }
            }
        }

        return found;
    }

    /// <summary>One session for all: nothing that is refused changes it.</summary>
    public sealed class Session : IDisposable
    {
        internal Shell Shell { get; } = Shell.OnDemoSky();

        public void Dispose() => Shell.Dispose();
    }
}
