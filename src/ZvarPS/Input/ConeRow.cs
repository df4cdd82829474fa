using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>Reads the target of a cone from an object of the pipeline.</summary>
internal static class ConeRow
{
    private static readonly string[] Names = ["TargetName", "Name", "Star", "StarName", "ObjectName", "Target"];

    /// <summary>Reads a target.</summary>
    /// <param name="input">A row, or an object.</param>
    /// <param name="radius">The radius in arcseconds, whatever the row says; NaN for the row's own.</param>
    /// <param name="name">The name, whatever the row says; null for the row's own.</param>
    /// <exception cref="FormatException">It is no position; the message names the columns wanted.</exception>
    internal static ConeTarget Read(PSObject input, double radius, string? name)
    {
        SkyPosition position = PositionReader.Read(input);
        if (ObjectReader.Read(input) is { } zvarObject)
        {
            return new ConeTarget(name ?? zvarObject.ToString(), position, Require(radius));
        }

        var row = new Row(input);
        double rowRadius = double.IsNaN(radius) && row.Get("Radius") is { } own
            ? RadiusAttribute.ReadArcseconds(own)
            : radius;
        return new ConeTarget(name ?? row.GetText(Names), position, Require(rowRadius));
    }

    /// <summary>The radius, which must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    internal static double Require(double radius) => double.IsNaN(radius)
        ? throw new FormatException(
            $"There is no radius: give -Radius, or a column Radius. Write one of: {Angle.Forms}.")
        : radius;
}
