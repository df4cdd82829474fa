namespace Zvar.Server;

/// <summary>What the server shows by https, as Kestrel reads it from its settings.</summary>
/// <param name="path">A file in PEM or PFX format.</param>
/// <param name="keyPath">The file of its private key in PEM format, where it is not in the first.</param>
/// <param name="password">The password of the private key, where it has one.</param>
public sealed class ServerCertificate(string path, string? keyPath = null, string? password = null)
{
    // The settings of Kestrel's section.
    internal IConfiguration ToConfiguration() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Certificates:Default:Path"] = path,
            ["Certificates:Default:KeyPath"] = keyPath,
            ["Certificates:Default:Password"] = password,
        })
        .Build();
}
