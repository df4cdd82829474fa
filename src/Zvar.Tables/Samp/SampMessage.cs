namespace Zvar.Tables.Samp;

/// <summary>A message of one program to others.</summary>
/// <param name="MType">What kind it is, as in <c>table.load.votable</c>.</param>
/// <param name="Parameters">Its parameters: each a text, a list or a map, as <see cref="XmlRpc"/> has them.</param>
public sealed record SampMessage(string MType, IReadOnlyDictionary<string, object> Parameters)
{
    /// <summary>Makes one whose parameters are texts.</summary>
    public SampMessage(string mtype, params (string Name, string Value)[] parameters)
        : this(mtype, parameters.ToDictionary(one => one.Name, one => (object)one.Value))
    {
    }

    /// <summary>The text of a parameter; null where it has none.</summary>
    public string? Text(string name) => Parameters.GetValueOrDefault(name) as string;

    /// <summary>The texts of a list; empty where it has none.</summary>
    public IEnumerable<string> Texts(string name) =>
        Parameters.GetValueOrDefault(name) is IReadOnlyList<object> list ? list.OfType<string>() : [];

    internal Dictionary<string, object> ToMap() => new() { ["samp.mtype"] = MType, ["samp.params"] = Parameters };

    internal static SampMessage Of(object value) =>
        value is IReadOnlyDictionary<string, object> map && map.GetValueOrDefault("samp.mtype") is string mtype
            ? new SampMessage(
                mtype,
                map.GetValueOrDefault("samp.params") as IReadOnlyDictionary<string, object>
                    ?? new Dictionary<string, object>())
            : throw new FormatException("It is no message.");
}
