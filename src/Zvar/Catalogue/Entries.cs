using System.Collections.ObjectModel;

namespace Zvar;

/// <summary>A list inside an object that still reads well in one cell of a table.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class Entries<T> : ReadOnlyCollection<T>
{
    /// <summary>Wraps a list.</summary>
    public Entries(IList<T> entries)
        : base(entries)
    {
    }

    /// <summary>All entries on one line, parted by semicolons.</summary>
    public override string ToString() => string.Join("; ", this);
}
