using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zvar.Archive;

/// <summary>
/// An archive's file: opens it, tells whether it is one, and hands out connections to it. To read, nothing is
/// written, not even beside it; while it is written SQLite keeps a log beside it, and readers go on.
/// </summary>
internal sealed class ArchiveFile : IDisposable
{
    private const int BusySeconds = 30;

    // SQLite's own numbers of what went wrong.
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int CannotWrite = 778;
    private const int CannotGrowLog = 4874;

    // Bytes. With larger pages light curves are read faster, and leave more room unused.
    private const int PageSize = 8192;

    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ClosingPause = TimeSpan.FromMilliseconds(20);

    private readonly string _connectionString;
    private readonly bool _isWritable;
    private readonly SqliteConnection? _kept;

    // Tables that the file is too old to have.
    private string? _supplement;

    private ArchiveFile(string path, bool writable, bool log)
    {
        (Path, _isWritable) = (path, writable);
        _connectionString = ConnectionString(
            path, writable ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly);
        try
        {
            using SqliteConnection connection = Connect();
            if (writable)
            {
                // Of a file that is made now; one that is there keeps its own.
                Execute(connection, $"PRAGMA page_size = {PageSize}");
            }

            Check(connection, writable);
            if (writable && log)
            {
                // While one connection is open the log stays, and is not made anew with each question.
                _kept = Connect();
                Execute(_kept, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            }
        }
        catch (SqliteException error)
        {
            _kept?.Dispose();
            throw Explain(error, path);
        }
    }

    /// <summary>The whole path of the file.</summary>
    internal string Path { get; }

    /// <summary>
    /// Opens a file to read. Only where a program that wrote it was ended amid a batch it is written to: what there is
    /// of the batch goes.
    /// </summary>
    /// <exception cref="ArchiveException">There is none, or it is no archive, or cannot be read.</exception>
    internal static ArchiveFile OpenRead(string path)
    {
        try
        {
            return new ArchiveFile(RequireExisting(path), writable: false, log: false);
        }
        catch (ArchiveException error) when (
            error.InnerException is SqliteException { SqliteErrorCode: ReadOnly or CannotOpen })
        {
            EndBatch(path);
            return new ArchiveFile(path, writable: false, log: false);
        }
    }

    /// <summary>Opens a file to write that is there.</summary>
    /// <exception cref="ArchiveException">There is none, or it cannot be written, or is no archive.</exception>
    internal static ArchiveFile OpenExisting(string path) =>
        new(RequireExisting(path), writable: true, log: false);

    /// <summary>Opens a file to write, or makes it.</summary>
    /// <exception cref="ArchiveException">It cannot be written, or is no archive.</exception>
    internal static ArchiveFile OpenWrite(string path, bool log) => new(path, writable: true, log);

    /// <summary>A connection for one question or one batch, to be disposed of.</summary>
    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        if (_supplement is not null)
        {
            Execute(connection, _supplement);
        }

        return connection;
    }

    /// <summary>What an error of SQLite means.</summary>
    internal static ArchiveException Explain(SqliteException error, string path) => CodeOf(error) switch
    {
        NotADatabase => new(ArchiveError.NotAnArchive, $"'{path}' is not an archive of ZvarPS.", error),
        Corrupt => new(
            ArchiveError.ArchiveDamaged,
            $"'{path}' is damaged: Test-ZvarArchive tells what, and the rest can be saved into another.",
            error),
        Full => new(
            ArchiveError.ArchiveNotWritable, $"There is no room left for '{path}'. What it says it holds is safe.", error),
        ReadOnly or CannotOpen => new(ArchiveError.ArchiveNotWritable, $"'{path}' cannot be written.", error),
        Busy => new(
            ArchiveError.ArchiveNotWritable, $"Another program has been writing '{path}' for {BusySeconds} s.", error),
        _ => new(ArchiveError.ArchiveDamaged, $"'{path}' cannot be used: {error.Message}", error),
    };

    /// <summary>Closes it, and makes one file of it where nobody else has it open.</summary>
    public void Dispose()
    {
        _kept?.Dispose();
        if (!_isWritable)
        {
            ClearPool();
            return;
        }

        // Those of ours that were stopped amid a question are soon done with it; somebody else may read or write for
        // long, and the last of all ends the log.
        long began = TimeProvider.System.GetTimestamp();
        while (!TryEndLog() && TimeProvider.System.GetElapsedTime(began) < LongestClosing)
        {
            Thread.Sleep(ClosingPause);
        }
    }

    private void ClearPool()
    {
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    // With a connection for the moment alone: two who waited for each other with theirs open would both wait in vain.
    private bool TryEndLog()
    {
        ClearPool();
        if (!File.Exists(Path))
        {
            return true;
        }

        try
        {
            using var connection = new SqliteConnection(ConnectionString(Path, SqliteOpenMode.ReadWrite, pooling: false));
            connection.Open();
            return raw.sqlite3_exec(connection.Handle, "PRAGMA journal_mode = DELETE") == raw.SQLITE_OK;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static string RequireExisting(string path) => File.Exists(path)
        ? path
        : throw new ArchiveException(
            ArchiveError.ArchiveNotFound, $"There is no archive '{path}'. Save-ZvarArchive makes one.");

    // Where a quota is used up, or the log's index finds no room, SQLite calls it an error of the device.
    private static int CodeOf(SqliteException error) =>
        error.SqliteExtendedErrorCode is CannotWrite or CannotGrowLog ? Full : error.SqliteErrorCode;

    // SQLite does so by itself when it reads with leave to write.
    private static void EndBatch(string path)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false));
            connection.Open();
            Ask(connection, "PRAGMA user_version");
        }
        catch (SqliteException error)
        {
            throw new ArchiveException(
                ArchiveError.ArchiveNotReadable,
                File.Exists($"{path}-journal") || File.Exists($"{path}-wal")
                    ? $"The program that wrote '{path}' was ended amid a batch, and that cannot be undone where nothing may"
                    + " be written: copy it to where it may, with the files beside it that have its name in theirs."
                    : $"'{path}' cannot be read.",
                error);
        }
    }

    // In one transaction: another program may be making the same archive.
    private void Check(SqliteConnection connection, bool writable)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: !writable);
        long id = Ask(connection, "PRAGMA application_id");
        long version = Ask(connection, "PRAGMA user_version");
        bool isEmpty = Ask(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (id != Schema.ApplicationId && !(isEmpty && writable))
        {
            throw new ArchiveException(
                ArchiveError.NotAnArchive, $"'{connection.DataSource}' is not an archive of ZvarPS.");
        }

        if (version > Schema.Version)
        {
            throw new ArchiveException(
                ArchiveError.NewerArchive,
                $"'{connection.DataSource}' is of version {version}, and this ZvarPS reads up to {Schema.Version}:"
                + " update it.");
        }

        if (version < Schema.Version && writable)
        {
            Schema.Upgrade(connection, (int)version);
        }
        else if (version < Schema.Version)
        {
            _supplement = $"PRAGMA temp_store = MEMORY; {Schema.Supplement((int)version)}";
        }

        transaction.Commit();
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooling = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            DefaultTimeout = BusySeconds,
            Pooling = pooling,
        }.ToString();

    private static long Ask(SqliteConnection connection, string question)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string statements)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
