using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Gets stars by their psid.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarObject", DefaultParameterSetName = InputSet)]
[OutputType(typeof(ZvarObject))]
public sealed class GetZvarObjectCommand : ObjectCommand
{
    private Batches<ObjectReference, long, ZvarObject>? _batches;

    private Batches<ObjectReference, long, ZvarObject> Batches => _batches ??= NewBatches(
        Source.Limits.Objects,
        (objects, stop) => Source.GetObjectsAsync(objects.Psids(), stop),
        found => found.Psid,
        Write);

    private protected override void Take(ObjectReference one) => Ask(Batches, one);

    private void Write(ObjectReference one, ZvarObject found)
    {
        ZvarObject named = one.TargetName is null ? found : found with { TargetName = one.TargetName };
        RecentObjects.OfSession.Add(named);
        WriteObject(named);
    }
}
