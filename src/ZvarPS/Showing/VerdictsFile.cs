using System.Management.Automation;
using Zvar;
using Zvar.Tables;

namespace ZvarPS;

/// <summary>
/// The file of -Verdicts: it is written whole at each verdict, and put in its place once it is, so that a session that
/// is killed at any moment has lost none.
/// </summary>
internal sealed class VerdictsFile(PSCmdlet cmdlet, string path, bool force)
{
    private readonly string _path = FilePath.Resolve(cmdlet, path);
    private IReadOnlyDictionary<VettedStar, Verdict>? _written;
    private IReadOnlyDictionary<VettedStar, Verdict>? _given;
    private bool _writes;

    /// <summary>The verdicts in it; none where there is no such file.</summary>
    internal IReadOnlyList<Verdict> Read()
    {
        try
        {
            if (!File.Exists(_path))
            {
                return Directory.Exists(_path)
                    ? throw new UnauthorizedAccessException($"'{_path}' is a folder, and verdicts are kept in a file.")
                    : [];
            }

            using FileStream file = File.OpenRead(_path);
            return VerdictFile.Read(file);
        }
        catch (TableException error)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.Table(error, _path));
            throw;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.CannotRead(error, _path));
            throw;
        }
    }

    /// <summary>Makes sure, before the first verdict is given, that it can be kept.</summary>
    /// <param name="verdicts">Those that were taken up.</param>
    internal void Begin(IReadOnlyDictionary<VettedStar, Verdict> verdicts)
    {
        _given = _written = verdicts;
        _writes = cmdlet.ShouldProcess(_path, "Write verdicts");
        try
        {
            OutputTarget.RefuseWhatStays(_path, noClobber: false, force);
            if (_writes && !File.Exists(_path))
            {
                Write(verdicts);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.CannotWrite(error, _path));
        }
    }

    /// <summary>Keeps the verdicts there are now.</summary>
    /// <returns>Why they are not written yet; null where they are.</returns>
    internal string? Keep(IReadOnlyDictionary<VettedStar, Verdict> verdicts)
    {
        bool isNew = !ReferenceEquals(verdicts, _given);
        _given = verdicts;
        try
        {
            if (_writes && isNew)
            {
                Write(verdicts);
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"Not written yet, and tried again at the next verdict: {Excerpt.Of(error.Message, 200)}";
        }
    }

    /// <summary>Tells, once all is done, of what could not be written, which is the target of the error.</summary>
    internal void Finish()
    {
        if (!_writes || ReferenceEquals(_given, _written))
        {
            return;
        }

        try
        {
            Write(_given!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            cmdlet.WriteError(ErrorRecords.VerdictsNotWritten(error, _path, [.. InOrder(_given!)]));
        }
    }

    private void Write(IReadOnlyDictionary<VettedStar, Verdict> verdicts)
    {
        using var file = new ReplacedFile(_path, noClobber: false);
        try
        {
            VerdictFile.Write(file.Stream, InOrder(verdicts));
        }
        catch (IOException error)
        {
            throw file.Named(error);
        }

        file.Finish();
        _written = verdicts;
    }

    // As they were given.
    private static IEnumerable<Verdict> InOrder(IReadOnlyDictionary<VettedStar, Verdict> verdicts) =>
        verdicts.Values.OrderBy(verdict => verdict.Time).ThenBy(verdict => verdict.Psid)
            .ThenBy(verdict => verdict.TargetName, StringComparer.Ordinal);
}
