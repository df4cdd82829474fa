namespace Zvar.Server;

/// <summary>What is wrong with one part of a request.</summary>
/// <param name="Location">
/// The way to the part: <c>body</c> or <c>path</c>, then names of fields (string) and places in lists (int, from 0).
/// </param>
/// <param name="Message">What would be right.</param>
/// <param name="Type">The kind of the problem in a word, as in <c>missing</c> or <c>too_long</c>.</param>
public sealed record ValidationError(IReadOnlyList<object> Location, string Message, string Type);
