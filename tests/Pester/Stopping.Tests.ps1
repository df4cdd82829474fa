BeforeAll {
    . $PSScriptRoot/Session.ps1

    $script:credential = [pscredential]::new('observer', (ConvertTo-SecureString 'x' -AsPlainText))
}

Describe 'A pipeline' {
    It 'ends when enough has been taken, though its input never does: <_>' -ForEach @(
        'Get-ZvarPhotometry', 'Get-ZvarLightCurve', 'Get-ZvarObject', 'Invoke-ZvarXmatch -Catalog gaia -Radius 5'
    ) {
        $endless = [scriptblock]::Create("& { for (;;) { $star } } | $_ | Select-Object -First 3")
        (& $endless).Psid | Should -Be $star, $star, $star
    }

    It 'of cones ends when enough has been taken' {
        $taken = & { for (;;) { '0.836528 30.937197' } } | Find-ZvarCone -Radius 2 | Select-Object -First 2
        $taken.Psid | Should -Be $star, $star
    }

    It 'lets go of the socket when it is stopped in <_>' -ForEach @(
        'Get-ZvarObject 145120008365555264'
        'Find-ZvarCone 10 20 -Radius 1deg | Get-ZvarPhotometry'
        'Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 5'
        'Get-ZvarProcessingLog'
        'Show-ZvarFold 145120008365555264'
    ) {
        # A service that takes connections and never answers. Each pipeline has its own: whoever is stopped while it
        # connects leaves a connection behind on which nobody speaks.
        $silence = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $silence.Start()
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($Manifest, [pscredential] $Credential, $Uri, $Command)
                    Import-Module $Manifest
                    Connect-Zvar -Credential $Credential -Uri $Uri -OperationTimeoutSeconds 86400
                    & ([scriptblock]::Create($Command))
                })
            $uri = "http://127.0.0.1:$($silence.LocalEndpoint.Port)/api"
            "$repository/ZvarPS.psd1", $credential, $uri, $_ | ForEach-Object { $null = $shell.AddArgument($_) }
            $running = $shell.BeginInvoke()
            $socket = $silence.AcceptSocket()
            $heard = [byte[]]::new(65536)
            $socket.Receive($heard) | Should -BeGreaterThan 0

            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $running.IsCompleted | Should -BeTrue
            $shell.Streams.Error | Should -BeNullOrEmpty

            # What is left to read of a socket that was let go of is nothing, or that it was reset.
            $code = [Net.Sockets.SocketError]::Success
            while ($socket.Receive($heard, 0, $heard.Length, 'None', [ref] $code) -gt 0) { }
            $code | Should -BeIn 'Success', 'ConnectionReset'
            $socket.Dispose()
        }
        finally {
            $shell.Dispose()
            $silence.Stop()
        }
    }
}
