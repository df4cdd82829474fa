<#
.SYNOPSIS
Writes the notices of the packages whose files are in bin/private: who made them and under which licence.
.DESCRIPTION
The licences are those that lie in the packages, as NuGet has unpacked them, a text that several have in common once.
Many have the MIT licence and do not bring its text along: it is ours too, and stands at the beginning.
.PARAMETER Assets
The project.assets.json of a build.
.PARAMETER Path
The file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $Assets,

    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'

# The packages of which a file is shipped, and Plotly, whose script is inside Zvar.Plots.
function Get-ShippedPackage([string] $File) {
    $restored = Get-Content $File -Raw | ConvertFrom-Json -AsHashtable
    $folder = @($restored.packageFolders.Keys)[0]
    foreach ($name in $restored.libraries.Keys) {
        $target = @($restored.targets.Values)[0][$name]
        $files = @($target.runtime.Keys) + @($target.runtimeTargets.Keys) -notmatch '_\._$'
        if ($restored.libraries[$name].type -eq 'package' -and $files) {
            Join-Path $folder $restored.libraries[$name].path
        }
    }

    & $PSScriptRoot/Get-DownloadedPackage.ps1 $File
}

function Format-Notice([string] $Folder) {
    $about = ([xml](Get-Content (Get-Item "$Folder/*.nuspec") -Raw)).package.metadata
    '-' * 80
    "$($about.id) $($about.version)"
    "by $($about.authors)"
    "$($about.copyright)".Trim()
    "$($about.projectUrl)".Trim()
    # An older package says where its licence stands.
    "Licence: $($about.license ? $about.license.'#text' : $about.licenseUrl)"
    $texts = Get-ChildItem $Folder -Recurse -File -Include 'LICENSE*', 'THIRD-PARTY*', '*.license.txt'
    foreach ($text in $texts | Sort-Object Name) {
        $hash = (Get-FileHash $text).Hash
        ''
        if ($told.ContainsKey($hash)) {
            "[$($text.Name): as told with $($told[$hash])]"
        }
        else {
            $told[$hash] = $about.id
            "[$($text.Name)]"
            ''
            (Get-Content $text -Raw).Trim()
        }
    }
    ''
}

$told = @{}
$packages = $Assets | ForEach-Object { Get-ShippedPackage $_ } | Sort-Object -Unique
$licence = (Get-Content "$PSScriptRoot/../../../LICENSE" -Raw) -replace '(?s)^.*?(?=Permission is)'
@(
    'This module contains files of the packages below, under the licences that are told with each. Where it says MIT'
    'and nothing more, this is the licence:'
    ''
    $licence.Trim()
    ''
    foreach ($package in $packages) {
        Format-Notice $package
    }
) | Set-Content $Path
