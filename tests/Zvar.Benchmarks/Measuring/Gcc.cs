using System.Diagnostics;

namespace Zvar.Benchmarks.Measuring;

/// <summary>A C compiler, for what is to be compared with plain C.</summary>
internal static class Gcc
{
    /// <summary>Compiles a program of the folder Ways with -O2.</summary>
    /// <exception cref="MissingProgramException">There is no gcc.</exception>
    internal static async Task<string> CompileAsync(string source)
    {
        if (!ChildProgram.Runs("gcc", "--version"))
        {
            throw new MissingProgramException("plain C: there is no gcc.");
        }

        string program = Path.Combine(Directory.CreateTempSubdirectory().FullName, Path.GetFileNameWithoutExtension(source));
        await ChildProgram.RunAsync(new ProcessStartInfo("gcc", ["-O2", "-o", program, Built.Way(source)]));
        return program;
    }
}
