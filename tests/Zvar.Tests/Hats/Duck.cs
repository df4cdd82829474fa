using DuckDB.NET.Data;

namespace Zvar.Tests.Hats;

/// <summary>Questions to DuckDB.</summary>
internal static class Duck
{
    // One database stays open: to make one takes longer than most questions.
    private static readonly DuckDBConnection Kept = Open();

    internal static T[] Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using DuckDBConnection connection = Kept.Duplicate();
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader rows = command.ExecuteReader();
        List<T> all = [];
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return [.. all];
    }

    internal static void Run(string sql) => Query(sql, _ => 0);

    /// <summary>Files in a question, with no columns but their own.</summary>
    internal static string Files(params IEnumerable<string> paths) =>
        $"read_parquet([{string.Join(", ", paths.Select(Quoted))}], hive_partitioning = false)";

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    internal static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
