namespace Zvar;

/// <summary>
/// One band folded at blocks of neighbouring frequencies, as exactly as is needed to tell which of them to look at
/// closely.
/// </summary>
internal interface IFpwFold
{
    /// <summary>The frequencies of a block.</summary>
    internal const int Block = 16;

    /// <summary>The middle of a block, in steps from its first frequency.</summary>
    internal const double Middle = (Block - 1) / 2.0;

    /// <summary>Goes to the block that begins at a frequency.</summary>
    void Start(double first);

    /// <summary>Goes to the block that follows.</summary>
    void Next();

    /// <summary>Adds the powers of the band at the block's frequencies.</summary>
    void AddTo(FpwBlock block);
}
