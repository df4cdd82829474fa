namespace Zvar.Plots;

// What the controls of a fold do, on the page and in the terminal alike.
internal static class FoldControls
{
    // A step of fine tuning moves the phase of the last exposure against the first by this share of a cycle.
    internal const double TuningStep = 0.02;

    // The ends of the slider for it move that phase by so many cycles.
    internal const double MostTuning = 2;

    internal const int BinStep = 10;
}
