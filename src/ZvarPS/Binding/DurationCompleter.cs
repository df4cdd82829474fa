namespace ZvarPS;

/// <summary>Shows how a period is written; any other is typed.</summary>
public sealed class DurationCompleter() : WordCompleter(
[
    ("0.27266296", "A bare number is in days"),
    ("6.543911h", "Hours"),
    ("90min", "Minutes"),
    ("300s", "Seconds"),
    ("10d", "Days"),
]);
