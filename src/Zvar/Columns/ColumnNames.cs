namespace Zvar;

// The names of a table's columns, found in any case and spelling. Of several that are one name the first counts.
internal sealed class ColumnNames
{
    private const int Shown = 8;

    private readonly string[] _names;
    private readonly Dictionary<string, string> _byPlain = [];
    private readonly Dictionary<string, string> _again = [];

    internal ColumnNames(IEnumerable<string> names)
    {
        _names = [.. names];
        foreach (string name in _names)
        {
            string plain = PhotometryNames.Plain(name);
            (_byPlain.TryAdd(plain, name) ? _byPlain : _again)[plain] = name;
        }
    }

    internal bool Has(string plain) => _byPlain.ContainsKey(plain);

    internal string? Find(string plain) => _byPlain.GetValueOrDefault(plain);

    internal string? FirstOf(IEnumerable<string> known) =>
        known.Where(_byPlain.ContainsKey).Select(one => _byPlain[one]).FirstOrDefault();

    // Those of some names that there are, as they are known: in any case, and in no other spelling.
    internal IEnumerable<string> AllOf(IEnumerable<string> known) =>
        known.Select(one => Array.Find(_names, name => name.Equals(one, StringComparison.OrdinalIgnoreCase)))
            .OfType<string>();

    // The only one of those that mean the same.
    internal string? OnlyOf(string[] known, string what) =>
        new[] { _byPlain, _again }.SelectMany(all => known.Where(all.ContainsKey).Select(one => all[one])).ToArray() switch
        {
            [] => null,
            [var only] => only,
            [var one, var other, ..] => throw new AmbiguousColumnException(
                $"Two columns could be the {what}: '{Excerpt.Of(one)}' and '{Excerpt.Of(other)}'."),
        };

    internal void Forget(string plain) => _byPlain.Remove(plain);

    // A column that somebody named with a parameter: as it is written, else in any spelling.
    internal string? Named(string? wanted, string parameter) => wanted is null
        ? null
        : Array.Find(_names, name => name == wanted)
            ?? Array.Find(_names, name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? Find(PhotometryNames.Plain(wanted))
            ?? throw new FormatException(
                $"There is no column '{Excerpt.Of(wanted)}', which -{parameter} names. The columns: {this}.");

    // For messages.
    public override string ToString()
    {
        string first = string.Join(", ", _names.Take(Shown).Select(name => name.Length > 0 ? Excerpt.Of(name) : "''"));
        return _names.Length switch
        {
            0 => "none",
            <= Shown => first,
            var count => $"{first} and {count - Shown} more",
        };
    }
}
