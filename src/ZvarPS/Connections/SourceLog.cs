namespace ZvarPS;

/// <summary>
/// Brings what a source says of its requests to the cmdlet that asked: a connection is shared, the verbose stream is
/// not. The listener flows with the asking cmdlet's tasks.
/// </summary>
internal static class SourceLog
{
    private static readonly AsyncLocal<Action<string>?> Listener = new();

    internal static void ListenWith(Action<string> listener) => Listener.Value = listener;

    internal static void Write(string message) => Listener.Value?.Invoke(message);
}
