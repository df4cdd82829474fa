using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>The statements of a connection, each prepared once and run with other values.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">What they belong to; null for none.</param>
internal sealed class Statements(SqliteConnection connection, SqliteTransaction? transaction = null) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>Runs a question.</summary>
    /// <param name="question">SQL, whose values are $1, $2 and so on.</param>
    /// <param name="values">The values.</param>
    internal SqliteDataReader Read(string question, params ReadOnlySpan<object> values) =>
        Prepare(question, values).ExecuteReader();

    /// <summary>Runs a statement that answers nothing.</summary>
    /// <param name="statement">SQL, whose values are $1, $2 and so on.</param>
    /// <param name="values">The values.</param>
    /// <returns>How many rows it has changed.</returns>
    internal int Run(string statement, params ReadOnlySpan<object> values) =>
        Prepare(statement, values).ExecuteNonQuery();

    /// <summary>Whether a question has an answer.</summary>
    /// <param name="question">SQL, whose values are $1, $2 and so on.</param>
    /// <param name="values">The values.</param>
    internal bool Has(string question, params ReadOnlySpan<object> values)
    {
        using SqliteDataReader row = Read(question, values);
        return row.Read();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string statement, ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(statement, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            for (int i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter($"${i}", value: null));
            }

            _commands.Add(statement, command);
        }

        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }
}
