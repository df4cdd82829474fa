namespace Zvar.Http;

// An answer that is not the JSON promised. The message ends the sentence "it is not what the API promises: ..."; the
// answer's beginning shows what it is instead. Both may repeat what the service was sent.
internal sealed class MalformedResponse(string why, string head, Exception innerException)
    : Exception(why, innerException)
{
    internal string Head { get; } = head;
}
