namespace Zvar.Plots;

// A verdict that can be taken back: what was shown when it was given, and what had been said before.
internal sealed record VettingStep(int Index, FoldView View, double Chosen, VettedStar Star, Verdict? Before);
