namespace ZvarPS;

/// <summary>
/// Brings what a source says of its requests and answers to the cmdlet that asked: a connection is shared, the
/// streams are not. The listener flows with the asking cmdlet's tasks.
/// </summary>
internal static class SourceLog
{
    private static readonly AsyncLocal<Action<SourceMessage>?> Listener = new();

    /// <summary>Listens until disposed of; then whoever listened before does again, further up the pipeline.</summary>
    internal static IDisposable ListenWith(Action<SourceMessage> listener)
    {
        var before = new Listening(Listener.Value);
        Listener.Value = listener;
        return before;
    }

    /// <summary>Says something for the verbose stream.</summary>
    internal static void Write(string message) => Listener.Value?.Invoke(new SourceMessage(message, IsWarning: false));

    /// <summary>Says something for the warning stream.</summary>
    internal static void Warn(string message) => Listener.Value?.Invoke(new SourceMessage(message, IsWarning: true));

    private sealed class Listening(Action<SourceMessage>? before) : IDisposable
    {
        public void Dispose() => Listener.Value = before;
    }
}
