namespace ZvarPS.Help;

/// <summary>Puts the ways to call a cmdlet in the order of its page.</summary>
internal static class SyntaxOrder
{
    /// <summary>
    /// The way whose own parameter the page tells of first is the first. In each, what has a position comes first, then
    /// what must be given by name, then the others as the page has them.
    /// </summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="names">The parameters in the order of the page.</param>
    internal static IEnumerable<ParameterUse[]> Sort(CmdletDefinition cmdlet, IReadOnlyList<string> names)
    {
        Dictionary<string, int> places = names.Index().ToDictionary(name => name.Item, name => name.Index);
        HashSet<string> shared =
        [
            .. names.Where(name => cmdlet.Syntaxes.All(syntax => syntax.Any(use => use.Parameter.Name == name))),
        ];
        return
            from syntax in cmdlet.Syntaxes
            let own = syntax.Where(use => !shared.Contains(use.Parameter.Name))
            orderby own.Select(use => places[use.Parameter.Name]).DefaultIfEmpty(int.MaxValue).Min()
            select syntax
                .OrderBy(use => use.Position ?? int.MaxValue)
                .ThenByDescending(use => use.IsRequired)
                .ThenBy(use => places[use.Parameter.Name])
                .ToArray();
    }
}
