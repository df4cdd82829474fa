BeforeAll {
    # A module of somebody else, with older packages than ours, loaded as PowerShell loads any: in the default context.
    $script:foreign = Join-Path $TestDrive Foreign
    $null = New-Item $foreign -ItemType Directory
    @'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <OutDir>built/</OutDir>
    <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
    <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
    <SelfContained>false</SelfContained>
    <NuGetAudit>false</NuGetAudit>
    <WarningsAsErrors>NU1603</WarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PowerShellStandard.Library" Version="5.1.1" ExcludeAssets="runtime" />
    <PackageReference Include="Microsoft.Extensions.Http" Version="8.0.1" />
    <PackageReference Include="Polly.Core" Version="8.6.5" />
    <PackageReference Include="SkiaSharp" Version="2.88.9" />
    <PackageReference Include="SkiaSharp.NativeAssets.Linux.NoDependencies" Version="2.88.9" />
  </ItemGroup>
</Project>
'@ | Set-Content $foreign/Foreign.csproj
    @'
using System.Management.Automation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly;
using SkiaSharp;

[Cmdlet(VerbsCommon.Get, "Foreign")]
public sealed class GetForeignCommand : PSCmdlet
{
    protected override void ProcessRecord()
    {
        using ServiceProvider services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using HttpClient client = services.GetRequiredService<IHttpClientFactory>().CreateClient("foreign");
        using var bitmap = new SKBitmap(8, 8);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Red);
        WriteObject($"{client.Timeout.TotalSeconds} {bitmap.GetPixel(4, 4)}"
            + $" {new ResiliencePipelineBuilder().Build().Execute(() => "polly")}"
            + $" {typeof(ServiceCollection).Assembly.GetName().Version?.Major}"
            + $" {typeof(ILogger).Assembly.GetName().Version?.Major}"
            + $" {typeof(SKBitmap).Assembly.GetName().Version?.ToString(2)}");
    }
}
'@ | Set-Content $foreign/GetForeignCommand.cs

    # Nothing of this repository's settings reaches the temporary folder.
    $built = dotnet build $foreign --nologo -clp:ErrorsOnly 2>&1
    $LASTEXITCODE | Should -Be 0 -Because "the foreign module builds: $built"

    . $PSScriptRoot/Service.ps1
    $script:service = Open-Service
    $script:manifest = (Get-Item $PSScriptRoot/../../ZvarPS.psd1).FullName
}

AfterAll {
    Close-Service $service
}

Describe 'Beside a module with other versions of our packages' {
    It 'both work, imported and used in the order <First>, <Then>' -ForEach @(
        @{ First = 'Foreign'; Then = 'ZvarPS' }
        @{ First = 'ZvarPS'; Then = 'Foreign' }
    ) {
        $picture = Join-Path $TestDrive "$First.png"
        $steps = @{
            Foreign = "Import-Module '$foreign/built/Foreign.dll'; Get-Foreign"
            ZvarPS = @"
                Import-Module '$manifest'

                # Where nobody listens a request is tried again, which is what Polly is loaded for.
                Connect-Zvar ([pscredential]::new('nobody', (ConvertTo-SecureString x -AsPlainText -Force))) ``
                    -Uri http://127.0.0.1:9/api -MaximumRetryCount 1 -RetryIntervalSec 0
                Get-ZvarObject 1 -ErrorAction Ignore
                Disconnect-Zvar
                (Get-ZvarObject 145120008365555264).Psid
                Show-ZvarFold 145120008365555264 -Path '$picture' -PassThru | ForEach-Object Name
"@
        }
        $script = @"
            `$ErrorActionPreference = 'Stop'
            $($steps[$First])
            $($steps[$Then])
            $($steps[$First])
            [AppDomain]::CurrentDomain.GetAssemblies() |
                Where-Object { `$_.GetName().Name -in 'Polly.Core', 'SkiaSharp' } |
                ForEach-Object { (Get-Item `$_.Location).VersionInfo } |
                ForEach-Object { "`$(`$_.InternalName) `$(`$_.FileMajorPart).`$(`$_.FileMinorPart)" } |
                Sort-Object
"@
        $start = [Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        '-NoProfile', '-Command', $script | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.Environment['ZVAR_USERNAME'] = $service.Credential.UserName
        $start.Environment['ZVAR_PASSWORD'] = $service.Credential.GetNetworkCredential().Password
        $start.Environment['ZVAR_URI'] = $service.Uri
        $process = [Diagnostics.Process]::Start($start)
        $failure = $process.StandardError.ReadToEndAsync()
        $said = $process.StandardOutput.ReadToEnd() -split '\r?\n' | Where-Object { $_ }
        $process.WaitForExit()
        $failure.Result | Should -BeNullOrEmpty
        $process.ExitCode | Should -Be 0

        $ours = '145120008365555264', "$First.png"
        $theirs = '100 #ffff0000 polly 8 8 2.88'
        $loaded = 'Polly.Core.dll 8.6', 'Polly.Core.dll 8.9', 'SkiaSharp.dll 2.88', 'SkiaSharp.dll 3.119'
        $order = $First -eq 'ZvarPS' ? @($ours; $theirs; $ours) : @($theirs; $ours; $theirs)
        $said | Should -Be @($order; $loaded)
        (Get-Item $picture).Length | Should -BeGreaterThan 10000
    }
}
