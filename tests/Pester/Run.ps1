<#
.SYNOPSIS
Runs the Pester tests of the built module in this pwsh. The exit code is the number of failures.

.PARAMETER OutputPath
Where the results go as JUnit XML. Default: nowhere.

.PARAMETER PesterVersion
The Pester to use. Default: the newest installed.

.PARAMETER Path
The test files or folders to run. Default: all of them.

.EXAMPLE
pwsh -NoProfile -File tests/Pester/Run.ps1 -OutputPath artifacts/pester.xml
#>
[CmdletBinding()]
param(
    [string] $OutputPath,

    [version] $PesterVersion,

    [string[]] $Path = $PSScriptRoot
)

$ErrorActionPreference = 'Stop'
$pester = Get-Module Pester -ListAvailable |
    Where-Object { $_.Version -ge '5.5' -and (-not $PesterVersion -or $_.Version -eq $PesterVersion) } |
    Sort-Object Version -Descending |
    Select-Object -First 1
if (-not $pester) {
    throw "There is no Pester $($PesterVersion ?? '5.5 or later') here. Install-PSResource Pester gets one."
}

Import-Module $pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.CIFormat = 'None'
if ($OutputPath) {
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'JUnitXml'
    $configuration.TestResult.OutputPath = $OutputPath
}

"Pester $($pester.Version) in PowerShell $($PSVersionTable.PSVersion)"
$result = Invoke-Pester -Configuration $configuration
exit [Math]::Min(255, $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount)
