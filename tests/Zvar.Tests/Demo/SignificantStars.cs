namespace Zvar.Tests.Demo;

// The significantly periodic stars of a few cones with their light curves and Gaia's view of them.
public sealed class SignificantStars : IAsyncLifetime
{
    private static readonly (double Ra, double Dec)[] Cones = [(50, 20), (130, 45), (210, -15), (330, 5)];

    private readonly List<(LightCurve Curve, GaiaMatch Gaia)> _stars = [];

    public IReadOnlyList<(LightCurve Curve, GaiaMatch Gaia)> Stars => _stars;

    public async ValueTask InitializeAsync()
    {
        foreach ((double ra, double dec) in Cones)
        {
            List<ZvarObject> found = await DemoQuestions.FindConeAsync(
                ra, dec, 600, new ConeFilter { MinSignificance = 35 });
            Dictionary<long, GaiaMatch> gaia = (await DemoQuestions.MatchGaiaAsync(found, 1))
                .ToDictionary(match => match.Psid);
            foreach (LightCurve curve in await DemoQuestions.GetLightCurvesAsync(
                found.Where(star => gaia.ContainsKey(star.Psid))))
            {
                _stars.Add((curve, gaia[curve.Psid]));
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
