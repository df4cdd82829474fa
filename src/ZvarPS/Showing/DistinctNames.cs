namespace ZvarPS;

/// <summary>
/// Names of files that differ, also where case makes no difference: what was taken before gets a number, as in
/// 145120008365555264-2.
/// </summary>
internal sealed class DistinctNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, with a number where it is taken.</summary>
    internal string Next(string name)
    {
        string next = name;
        int number = _last.GetValueOrDefault(name, 1);
        while (!_taken.Add(next))
        {
            next = FormattableString.Invariant($"{name}-{++number}");
        }

        _last[name] = number;
        return next;
    }
}
