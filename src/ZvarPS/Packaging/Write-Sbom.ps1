<#
.SYNOPSIS
Writes the software bill of materials of the module, in CycloneDX JSON.
.DESCRIPTION
CycloneDX's own tool finds the packages of a build. What is downloaded and not referenced, as Plotly's script inside
Zvar.Plots, it does not see: that is added.
.PARAMETER Version
The version of the module.
.PARAMETER Assets
The project.assets.json that say what was downloaded.
.PARAMETER Path
The file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Version,

    [Parameter(Mandatory)]
    [string[]] $Assets,

    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
dotnet tool restore
dotnet dotnet-CycloneDX src/ZvarPS/ZvarPS.csproj --recursive --disable-package-restore --output-format Json `
    --output (Split-Path $Path) --filename (Split-Path $Path -Leaf) --set-name ZvarPS --set-version $Version `
    --set-type Library

$bill = Get-Content $Path -Raw | ConvertFrom-Json -AsHashtable
foreach ($file in $Assets) {
    foreach ($package in & $PSScriptRoot/Get-DownloadedPackage.ps1 $file) {
        $about = ([xml](Get-Content (Get-Item "$package/*.nuspec") -Raw)).package.metadata
        $url = "pkg:nuget/$($about.id)@$($about.version)"
        $bill.components += [ordered]@{
            type      = 'library'
            'bom-ref' = $url
            authors   = @(@{ name = $about.authors })
            name      = $about.id
            version   = $about.version
            scope     = 'required'
            licenses  = @(@{ license = $about.license ? @{ id = $about.license.'#text' } : @{ name = $about.licenseUrl } })
            purl      = $url
        }
    }
}

Set-Content $Path ($bill | ConvertTo-Json -Depth 20)
