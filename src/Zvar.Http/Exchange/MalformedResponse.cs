namespace Zvar.Http;

// A response that is not the JSON promised. The message ends the sentence "it is not what the API promises: ..."; the
// beginning of the body shows what it is instead. Both may repeat what the service was sent.
internal sealed class MalformedResponse(string reason, string bodyStart, Exception? innerException = null)
    : Exception(reason, innerException)
{
    // What lies beneath repeats what was read, and is left out.
    internal ZvarException ToException(string response, ForeignText foreign) => new(
        ZvarError.InvalidResponse,
        $"{response} is not what the ZVAR API promises: {foreign.FirstLine(Message)}.")
    {
        Details = foreign.FirstLine(bodyStart),
    };
}
