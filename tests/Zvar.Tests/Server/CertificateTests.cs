using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zvar.Tests.Server;

public sealed class CertificateTests : IDisposable
{
    private const string Anywhere = "https://127.0.0.1:0";
    private const string KeyPassword = "the key's";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly X509Certificate2 _certificate = MakeCertificate();

    [Fact]
    public async Task A_certificate_and_its_key_in_pem_files_are_shown_by_https()
    {
        using RSA key = _certificate.GetRSAPrivateKey()!;
        await AssertShownAsync(
            keyPassword: null,
            "--certificate", Write("server.pem", _certificate.ExportCertificatePem()),
            "--certificate-key", Write("server.key", key.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public async Task A_key_with_a_password_is_read_with_that_of_the_environment()
    {
        using RSA key = _certificate.GetRSAPrivateKey()!;
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        await AssertShownAsync(
            KeyPassword,
            "--certificate", Write("server.pem", _certificate.ExportCertificatePem()),
            "--certificate-key", Write("server.key", key.ExportEncryptedPkcs8PrivateKeyPem(KeyPassword, encryption)));
    }

    [Fact]
    public async Task A_pfx_file_with_a_password_is_shown_by_https()
    {
        string path = Path.Combine(_folder.FullName, "server.pfx");
        await File.WriteAllBytesAsync(
            path, _certificate.Export(X509ContentType.Pfx, KeyPassword), TestContext.Current.CancellationToken);
        await AssertShownAsync(KeyPassword, "--certificate", path);
    }

    [Fact]
    public async Task A_file_that_is_no_certificate_is_told_in_one_line()
    {
        using var server = ServerProcess.Start(
            "user", "secret", "--demo", "--urls", Anywhere, "--certificate", Write("server.pem", "no certificate"));
        (int exitCode, string output, string errors) = await server.EndAsync();
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches($"^Cannot listen on {Anywhere}: [^\n]+\n$", errors);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task AssertShownAsync(string? keyPassword, params string[] arguments)
    {
        using var server = ServerProcess.Start(
            new Dictionary<string, string?>
            {
                ["ZVAR_USERNAME"] = "user",
                ["ZVAR_PASSWORD"] = "secret",
                ["ZVAR_CERTIFICATE_PASSWORD"] = keyPassword,
            },
            ["--demo", "--urls", Anywhere, .. arguments]);
        string? serving = await server.ReadLineAsync();
        Assert.StartsWith("Serving the demo sky (synthetic) at https://127.0.0.1:", serving, StringComparison.Ordinal);
        string? shown = null;
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
            {
                shown = certificate?.Thumbprint;
                return true;
            },
        };
        using var client = new HttpClient(handler);
        using HttpResponseMessage response = await client.GetAsync(
            $"{serving!.Split(' ')[^1]}/processing_logs", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(_certificate.Thumbprint, shown);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
