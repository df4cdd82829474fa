using System.Management.Automation;

namespace ZvarPS;

/// <summary>A table that went to other programs, and the objects that its rows were.</summary>
/// <param name="Id">What the other programs call it.</param>
/// <param name="Url">The file they read it from.</param>
/// <param name="Rows">The objects, a row each.</param>
internal sealed record SentTable(string Id, string Url, IReadOnlyList<PSObject> Rows);
