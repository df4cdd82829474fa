#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, documents and packages ZvarPS.
.DESCRIPTION
    Build   compiles everything and fills bin/, so that Import-Module ./ZvarPS.psd1 works from the clone.
    Test    runs the .NET tests, then the Pester suite in this pwsh, which takes the package there is along.
    Docs    makes the help file of the pages in docs/cmdlets, and in them what is made: the syntax and the facts.
    Package builds Release anew and puts the module in artifacts/package, as a folder and as a nupkg for the PowerShell
            Gallery.
.PARAMETER Task
    What to do, in this order. Default: Build.
.PARAMETER Configuration
    What Build, Test and Docs compile. Default: Release. A package is Release always.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Package, Test
#>
[CmdletBinding()]
param(
    [string[]] $Task = @('Build'),

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

function Build([string] $As = $Configuration) {
    # What an earlier build staged and this one no longer does would stay.
    Remove-Item bin -Recurse -Force -ErrorAction Ignore
    dotnet build ZvarPS.sln --configuration $As
}

function Test {
    dotnet test --max-parallel-test-modules 1 --configuration $Configuration
    & (Get-Process -Id $PID).Path -NoProfile -File tests/Pester/Run.ps1
}

function Docs {
    dotnet run --project src/ZvarPS.Help --configuration $Configuration
}

function Package {
    Build -As Release
    $output = "$PSScriptRoot/artifacts/package"
    $folder = "$output/ZvarPS"
    Remove-Item $output -Recurse -Force -ErrorAction Ignore
    New-Item $folder/docs -ItemType Directory -Force | Out-Null
    Copy-Item ZvarPS.psd1, README.md, CHANGELOG.md, CONTRIBUTING.md, SECURITY.md, LICENSE, bin, en-US, examples $folder -Recurse
    Copy-Item docs/*.png, docs/*.md, docs/cmdlets $folder/docs -Recurse
    ./src/ZvarPS/Packaging/Write-Notices.ps1 -Path $folder/THIRD-PARTY-NOTICES.txt -Assets @(
        'artifacts/obj/ZvarPS/project.assets.json', 'artifacts/obj/Zvar.Plots/project.assets.json')

    $version = (Import-PowerShellDataFile ZvarPS.psd1).ModuleVersion
    ./src/ZvarPS/Packaging/Write-Sbom.ps1 -Version $version -Path $folder/sbom.cdx.json `
        -Assets artifacts/obj/Zvar.Plots/project.assets.json

    # The gallery shows these, where nobody sees the changelog.
    $section = "(?s)\n## $([regex]::Escape($version))\s+(?<notes>.*?)(?=\n## |$)"
    $notes = [regex]::Match((Get-Content CHANGELOG.md -Raw), $section).Groups['notes'].Value.Trim()
    $manifest = (Get-Content ZvarPS.psd1 -Raw).Replace("'See CHANGELOG.md.'", "'$($notes.Replace("'", "''"))'")
    Set-Content $folder/ZvarPS.psd1 $manifest -NoNewline

    # NuGet's advice is for libraries, and this is a module.
    $nuspec = "$PSScriptRoot/artifacts/ZvarPS.nuspec"
    ./src/ZvarPS/Packaging/Write-Nuspec.ps1 -Manifest $folder/ZvarPS.psd1 -Path $nuspec
    dotnet pack src/ZvarPS --no-build --configuration Release --output $output `
        "-p:NuspecFile=$nuspec" "-p:NuspecBasePath=$folder" -p:NoPackageAnalysis=true
    Get-Item $output/*.nupkg
}

# From another shell a list comes as one word.
foreach ($one in ($Task -split ',').Trim()) {
    if ($one -notin 'Build', 'Test', 'Docs', 'Package') {
        throw "There is no task '$one'. The tasks are Build, Test, Docs and Package."
    }

    & $one
}
