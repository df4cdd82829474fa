namespace Zvar.Archive;

/// <summary>That bytes are not what was written: the file has been damaged.</summary>
internal sealed class DamagedException : Exception
{
    internal DamagedException()
        : base("The bytes are not what was written.")
    {
    }
}
