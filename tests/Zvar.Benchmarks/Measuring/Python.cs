using System.Diagnostics;

namespace Zvar.Benchmarks.Measuring;

/// <summary>A python3 with the packages the notebook's client needs.</summary>
internal static class Python
{
    // Debian's own python3 has Debian's packages, whichever other stands first on the PATH.
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3", "python"];

    private static readonly Lazy<string?> Program = new(() => Candidates.FirstOrDefault(
        program => ChildProgram.Runs(program, "-c", "import numpy, requests")));

    internal static bool IsHere => Program.Value is not null;

    /// <summary>Whether it has one more package.</summary>
    internal static bool Has(string package) =>
        Program.Value is { } program && ChildProgram.Runs(program, "-c", $"import {package}");

    internal static string Missing =>
        "the notebook's way: there is no python3 with numpy and requests (Debian: python3-numpy, python3-requests).";

    /// <summary>Runs a script of the folder Ways, or one by its whole path.</summary>
    internal static ProcessStartInfo Start(string script, params string[] arguments) =>
        Program.Value is { } program
            ? new ProcessStartInfo(program, [Built.Way(script), .. arguments])
            : throw new MissingProgramException(Missing);
}
