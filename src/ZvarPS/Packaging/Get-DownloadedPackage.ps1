<#
.SYNOPSIS
Gives the folders of the packages that a build downloads and does not reference, as Plotly's script inside Zvar.Plots.
.PARAMETER Assets
The project.assets.json of the build.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Assets
)

$ErrorActionPreference = 'Stop'
$restored = Get-Content $Assets -Raw | ConvertFrom-Json -AsHashtable
$folder = @($restored.packageFolders.Keys)[0]
foreach ($framework in $restored.project.frameworks.Values) {
    foreach ($download in @($framework.downloadDependencies) -ne $null) {
        $version = $download.version -replace '^\[([^,\]]+).*', '$1'
        Join-Path $folder "$($download.name)".ToLowerInvariant() -AdditionalChildPath $version
    }
}
