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
    private Batches<ObjectReference, ZvarObject>? _batches;

    private Batches<ObjectReference, ZvarObject> Batches => _batches ??= new(
        Source.Limits.Objects,
        ThrottleLimit,
        (stars, stop) => Source.GetObjectsAsync(stars.Psids(), stop),
        StopToken);

    private protected override void Take(ObjectReference star) => Ask(Batches, star, Write);

    private protected override void End()
    {
        if (_batches is not null)
        {
            Finish(_batches, Write);
        }
    }

    private void Write(Batch<ObjectReference, ZvarObject> batch)
    {
        RecentObjects seen = RecentObjects.OfSession;
        WriteStars(
            batch,
            found => found.Psid,
            (star, found) =>
            {
                ZvarObject named = star.TargetName is null ? found : found with { TargetName = star.TargetName };
                seen.Add(named);
                WriteObject(named);
            });
    }
}
