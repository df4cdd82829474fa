using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace ZvarPS;

/// <summary>Paths of files as somebody writes them: relative ones, ~, and those of PowerShell's drives.</summary>
internal static class FilePath
{
    /// <summary>The whole path; what it has of wildcards is meant as it is written.</summary>
    /// <exception cref="NotSupportedException">It is no place of a file system.</exception>
    internal static string Resolve(PSCmdlet cmdlet, string path)
    {
        ProviderInfo provider;
        string full;
        try
        {
            full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        }
        catch (SessionStateException error)
        {
            throw new NotSupportedException(error.Message, error);
        }

        return provider.ImplementingType == typeof(FileSystemProvider)
            ? full
            : throw new NotSupportedException(
                $"'{path}' is a place of the provider {provider.Name}: files are written to file systems alone.");
    }
}
