# Runs a pipeline, stops it when the connection to the signal port is closed, and says as JSON how long
# stopping took and how much it worked in the two seconds after.
param([string] $Module, [string] $Pipeline, [int] $SignalPort)

$ErrorActionPreference = 'Stop'
$shell = [powershell]::Create()
$null = $shell.AddScript("Import-Module '$Module'").Invoke()
$shell.Commands.Clear()
$null = $shell.AddScript($Pipeline)
$null = $shell.BeginInvoke()
$signal = [System.Net.Sockets.TcpClient]::new('127.0.0.1', $SignalPort)
$null = $signal.GetStream().ReadByte()
if ($shell.InvocationStateInfo.State -ne 'Running') {
    throw "The pipeline did not wait to be stopped: $($shell.InvocationStateInfo.State) $($shell.Streams.Error)"
}

$watch = [System.Diagnostics.Stopwatch]::StartNew()
$shell.Stop()
$wall = $watch.Elapsed.TotalSeconds

# What is still at work now has no business to be.
$process = [System.Diagnostics.Process]::GetCurrentProcess()
$before = $process.TotalProcessorTime
Start-Sleep 2
$process.Refresh()
ConvertTo-Json -Compress -InputObject @{
    Wall      = $wall
    Processor = ($process.TotalProcessorTime - $before).TotalSeconds
}
