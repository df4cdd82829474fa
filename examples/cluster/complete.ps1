<#
.SYNOPSIS
Completes a catalogue whose shares are all done.

.DESCRIPTION
What a cluster runs when the last share is done: see docs/cluster.md. It fails while partitions are missing, and names
them.

.PARAMETER Destination
The folder that the shares wrote.

.EXAMPLE
./examples/cluster/complete.ps1 periods.hats
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../../ZvarPS.psd1"
}

Complete-ZvarCatalog $Destination
