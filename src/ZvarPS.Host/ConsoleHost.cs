using System.Globalization;
using System.Management.Automation.Host;

namespace ZvarPS.Host;

/// <summary>The console as a PowerShell host: what a session needs to write, to ask, and to end.</summary>
internal sealed class ConsoleHost : PSHost, IDisposable
{
    private readonly ConsoleUI _ui = new();

    /// <summary>What <c>exit</c> said; null while the session goes on.</summary>
    internal int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ZvarPS.Host";

    public override PSHostUserInterface UI => _ui;

    public override Version Version => typeof(ConsoleHost).Assembly.GetName().Version!;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public void Dispose() => _ui.Dispose();
}
