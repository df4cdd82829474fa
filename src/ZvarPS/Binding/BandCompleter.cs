namespace ZvarPS;

/// <summary>Completes the survey's bands.</summary>
public sealed class BandCompleter() : WordCompleter(
[
    ("g", "ZTF g (also zg, fid 1)"),
    ("r", "ZTF r (also zr, fid 2)"),
    ("i", "ZTF i (also zi, fid 3)"),
]);
