using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace ZvarPS;

/// <summary>
/// Where a Show cmdlet writes: the file or the folder of its -Path, else the folder ZvarPS in the user's home, which is
/// not hidden because browsers in a sandbox see nothing else.
/// </summary>
internal sealed class OutputTarget
{
    private readonly PSCmdlet _cmdlet;
    private readonly bool _noClobber;

    private OutputTarget(PSCmdlet cmdlet, string folder, string? file, bool named, bool noClobber) =>
        (_cmdlet, Folder, File, IsNamed, _noClobber) = (cmdlet, folder, file, named, noClobber);

    /// <summary>The one file that was named; null where a folder was, or nothing.</summary>
    internal string? File { get; }

    /// <summary>Whether the user named it.</summary>
    internal bool IsNamed { get; }

    private string Folder { get; }

    /// <summary>The place a path names.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="path">Its -Path; null where it has none.</param>
    /// <param name="noClobber">Whether a file that is there stays.</param>
    /// <exception cref="NotSupportedException">The path is in no file system; the message says what it is.</exception>
    internal static OutputTarget Of(PSCmdlet cmdlet, string? path, bool noClobber)
    {
        if (path is null)
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return new(cmdlet, Path.Combine(home, "ZvarPS"), file: null, named: false, noClobber);
        }

        string full = Resolve(cmdlet, path);
        return Directory.Exists(full) || Path.EndsInDirectorySeparator(full)
            ? new(cmdlet, full, file: null, named: true, noClobber)
            : new(cmdlet, Path.GetDirectoryName(full)!, full, named: true, noClobber);
    }

    /// <summary>Writes a file if the user agrees.</summary>
    /// <param name="name">Its name, where none was given.</param>
    /// <param name="what">What it is, for -WhatIf.</param>
    /// <param name="content">Makes its bytes.</param>
    /// <returns>The file's path; null where it was not written, and the cmdlet has told why.</returns>
    internal string? Write(string name, string what, Func<byte[]> content)
    {
        string path = File ?? Path.Combine(Folder, name);
        if (!_cmdlet.ShouldProcess(path, $"Write {what}"))
        {
            return null;
        }

        string unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            byte[] bytes = content();
            Directory.CreateDirectory(Folder);

            // First whole, then in place: what was there before stays whole on a disk that is full.
            System.IO.File.WriteAllBytes(unfinished, bytes);
            System.IO.File.Move(unfinished, path, overwrite: !_noClobber);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (System.IO.File.Exists(unfinished))
            {
                System.IO.File.Delete(unfinished);
            }

            _cmdlet.WriteError(ErrorRecords.CannotWrite(error, path));
            return null;
        }
        catch (ArgumentException error)
        {
            _cmdlet.WriteError(ErrorRecords.TooManyDiagrams(error, path));
            return null;
        }
    }

    /// <summary>Gives a file that was written, as Get-Item does.</summary>
    internal void Give(string file) =>
        _cmdlet.WriteObject(_cmdlet.InvokeProvider.Item.Get([file], force: true, literalPath: true), true);

    private static string Resolve(PSCmdlet cmdlet, string path)
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
