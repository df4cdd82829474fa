using System.Diagnostics;

namespace Zvar.Benchmarks.Measuring;

/// <summary>A real pwsh.</summary>
internal static class Pwsh
{
    private static readonly Lazy<bool> IsHere = new(() => ChildProgram.Runs("pwsh", "-NoProfile", "-Command", "1"));

    /// <summary>Runs one of the scripts in Ways, connected to a server.</summary>
    internal static ProcessStartInfo Start(string script, Uri? service = null, params string[] arguments)
    {
        ProcessStartInfo start = Start("-File", Built.Way(script), "-Module", Built.Module);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ZVAR_URI"] = service?.AbsoluteUri;
        start.Environment["ZVAR_USERNAME"] = "benchmark";
        start.Environment["ZVAR_PASSWORD"] = "benchmark";
        return start;
    }

    /// <summary>A pwsh without a profile.</summary>
    internal static ProcessStartInfo Start(params string[] arguments) => IsHere.Value
        ? new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        : throw new MissingProgramException("no pwsh is on the PATH.");
}
