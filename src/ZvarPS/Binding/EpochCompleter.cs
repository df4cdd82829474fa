namespace ZvarPS;

/// <summary>Completes the words for an epoch; a BJD is typed.</summary>
public sealed class EpochCompleter() : WordCompleter(
[
    ("First", "Phase zero at the light curve's first time, in any band and before cuts"),
    ("Minimum", "Phase zero where the fold is faintest"),
    ("Maximum", "Phase zero where the fold is brightest"),
]);
