# The server program on a loopback port of its own, serving the demo sky to one user.

function Open-Service {
    $program = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/Zvar.Server/*/Zvar.Server.dll" |
        Sort-Object LastWriteTime -Descending |
        Select-Object -First 1
    if (-not $program) {
        throw 'Zvar.Server is not built: run dotnet build src/Zvar.Server first.'
    }

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    foreach ($argument in $program.FullName, '--demo', '--urls', 'http://127.0.0.1:0') {
        $start.ArgumentList.Add($argument)
    }

    $secret = [securestring]::new()
    foreach ($character in 'loopback only'.ToCharArray()) {
        $secret.AppendChar($character)
    }

    $credential = [pscredential]::new('observer', $secret)
    $start.Environment['ZVAR_USERNAME'] = $credential.UserName
    $start.Environment['ZVAR_PASSWORD'] = $credential.GetNetworkCredential().Password
    $process = [Diagnostics.Process]::Start($start)
    while ($null -ne ($line = $process.StandardOutput.ReadLine())) {
        if ($line -match 'http://127\.0\.0\.1:\d+') {
            return [pscustomobject]@{ Uri = "$($Matches[0])/api"; Credential = $credential; Process = $process }
        }
    }

    throw 'Zvar.Server ended before it said where it listens.'
}

function Close-Service($Service) {
    if ($Service -and -not $Service.Process.HasExited) {
        $Service.Process.Kill()
        $Service.Process.WaitForExit()
    }
}
