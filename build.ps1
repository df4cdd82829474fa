#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests and packages ZvarPS.
.DESCRIPTION
    Build   compiles everything and fills bin/, so that Import-Module ./ZvarPS.psd1 works from the clone.
    Test    runs the .NET tests, then the Pester suite in this pwsh.
    Package puts the module in artifacts/package, as a folder and as a nupkg for the PowerShell Gallery, and imports it
            from there in a fresh pwsh.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Test, Package -Configuration Release
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package')]
    [string[]] $Task = @('Build'),

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

function Build {
    # What an earlier build staged and this one no longer does would stay.
    Remove-Item bin -Recurse -Force -ErrorAction Ignore
    dotnet build ZvarPS.sln --configuration $Configuration
}

function Test {
    dotnet test --configuration $Configuration
    & (Get-Process -Id $PID).Path -NoProfile -File tests/Pester/Run.ps1
}

function Package {
    $folder = 'artifacts/package/ZvarPS'
    Remove-Item artifacts/package -Recurse -Force -ErrorAction Ignore
    New-Item $folder -ItemType Directory -Force | Out-Null
    Copy-Item ZvarPS.psd1, README.md, CHANGELOG.md, LICENSE, bin, examples $folder -Recurse
    if (Test-Path en-US) {
        Copy-Item en-US $folder -Recurse
    }

    # NuGet's advice is for libraries, and this is a module.
    $version = (Import-PowerShellDataFile ZvarPS.psd1).ModuleVersion
    dotnet pack src/ZvarPS --no-build --configuration $Configuration --output artifacts/package `
        "-p:NuspecFile=$PSScriptRoot/src/ZvarPS/ZvarPS.nuspec" "-p:NuspecBasePath=$PSScriptRoot/$folder" `
        "-p:NuspecProperties=version=$version" -p:NoPackageAnalysis=true
    & (Get-Process -Id $PID).Path -NoProfile -Command @"
        `$ErrorActionPreference = 'Stop'
        Import-Module ./$folder/ZvarPS.psd1
        Connect-Zvar -Demo
        Show-ZvarFold 145120008365555264 -Path artifacts/package/fold.png
"@
    Get-Item artifacts/package/*.nupkg
}

foreach ($one in $Task) {
    & $one
}
