namespace Zvar;

/// <summary>One field, CCD, quadrant and band the catalogue's makers have processed.</summary>
public sealed record ProcessingLog : IHasColumns
{
    /// <summary>The survey field.</summary>
    public required int Field { get; init; }

    /// <summary>The CCD, 1 to 16.</summary>
    public required int Ccd { get; init; }

    /// <summary>The quadrant of the CCD, 1 to 4.</summary>
    public required int Quad { get; init; }

    /// <summary>The band: g, r or i.</summary>
    public required string Band { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    private IReadOnlyDictionary<string, object> Columns { get; init; } = new Dictionary<string, object>();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> GetColumns() => Columns;

    /// <summary>The same log with the columns it has beside field, CCD, quadrant and band.</summary>
    public ProcessingLog WithColumns(IReadOnlyDictionary<string, object> columns) => this with { Columns = columns };

    /// <summary>The file in a word, as in <c>648/2/2 g</c>.</summary>
    public override string ToString() => $"{Field}/{Ccd}/{Quad} {Excerpt.Of(Band)}";
}
