namespace Zvar.Http;

// An answer that is not the JSON promised. The message ends the sentence "it is not what the API promises: ..."; the
// answer's first line shows what it is instead.
internal sealed class UnreadableAnswer(string why, string firstLine, Exception innerException)
    : Exception(why, innerException)
{
    internal string FirstLine { get; } = firstLine;
}
