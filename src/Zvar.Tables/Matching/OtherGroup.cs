namespace Zvar.Tables;

// A group of rows of a file of another catalogue.
internal readonly record struct OtherGroup(string Path, int Number);
