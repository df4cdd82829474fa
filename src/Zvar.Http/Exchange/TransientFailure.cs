namespace Zvar.Http;

// What may go better next time: no connection, an answer cut short, a silence. The message ends the sentence "the
// request failed because ...".
internal sealed class TransientFailure(string reason, Exception? innerException = null)
    : Exception(reason, innerException);
