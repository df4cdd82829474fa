namespace Zvar.Tables;

// A column of a table of ours that does not say what its columns hold, and which is another catalogue's: each cell is
// what it looks like, unless it is in quotes.
internal sealed record UntypedColumn(string Name) : Column(Name, ColumnType.Text, "");
