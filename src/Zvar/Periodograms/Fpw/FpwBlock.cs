namespace Zvar;

/// <summary>The powers at the frequencies of a block, by the number of bins; those of several bands are added.</summary>
internal sealed class FpwBlock
{
    internal float[] Power5 { get; } = new float[IFpwFold.Block];

    internal float[] Power10 { get; } = new float[IFpwFold.Block];

    internal float[] Power20 { get; } = new float[IFpwFold.Block];

    /// <summary>The powers with 5, 10 or 20 bins.</summary>
    internal float[] Of(int bins) => bins switch { 5 => Power5, 10 => Power10, _ => Power20 };

    internal void Clear()
    {
        Array.Clear(Power5);
        Array.Clear(Power10);
        Array.Clear(Power20);
    }
}
