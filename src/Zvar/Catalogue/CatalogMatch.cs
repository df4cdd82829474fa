namespace Zvar;

/// <summary>A ZVAR object beside a source of another catalogue: one pair of a cross-match, either way.</summary>
public record CatalogMatch : IHasColumns
{
    /// <summary>The object's id; 0 where the source has no ZVAR object within the radius.</summary>
    public required long Psid { get; init; }

    /// <summary>The catalogue: gaia, ps1, galex, 2mass, allwise, or a later one.</summary>
    public required string Catalog { get; init; }

    /// <summary>The name of the position the object was found around; null where there was none.</summary>
    public string? TargetName { get; init; }

    /// <summary>The source's id in that catalogue, as text; null where the object has no source near it.</summary>
    public string? Id { get; init; }

    /// <summary>The source's right ascension in degrees; NaN where unknown.</summary>
    public double CatalogRa { get; init; } = double.NaN;

    /// <summary>The source's declination in degrees; NaN where unknown.</summary>
    public double CatalogDec { get; init; } = double.NaN;

    /// <summary>
    /// The angle between object and source in arcseconds, NaN where a position is unknown. The service's positions are
    /// single precision: 0.1 arcsec is what it means.
    /// </summary>
    public double Separation { get; init; } = double.NaN;

    /// <summary>The ZVAR object, where it is known.</summary>
    public ZvarObject? Object { get; init; }

    /// <summary>Whether the pair is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    private protected IReadOnlyDictionary<string, object> Columns { get; init; } = new Dictionary<string, object>();

    private IReadOnlyDictionary<string, object> Row { get; init; } = new Dictionary<string, object>();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> GetColumns() => Columns;

    /// <summary>
    /// All the columns of the catalogue's row by their own names, those that are properties of the match as well.
    /// </summary>
    public IReadOnlyDictionary<string, object> GetRow() => Row;

    /// <summary>Makes a match of the type its catalogue deserves: a <see cref="GaiaMatch"/> for gaia.</summary>
    /// <param name="psid">The ZVAR object's id, 0 for none.</param>
    /// <param name="catalog">The catalogue's name.</param>
    /// <param name="row">The catalogue's row: its id, ra and dec, and its other columns by their own names.</param>
    /// <param name="zvarObject">The ZVAR object, when known; the separation is taken from its position.</param>
    public static CatalogMatch Create(long psid, string catalog, CatalogRow row, ZvarObject? zvarObject)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(row);
        CatalogMatch match = string.Equals(catalog, "gaia", StringComparison.OrdinalIgnoreCase)
            ? GaiaMatch.FromColumns(psid, catalog, row.Columns)
            : new CatalogMatch { Psid = psid, Catalog = catalog, Columns = row.Columns };
        match = match with { Id = row.Id, CatalogRa = row.Ra, CatalogDec = row.Dec, Row = row.Columns };
        return zvarObject is null ? match : match.WithObject(zvarObject);
    }

    /// <summary>The match in a word: the catalogue and the source's id.</summary>
    public sealed override string ToString() =>
        Id is null ? $"{Excerpt.Of(Catalog)}: no match" : $"{Excerpt.Of(Catalog)} {Excerpt.Of(Id)}";

    /// <summary>The same match with its object named and its separation measured from the object's position.</summary>
    public CatalogMatch WithObject(ZvarObject zvarObject)
    {
        ArgumentNullException.ThrowIfNull(zvarObject);
        bool placed = !double.IsNaN(CatalogRa) && !double.IsNaN(CatalogDec);
        return this with
        {
            Object = zvarObject,
            TargetName = zvarObject.TargetName ?? TargetName,
            Separation = placed
                ? zvarObject.GetPosition().SeparationTo(new SkyPosition(CatalogRa, CatalogDec))
                : double.NaN,
        };
    }

    /// <summary>The same match marked as made up, and its object with it.</summary>
    public CatalogMatch AsSynthetic() => this with
    {
        Object = Object?.AsSynthetic(),
        Synthetic = true,
    };

    /// <summary>
    /// What stands for a pair where there is none: an object without a source, or a source without an object.
    /// </summary>
    /// <param name="psid">The object's id, 0 where it is the object that is missing.</param>
    /// <param name="catalog">The catalogue's name.</param>
    /// <param name="id">The source's id, null where it is the source that is missing.</param>
    /// <param name="zvarObject">The object, when known.</param>
    /// <param name="like">
    /// A match of the same answer: the columns of its row are this one's too, NaN for numbers and empty for all else.
    /// </param>
    public static CatalogMatch Unmatched(
        long psid, string catalog, string? id, ZvarObject? zvarObject, CatalogMatch? like = null)
    {
        Dictionary<string, object> columns = like?.Row.ToDictionary(
            column => column.Key, column => column.Value is long or double ? (object)double.NaN : "") ?? [];
        return Create(psid, catalog, new CatalogRow("", double.NaN, double.NaN, columns), zvarObject) with
        {
            Id = id,
            Synthetic = zvarObject?.Synthetic == true,
        };
    }
}
