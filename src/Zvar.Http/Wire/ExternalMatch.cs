namespace Zvar.Http;

// An object of another catalogue, and the ZVAR objects near it where they were requested.
internal sealed record ExternalMatch(CatalogRow Row, IReadOnlyList<ZvarObject> Objects)
{
    // The id it was asked for by, where its row does not say it again.
    internal ExternalMatch WithId(string id) => Row.Id.Length == 0 ? this with { Row = Row with { Id = id } } : this;

    // Itself beside each of the objects, nearest first; beside none where there are none.
    internal IEnumerable<CatalogMatch> Match(string catalog) => Objects.Count == 0
        ? [CatalogMatch.Create(0, catalog, Row, zvarObject: null)]
        : Objects.Select(near => CatalogMatch.Create(near.Psid, catalog, Row, near)).OrderBy(match => match.Separation);
}
