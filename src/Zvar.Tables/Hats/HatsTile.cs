using System.Globalization;

namespace Zvar.Tables;

/// <summary>A partition of a HATS catalogue: a HEALPix pixel, and how many rows are in it.</summary>
/// <param name="Order">The pixel's order.</param>
/// <param name="Pixel">Its number, nested.</param>
/// <param name="Rows">How many rows.</param>
public readonly record struct HatsTile(int Order, long Pixel, long Rows)
{
    internal HatsPixel Place => new(Order, Pixel);

    /// <summary>As in <c>Norder=5/Npix=1234</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Norder={Order}/Npix={Pixel}");
}
