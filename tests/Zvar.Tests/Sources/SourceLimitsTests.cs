using Zvar.Demo;

namespace Zvar.Tests.Sources;

public class SourceLimitsTests
{
    [Fact]
    public void A_service_is_asked_for_as_many_light_curves_together_as_it_takes() =>
        Assert.Equal(SourceLimits.Service.LightCurves, SourceLimits.Service.LightCurvesTogether);

    [Fact]
    public async Task A_source_on_this_machine_is_asked_for_fewer_which_wait_in_less_memory()
    {
        await using var sky = new DemoSky();
        Assert.InRange(SourceLimits.None.LightCurvesTogether!.Value, 10, 200);
        Assert.InRange(sky.Limits.LightCurvesTogether!.Value, 10, 200);
        Assert.Equal(SourceLimits.Service.LightCurves, sky.Limits.LightCurves);
    }
}
