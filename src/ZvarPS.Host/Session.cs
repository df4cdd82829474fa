using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ZvarPS.Host;

/// <summary>A PowerShell session on the console with ZvarPS loaded.</summary>
internal static class Session
{
    private const string Prompt = "ZvarPS> ";

    internal static int RunFile(string path, IReadOnlyList<string> arguments)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            Console.Error.WriteLine($"There is no script {full}.");
            return 64;
        }

        // As pwsh does: the script's own exit code, whatever errors it told on its way.
        string quoted = full.Replace("'", "''", StringComparison.Ordinal);
        return Run($"& '{quoted}' @args; exit [int]$LASTEXITCODE", arguments);
    }

    internal static int Run(string command, IReadOnlyList<string> arguments)
    {
        using var host = new ConsoleHost();
        using Runspace runspace = Open(host);
        bool succeeded = Invoke(runspace, command, arguments);
        return host.ExitCode ?? (succeeded ? 0 : 1);
    }

    internal static int RunPrompt()
    {
        using var host = new ConsoleHost();
        using Runspace runspace = Open(host);

        // Ctrl+C at the prompt begins a new one; what a command does with it is in Invoke.
        bool atPrompt = false;
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            if (atPrompt)
            {
                host.UI.Write($"^C{Environment.NewLine}{Prompt}");
            }
        };
        Console.WriteLine("ZvarPS: Connect-Zvar -Demo for the synthetic demo sky, Get-Command -Module ZvarPS, exit.");
        while (host.ExitCode is null)
        {
            atPrompt = true;
            host.UI.Write(Prompt);
            if (ReadCommand() is not { } command)
            {
                break;
            }

            atPrompt = false;
            Invoke(runspace, command, []);
        }

        return host.ExitCode ?? 0;
    }

    private static Runspace Open(ConsoleHost host)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([ModulePath.Find()]);
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction += (_, missing) => Explain(host, missing);
        return runspace;
    }

    // Where a cmdlet of PowerShell's own modules is missing, the advice to look at the spelling helps nobody. The
    // engine looks for every name once more as get-name.
    private static void Explain(ConsoleHost host, CommandLookupEventArgs missing)
    {
        if (missing.CommandName.Contains('-', StringComparison.Ordinal)
            && !missing.CommandName.Contains("Zvar", StringComparison.OrdinalIgnoreCase)
            && !missing.CommandName.StartsWith("get-", StringComparison.Ordinal))
        {
            host.UI.WriteWarningLine(
                $"{missing.CommandName} is not here: this program has the core of PowerShell alone. Use pwsh 7.6.");
        }
    }

    // Reads on while a brace or a quote is open, as a shell does.
    private static string? ReadCommand()
    {
        string? command = Console.ReadLine();
        while (command is not null)
        {
            Parser.ParseInput(command, out _, out ParseError[] errors);
            if (!errors.Any(error => error.IncompleteInput))
            {
                return command;
            }

            Console.Write(">> ");
            command = Console.ReadLine() is { } more ? $"{command}\n{more}" : null;
        }

        return null;
    }

    private static bool Invoke(Runspace runspace, string command, IReadOnlyList<string> arguments)
    {
        using var shell = PowerShell.Create(runspace);
        void Stop(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            shell.BeginStop(null, null);
        }

        Console.CancelKeyPress += Stop;
        try
        {
            shell.AddScript(command);
            foreach (string argument in arguments)
            {
                shell.Commands.Commands[0].Parameters.Add(ReadArgument(argument));
            }

            shell.AddCommand("Out-Default");
            shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            shell.Invoke();
            return !shell.HadErrors;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException error)
        {
            using var tell = PowerShell.Create(runspace);
            tell.AddCommand("Out-Default").AddParameter("InputObject", error.ErrorRecord).Invoke();
            return false;
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    // A script's arguments bind as at a prompt: -Name names a parameter, of which the next argument may be the value.
    private static CommandParameter ReadArgument(string argument) =>
        argument is ['-', var first, ..] && (char.IsLetter(first) || first == '_')
            ? new CommandParameter(argument)
            : new CommandParameter(null, argument);
}
