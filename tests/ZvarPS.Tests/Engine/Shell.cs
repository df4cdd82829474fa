using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace ZvarPS.Tests.Engine;

/// <summary>The real PowerShell engine with the staged module in it: one runspace, as a user's session is.</summary>
public sealed class Shell : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens a session.</summary>
    /// <param name="start">What to run first.</param>
    public Shell(string? start = null)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Built.Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        if (start is not null)
        {
            Run(start).Succeed();
        }
    }

    /// <summary>A session on the demo sky.</summary>
    public static Shell OnDemoSky() => new("Connect-Zvar -Demo");

    /// <summary>
    /// Connects the session to a source of the tests' own, as a new kind of connection would. The source is made when
    /// the module, and the library with it, has been loaded.
    /// </summary>
    public void ConnectTo(Func<object> makeSource)
    {
        Assembly module = AppDomain.CurrentDomain.GetAssemblies().Single(one => one.GetName().Name == "ZvarPS");
        object connection = Activator.CreateInstance(
            module.GetType("ZvarPS.ZvarConnection", throwOnError: true)!,
            BindingFlags.Instance | BindingFlags.NonPublic,
            binder: null,
            [Enum.ToObject(module.GetType("ZvarPS.ConnectionKind", throwOnError: true)!, 0), null, null, makeSource()],
            culture: null)!;
        Run("$connection | Connect-Zvar", ("connection", connection)).Succeed();
    }

    /// <summary>Runs a script with variables set, and gathers every stream of it.</summary>
    public Output Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach ((string name, object? value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        // What came before an error that ends everything has come.
        using PowerShell shell = Start(script);
        using var results = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            shell.Invoke(null, results);
        }
        catch (RuntimeException error)
        {
            terminating = error.ErrorRecord;
        }

        return Output.Of(shell, [.. results], terminating);
    }

    /// <summary>A pipeline of this session, for a test that stops it itself.</summary>
    public PowerShell Start(string script)
    {
        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        return shell;
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    public CompletionResult[] Complete(string line)
    {
        using PowerShell session = Start("");
        return [.. CommandCompletion.CompleteInput(line, line.Length, options: null, session).CompletionMatches];
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();
}
