using Zvar;
using Zvar.Tables;

namespace ZvarPS;

/// <summary>Makes connections to a HATS catalogue.</summary>
internal static class HatsConnection
{
    /// <summary>Opens a catalogue.</summary>
    /// <param name="path">The whole path of its folder.</param>
    /// <exception cref="TableException">There is none, or it is damaged, or another's.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static ZvarConnection Open(string path)
    {
        var source = HatsSource.Open(path);
        return new ZvarConnection(ConnectionKind.Hats, uri: null, userName: null, source)
        {
            HatsPath = path,
            Synthetic = source.Synthetic,
        };
    }
}
