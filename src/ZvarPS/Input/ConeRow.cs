using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>Reads the position of a cone from an object of the pipeline.</summary>
internal static class ConeRow
{
    private const string Wanted =
        "Pipe rows with the columns Ra and Dec (or RAJ2000 and DEJ2000, RA_ICRS and DE_ICRS, RightAscension and"
        + " Declination, each with a _ before it too) or Position, and if you like Name and Radius; ZVAR objects; or"
        + " positions as text. Rename other columns on the way: Select-Object *, @{ n = 'Ra'; e = 'ra_deg' }, …";

    private static readonly string[] RaColumns = ["Ra", "RAJ2000", "_RAJ2000", "RA_ICRS", "_RA_ICRS", "RightAscension"];
    private static readonly string[] DecColumns = ["Dec", "DEJ2000", "_DEJ2000", "DE_ICRS", "_DE_ICRS", "Declination"];

    /// <summary>Reads a target.</summary>
    /// <param name="input">A row, an object, or the text of a position.</param>
    /// <param name="radius">The radius where the row has none, in arcseconds; NaN where none was given.</param>
    /// <param name="name">The name where the row has none.</param>
    /// <exception cref="FormatException">It is no position; the message names the columns wanted.</exception>
    internal static ConeTarget Read(PSObject input, double radius, string? name)
    {
        switch (input.BaseObject)
        {
            case string or SkyPosition:
                return new ConeTarget(name, PositionAttribute.ReadOne(input), Require(radius));
            case ZvarObject zvarObject:
                return new ConeTarget(name ?? zvarObject.ToString(), zvarObject.GetPosition(), Require(radius));
        }

        var row = new Row(input);
        double rowRadius = double.IsNaN(radius) && row.Get("Radius") is { } own
            ? AngleAttribute.ReadRadius(ArgumentText.Of(own, Angle.Forms))
            : radius;
        return new ConeTarget(name ?? row.GetText("TargetName", "Name"), ReadPosition(row), Require(rowRadius));
    }

    private static SkyPosition ReadPosition(Row row)
    {
        object? ra = row.Get(RaColumns);
        object? dec = row.Get(DecColumns);
        if (ra is not null && dec is not null)
        {
            return new SkyPosition(
                Coordinate.ParseRa(ArgumentText.Of(ra, Coordinate.RaForms)),
                Coordinate.ParseDec(ArgumentText.Of(dec, Coordinate.DecForms)));
        }

        return row.Get("Position") is { } position
            ? PositionAttribute.ReadOne(position)
            : throw new FormatException(
                row.Has("Position") || (row.Has(RaColumns) && row.Has(DecColumns))
                    ? "The position is empty in this row."
                    : $"The input has no position (its columns: {row.ColumnNames}). {Wanted}");
    }

    private static double Require(double radius) => double.IsNaN(radius)
        ? throw new FormatException(
            $"There is no radius: give -Radius, or a column Radius. Write one of: {Angle.Forms}.")
        : radius;
}
