using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Says where names are on the sky.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "ZvarPosition")]
[OutputType(typeof(ResolvedName))]
public sealed class ResolveZvarPositionCommand : ZvarCommand
{
    private NameLookup? _names;

    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        HelpMessage = "Names: 'RR Lyr', M31, J000320.77+305613.9; positions as text too.")]
    [PositionText, ArgumentCompleter(typeof(PositionTextAttribute))]
    public string[] Name { get; set; } = [];

    private protected override void Process()
    {
        _names ??= new NameLookup(this);
        foreach (string name in Name)
        {
            ResolvedName? resolved = PositionReader.ReadOrName(name).Position is { } position
                ? new ResolvedName(name, name, position.Ra, position.Dec, Resolver: null)
                : _names.Resolve(name);
            if (resolved is not null)
            {
                WriteObject(resolved);
            }
        }
    }
}
