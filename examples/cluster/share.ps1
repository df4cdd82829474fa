<#
.SYNOPSIS
Searches the periods of one share of a HATS catalogue's stars.

.DESCRIPTION
What the tasks of a cluster run, each with another -Shard: see docs/cluster.md. Without one it does the whole catalogue.
Partitions that are done are left as they are, so that a share can be begun again at any time. Runs in pwsh, and through
ZvarPS.Host.

.PARAMETER Catalog
The catalogue's folder, as Export-ZvarCatalog wrote it.

.PARAMETER Destination
The folder of the catalogue of periods, the same for all shares.

.PARAMETER Shard
Which share, from 1.

.PARAMETER ShardCount
How many shares there are.

.EXAMPLE
./examples/cluster/share.ps1 zvar.hats periods.hats 3 100

.EXAMPLE
dotnet run --project src/ZvarPS.Host -- -File examples/cluster/share.ps1 zvar.hats periods.hats
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Catalog,

    [Parameter(Mandatory)]
    [string] $Destination,

    [int] $Shard = 1,

    [int] $ShardCount = 1
)

# A share that is done in part has failed: whoever started it is to know by the exit code.
$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../../ZvarPS.psd1"
}

Find-ZvarPeriod -HatsPath $Catalog -Destination $Destination -Shard $Shard -ShardCount $ShardCount
