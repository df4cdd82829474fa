using System.Globalization;

namespace Zvar.Benchmarks.Measuring;

/// <summary>A table in Markdown, its columns aligned: the first to the left, numbers to the right.</summary>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> _rows = [];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal void Print()
    {
        int[] widths = [.. header.Select((name, i) => _rows.Select(row => row[i].Length).Append(name.Length).Max())];
        PrintRow(header, widths);
        Console.WriteLine($"|{string.Join('|', widths.Select((width, i) => Rule(i, width)))}|");
        foreach (string[] row in _rows)
        {
            PrintRow(row, widths);
        }
    }

    internal static string Seconds(double seconds) => Number(seconds, "0.00", " s");

    internal static string Milliseconds(double seconds) =>
        Number(seconds * 1000, seconds < 0.01 ? "0.00" : "0", " ms");

    internal static string Megabytes(double megabytes) => Number(megabytes, "0", " MB");

    internal static string Rate(double megabytes, double seconds) => Number(megabytes / seconds, "0", " MB/s");

    internal static string Ratio(double ratio) => Number(ratio, ratio < 10 ? "0.00" : "0.0", "×");

    private static string Number(double value, string format, string unit) =>
        double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture) + unit;

    private static string Rule(int column, int width) =>
        column == 0 ? $":{new string('-', width + 1)}" : $"{new string('-', width + 1)}:";

    private static void PrintRow(string[] cells, int[] widths)
    {
        IEnumerable<string> aligned = cells.Select(
            (cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
        Console.WriteLine($"| {string.Join(" | ", aligned)} |");
    }
}
