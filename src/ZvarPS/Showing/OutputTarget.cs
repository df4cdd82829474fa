using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// Where a Show cmdlet writes: the file or the folder of its -Path, else the folder ZvarPS in the user's home, which is
/// not hidden because browsers in a sandbox see nothing else.
/// </summary>
internal sealed class OutputTarget
{
    private readonly PSCmdlet _cmdlet;
    private readonly bool _noClobber;
    private readonly bool _force;

    private OutputTarget(PSCmdlet cmdlet, string folder, string? file, bool named, bool noClobber, bool force)
    {
        (_cmdlet, Folder, File, IsNamed) = (cmdlet, folder, file, named);
        (_noClobber, _force) = (noClobber, force);
    }

    /// <summary>The one file that was named; null where a folder was, or nothing.</summary>
    internal string? File { get; }

    /// <summary>Whether the user named it.</summary>
    internal bool IsNamed { get; }

    /// <summary>The folder of what is written.</summary>
    internal string Folder { get; }

    /// <summary>The place a path names.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="path">Its -Path; null where it has none.</param>
    /// <param name="noClobber">Whether a file that is there stays.</param>
    /// <param name="force">Whether a file that is read-only is replaced.</param>
    /// <exception cref="NotSupportedException">The path is in no file system; the message says what it is.</exception>
    internal static OutputTarget Of(PSCmdlet cmdlet, string? path, bool noClobber, bool force)
    {
        if (path is null)
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return new(cmdlet, Path.Combine(home, "ZvarPS"), file: null, named: false, noClobber, force);
        }

        string full = FilePath.Resolve(cmdlet, path);
        return Directory.Exists(full) || Path.EndsInDirectorySeparator(full)
            ? new(cmdlet, full, file: null, named: true, noClobber, force)
            : new(cmdlet, Path.GetDirectoryName(full)!, full, named: true, noClobber, force);
    }

    /// <summary>Writes a file if the user agrees.</summary>
    /// <param name="name">Its name, where none was given.</param>
    /// <param name="what">What it is, for -WhatIf.</param>
    /// <param name="write">
    /// Writes it; what it cannot make it says with an InvalidOperationException or an ArgumentException.
    /// </param>
    /// <returns>The file's path; null where it was not written, and the cmdlet has told why.</returns>
    internal string? Write(string name, string what, Action<Stream> write)
    {
        string path = File ?? Path.Combine(Folder, name);
        if (!_cmdlet.ShouldProcess(path, $"Write {what}"))
        {
            return null;
        }

        try
        {
            RefuseWhatStays(path);
            Save(path, write);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _cmdlet.WriteError(ErrorRecords.CannotWrite(error, path));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            _cmdlet.WriteError(ErrorRecords.TooManyDiagrams(error, path));
        }

        return null;
    }

    /// <summary>Gives a file that was written, as Get-Item does.</summary>
    internal void Give(string file) =>
        _cmdlet.WriteObject(_cmdlet.InvokeProvider.Item.Get([file], force: true, literalPath: true), true);

    private void RefuseWhatStays(string path) => RefuseWhatStays(path, _noClobber, _force);

    /// <summary>Refuses to write over a file that is to stay.</summary>
    internal static void RefuseWhatStays(string path, bool noClobber, bool force)
    {
        if (noClobber && System.IO.File.Exists(path))
        {
            throw new IOException($"The file '{path}' is there, and -NoClobber keeps it.");
        }

        if (!force && System.IO.File.Exists(path) && IsReadOnly(path))
        {
            throw new UnauthorizedAccessException($"The file '{path}' is read-only: -Force replaces it all the same.");
        }
    }

    private void Save(string path, Action<Stream> write)
    {
        using var file = new ReplacedFile(path, _noClobber);
        try
        {
            write(file.Stream);
        }
        catch (IOException error)
        {
            throw file.Named(error);
        }

        file.Finish();
    }

    private static bool IsReadOnly(string path) =>
        (System.IO.File.GetAttributes(path) & FileAttributes.ReadOnly) != 0;
}
