using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// Where a Show cmdlet writes: the file or the folder of its -Path, else the folder ZvarPS in the user's home, which is
/// not hidden because browsers in a sandbox see nothing else.
/// </summary>
internal sealed class OutputPlace
{
    private readonly PSCmdlet _cmdlet;

    private OutputPlace(PSCmdlet cmdlet, string folder, string? file, bool named) =>
        (_cmdlet, Folder, File, IsNamed) = (cmdlet, folder, file, named);

    /// <summary>The one file that was named; null where a folder was, or nothing.</summary>
    internal string? File { get; }

    /// <summary>Whether the user named it.</summary>
    internal bool IsNamed { get; }

    private string Folder { get; }

    internal static OutputPlace Of(PSCmdlet cmdlet, string? path)
    {
        if (path is null)
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return new(cmdlet, Path.Combine(home, "ZvarPS"), file: null, named: false);
        }

        string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        return Directory.Exists(full) || Path.EndsInDirectorySeparator(full)
            ? new(cmdlet, full, file: null, named: true)
            : new(cmdlet, Path.GetDirectoryName(full)!, full, named: true);
    }

    /// <summary>Writes a file if the user agrees.</summary>
    /// <param name="name">Its name, where none was given.</param>
    /// <param name="what">What it is, for -WhatIf.</param>
    /// <param name="content">Makes its bytes.</param>
    /// <returns>The file; null where it was not written, and the cmdlet has told why.</returns>
    internal FileInfo? Write(string name, string what, Func<byte[]> content)
    {
        string path = File ?? Path.Combine(Folder, name);
        if (!_cmdlet.ShouldProcess(path, $"Write {what}"))
        {
            return null;
        }

        try
        {
            byte[] bytes = content();
            Directory.CreateDirectory(Folder);
            System.IO.File.WriteAllBytes(path, bytes);
            return new FileInfo(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _cmdlet.WriteError(ErrorRecords.CannotWrite(error, path));
            return null;
        }
    }
}
