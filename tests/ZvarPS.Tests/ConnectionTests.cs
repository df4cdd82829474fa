using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

[Collection(nameof(EnvironmentAlone))]
public sealed class ConnectionTests : IDisposable
{
    public void Dispose() => ServiceVariables.Unset();

    [Fact]
    public void Without_any_connection_a_question_ends_with_what_to_do()
    {
        using var shell = new Shell();
        Output output = shell.Run("145120008365555264, 126541217361397171 | Get-ZvarObject");
        Assert.Equal("NotConnected", output.ErrorId);
        Assert.Contains("Connect-Zvar", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-Demo", output.Error.ToString(), StringComparison.Ordinal);
        Output stopped = shell.Run("try { Get-ZvarObject 145120008365555264; 'went on' } catch { 'caught' }");
        Assert.Equal("caught", stopped.Single.ToString());
    }

    [Fact]
    public void A_connection_that_was_kept_becomes_the_sessions_again()
    {
        using var shell = new Shell();
        Assert.Equal(
            [false, true],
            shell.Run(
                """
                $kept = Connect-Zvar -Demo -PassThru
                Disconnect-Zvar
                $null -ne (Get-ZvarConnection)
                $kept | Connect-Zvar
                [object]::ReferenceEquals($kept, (Get-ZvarConnection))
                """)
                .Succeed().Select(one => (bool)one.BaseObject));
    }

    [Fact]
    public void The_demo_sky_says_that_it_is_synthetic()
    {
        using var shell = new Shell();
        Output output = shell.Run("Connect-Zvar -Demo -PassThru");
        Assert.Equal("Demo", output.Single.Properties["Kind"].Value.ToString());
        Assert.Equal(true, output.Single.Properties["Synthetic"].Value);
        Assert.Contains("synthetic", output.Single.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Disconnecting_ends_the_connection()
    {
        using Shell shell = Shell.OnDemoSky();
        Assert.Empty(shell.Run("Disconnect-Zvar; Get-ZvarConnection").Succeed());
        Assert.Equal("NotConnected", shell.Run("Get-ZvarObject 145120008365555264").ErrorId);
    }

    [Fact]
    public void Each_runspace_has_its_own_connection()
    {
        using Shell connected = Shell.OnDemoSky();
        using var other = new Shell();
        Assert.Empty(other.Run("Get-ZvarConnection").Succeed());
        Assert.Single(connected.Run("Get-ZvarConnection").Succeed());
    }

    [Fact]
    public void A_given_connection_overrides_the_session()
    {
        using var shell = new Shell();
        Assert.Single(shell.Run(
            """
            $demo = Connect-Zvar -Demo -PassThru
            Disconnect-Zvar
            Get-ZvarObject 145120008365555264 -Connection $demo
            """).Succeed());
    }

    [Fact]
    public void The_environment_connects()
    {
        Environment.SetEnvironmentVariable("ZVAR_USERNAME", "observer");
        Environment.SetEnvironmentVariable("ZVAR_PASSWORD", "hidden-word");
        Environment.SetEnvironmentVariable("ZVAR_URI", "http://127.0.0.1:9/api");
        using var shell = new Shell();
        Output output = shell.Run("Connect-Zvar -PassThru");
        Assert.Equal("observer", output.Single.Properties["UserName"].Value);
        Assert.Equal(new Uri("http://127.0.0.1:9/api"), output.Single.Properties["Uri"].Value);
        Assert.DoesNotContain(
            output.Single.Properties,
            property => $"{property.Value}".Contains("hidden-word", StringComparison.Ordinal));
    }

    // Of the service nothing is asked that the archive holds.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_environment_names_an_archive(bool namesService)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("zvar").FullName, "a b.zvar");
        using (Shell sky = Shell.OnDemoSky())
        {
            sky.Run("145120008365555264 | Save-ZvarArchive $path", ("path", path)).Succeed();
        }

        Environment.SetEnvironmentVariable("ZVAR_ARCHIVE", path);
        if (namesService)
        {
            Environment.SetEnvironmentVariable("ZVAR_USERNAME", "observer");
            Environment.SetEnvironmentVariable("ZVAR_PASSWORD", "hidden-word");
            Environment.SetEnvironmentVariable("ZVAR_URI", "http://127.0.0.1:9/api");
        }

        using var shell = new Shell();
        Assert.Single(shell.Run("Get-ZvarObject 145120008365555264").Succeed());
        PSObject connection = shell.Run("Get-ZvarConnection").Single;
        Assert.Equal(path, connection.Properties["Archive"].Value);
        Assert.Equal(namesService ? "observer" : null, connection.Properties["UserName"].Value);
        shell.Run("Disconnect-Zvar").Succeed();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void An_archive_that_the_environment_names_has_to_be_there()
    {
        Environment.SetEnvironmentVariable("ZVAR_ARCHIVE", "/no/such/archive.zvar");
        using var shell = new Shell();
        Output output = shell.Run("Get-ZvarObject 145120008365555264");
        Assert.Equal("ArchiveNotFound", output.ErrorId);
    }

    [Theory]
    [InlineData("ZVAR_USERNAME", "ZVAR_PASSWORD")]
    [InlineData("ZVAR_PASSWORD", "ZVAR_USERNAME")]
    public void Half_an_environment_is_told_which_half_is_missing(string set, string missing)
    {
        Environment.SetEnvironmentVariable(set, "a word");
        using var shell = new Shell();
        Output output = shell.Run("Get-ZvarObject 145120008365555264");
        Assert.Equal("NotConnected", output.ErrorId);
        Assert.Contains($"{missing} is not set", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environments_password_is_not_given_to_another_address()
    {
        Environment.SetEnvironmentVariable("ZVAR_USERNAME", "observer");
        Environment.SetEnvironmentVariable("ZVAR_PASSWORD", "hidden-word");
        using var shell = new Shell();
        Assert.Equal("CredentialRequired", shell.Run("Connect-Zvar -Uri https://elsewhere.example/api").ErrorId);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://zvar.example")]
    [InlineData("https://user:word@zvar.example")]
    public void An_address_that_is_none_is_refused(string uri)
    {
        using var shell = new Shell();
        Output output = shell.Run("Connect-Zvar -Uri $uri", ("uri", uri));
        Assert.Equal("InvalidConnection", output.ErrorId);
    }

    [Fact]
    public void A_user_name_with_a_colon_is_refused()
    {
        using var shell = new Shell();
        Output output = shell.Run(
            """
            $credential = [pscredential]::new('a:b', [securestring]::new())
            Connect-Zvar -Credential $credential -Uri https://zvar.example/api
            """);
        Assert.Equal("InvalidConnection", output.ErrorId);
        Assert.Contains("colon", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_credential_is_none()
    {
        using var shell = new Shell();
        Output output = shell.Run("Connect-Zvar -Credential ([pscredential]::Empty) -Uri https://zvar.example/api");
        Assert.Equal("CredentialRequired", output.ErrorId);
    }

    [Fact]
    public void Plain_http_to_another_machine_is_refused_before_a_byte_is_sent()
    {
        Environment.SetEnvironmentVariable("ZVAR_USERNAME", "observer");
        Environment.SetEnvironmentVariable("ZVAR_PASSWORD", "hidden-word");
        Environment.SetEnvironmentVariable("ZVAR_URI", "http://zvar.example/api");
        using var shell = new Shell();
        Output output = shell.Run("Get-ZvarObject 145120008365555264");
        Assert.Equal("UnencryptedAuthentication", output.ErrorId);
        Assert.DoesNotContain("hidden-word", output.Error.ToString(), StringComparison.Ordinal);
    }
}
