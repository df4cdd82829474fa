using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Gets stars by their psid.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarObject", DefaultParameterSetName = InputSet)]
[OutputType(typeof(ZvarObject))]
public sealed class GetZvarObjectCommand : StarCommand
{
    private Batches<Star, ZvarObject>? _batches;

    private Batches<Star, ZvarObject> Batches => _batches ??= new(
        Source.Limits.Objects,
        ThrottleLimit,
        (stars, stop) => Source.GetObjectsAsync(stars.Psids(), stop),
        StopToken);

    private protected override void Take(Star star) => Ask(Batches, star, Write);

    private protected override void End()
    {
        if (_batches is not null)
        {
            Finish(_batches, Write);
        }
    }

    private void Write(Batch<Star, ZvarObject> batch)
    {
        SeenStars seen = SeenStars.OfSession;
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
