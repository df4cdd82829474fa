namespace ZvarPS;

/// <summary>
/// Brings what a source says of its requests to the cmdlet that asked: a connection is shared, the verbose stream is
/// not. The listener flows with the asking cmdlet's tasks.
/// </summary>
internal static class SourceLog
{
    private static readonly AsyncLocal<Action<string>?> Listener = new();

    /// <summary>Listens until disposed of; then whoever listened before does again, further up the pipeline.</summary>
    internal static IDisposable ListenWith(Action<string> listener)
    {
        var before = new Listening(Listener.Value);
        Listener.Value = listener;
        return before;
    }

    internal static void Write(string message) => Listener.Value?.Invoke(message);

    private sealed class Listening(Action<string>? before) : IDisposable
    {
        public void Dispose() => Listener.Value = before;
    }
}
