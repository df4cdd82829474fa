namespace ZvarPS;

/// <summary>
/// A file that is written beside the place where it goes, and moved there once it is whole: what was there before stays
/// whole on a disk that is full, and when somebody presses Ctrl+C.
/// </summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly bool _noClobber;
    private bool _finished;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its whole path.</param>
    /// <param name="noClobber">Whether a file that is there stays.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal ReplacedFile(string path, bool noClobber)
    {
        (_path, _noClobber) = (path, noClobber);
        string folder = Path.GetDirectoryName(path)!;
        _unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);

            // What others may not read of a file that is there they may not read of the one to come either.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0 };
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                options.UnixCreateMode = File.GetUnixFileMode(path) | UnixFileMode.UserWrite;
            }

            Stream = new FileStream(_unfinished, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Named(error);
        }
    }

    /// <summary>What is written.</summary>
    internal FileStream Stream { get; }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="IOException">It cannot be put there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be put there.</exception>
    internal void Finish()
    {
        try
        {
            Stream.Dispose();
            if (File.Exists(_path))
            {
                TakePermissions(_path, _unfinished);
            }

            File.Move(_unfinished, _path, overwrite: !_noClobber);
            _finished = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Named(error);
        }
    }

    /// <summary>The same error of the file that somebody named: the unfinished one is nothing to anybody.</summary>
    internal Exception Named(Exception error)
    {
        string message = error.Message.Replace(_unfinished, _path, StringComparison.Ordinal);
        return error is UnauthorizedAccessException
            ? new UnauthorizedAccessException(message)
            : new IOException(message, error.HResult);
    }

    /// <summary>Leaves nothing of a file that was not finished.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_finished)
        {
            File.Delete(_unfinished);
        }
    }

    // A file that takes another's place may be read and written by those who might before.
    private static void TakePermissions(string old, string replacement)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(replacement, File.GetUnixFileMode(old));
            return;
        }

        // Windows moves nothing over a read-only file.
        FileAttributes attributes = File.GetAttributes(old);
        File.SetAttributes(replacement, attributes);
        File.SetAttributes(old, attributes & ~FileAttributes.ReadOnly);
    }
}
