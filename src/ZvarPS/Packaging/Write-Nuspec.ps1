<#
.SYNOPSIS
Writes what the PowerShell Gallery wants to know of the module, from its manifest.
.PARAMETER Manifest
The ZvarPS.psd1 that is packed.
.PARAMETER Path
The .nuspec to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Manifest,

    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'
$module = Import-PowerShellDataFile $Manifest
$about = $module.PrivateData.PSData
$commands = $module.CmdletsToExport.ForEach{ "PSCommand_$_" }
$text = [ordered]@{
    id = 'ZvarPS'
    version = $module.ModuleVersion
    authors = $module.Author
    copyright = $module.Copyright
    description = $module.Description
    readme = 'README.md'
    releaseNotes = $about.ReleaseNotes
    tags = @('PSModule') + $about.Tags + 'PSIncludes_Cmdlet' + $commands -join ' '
}
$elements = $text.GetEnumerator().ForEach{ "    <$($_.Key)>$([Security.SecurityElement]::Escape($_.Value))</$($_.Key)>" }
@(
    '<?xml version="1.0" encoding="utf-8"?>'
    '<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">'
    '  <metadata>'
    $elements
    '    <license type="expression">MIT</license>'
    '    <requireLicenseAcceptance>false</requireLicenseAcceptance>'
    '  </metadata>'
    '  <files>'
    '    <file src="**/*" target="" />'
    '  </files>'
    '</package>'
) | Set-Content $Path
