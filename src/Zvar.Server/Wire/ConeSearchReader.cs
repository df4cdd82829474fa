using Zvar.Http;

namespace Zvar.Server;

// The body of a cone search: positions with a radius each or one for all, and the filters.
internal static class ConeSearchReader
{
    internal static ConeSearch Read(RequestField whole, SourceLimits limits)
    {
        RequestField? radius = whole.Optional(Fields.Radius);
        double? radiusOfAll = radius?.Radius(limits.ConeRadius);
        var names = new HashSet<string>(StringComparer.Ordinal);
        ConeTarget[] targets =
        [
            .. (whole.Required(Fields.Positions)?.Items(limits.Positions) ?? [])
                .Select(position => ReadTarget(position, radius is not null, radiusOfAll, names, limits)),
        ];
        return new ConeSearch(targets, ReadFilter(whole));
    }

    private static ConeTarget ReadTarget(
        RequestField position, bool hasRadiusOfAll, double? radiusOfAll, HashSet<string> names, SourceLimits limits)
    {
        if (!position.IsObject())
        {
            return new ConeTarget("", default, 0);
        }

        string name = ReadName(position, names);
        double ra = position.Required(ServiceName.Ra)?.Number(0, 360) ?? 0;
        double dec = position.Required(ServiceName.Dec)?.Number(-90, 90) ?? 0;
        RequestField? radius = hasRadiusOfAll ? position.Optional(Fields.Radius) : position.Required(Fields.Radius);
        double? ownRadius = radius?.Radius(limits.ConeRadius);
        return new ConeTarget(name, new SkyPosition(ra, dec), ownRadius ?? radiusOfAll ?? 0);
    }

    // The answer is an object with a field for each name: two positions of one name could not be told apart.
    private static string ReadName(RequestField position, HashSet<string> names)
    {
        RequestField? part = position.Required(Fields.Name);
        if (part?.Text() is not { } name)
        {
            return "";
        }

        if (!names.Add(name))
        {
            part.Refuse("Input should be a name no other position has: the answer is keyed by it", "value_error");
        }

        return name;
    }

    private static ConeFilter ReadFilter(RequestField whole)
    {
        RequestField? significance = whole.Optional(Fields.MinSignificance);
        var filter = new ConeFilter
        {
            ObjectType = (ObjectType?)whole.Optional(ServiceName.ObjectType)?.Integer(),
            MinPeriod = whole.Optional(Fields.MinPeriod)?.Number(),
            MaxPeriod = whole.Optional(Fields.MaxPeriod)?.Number(),
            MinSignificance = significance?.Number(),
            MinExposures = whole.Optional(Fields.MinExposures)?.Integer(),
            MinAmplitude = whole.Optional(Fields.MinAmplitude)?.Number(),
            MaxAmplitude = whole.Optional(Fields.MaxAmplitude)?.Number(),
            MinMag = whole.Optional(ServiceName.MinMag)?.Number(),
            MaxMag = whole.Optional(ServiceName.MaxMag)?.Number(),
        };
        if (significance is not null
            && whole.Optional(Fields.MinPeriod) is null && whole.Optional(Fields.MaxPeriod) is null)
        {
            significance.Refuse(
                $"Input needs {Fields.MinPeriod} or {Fields.MaxPeriod} beside it: significance is a period's",
                "value_error");
        }

        return filter;
    }
}
