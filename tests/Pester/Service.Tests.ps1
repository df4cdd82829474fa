BeforeAll {
    . $PSScriptRoot/Session.ps1
    . $PSScriptRoot/Service.ps1
    $script:service = Open-Service
}

AfterAll {
    Close-Service $service
}

Describe 'Over HTTP' {
    BeforeEach {
        Connect-Zvar -Credential $service.Credential -Uri $service.Uri
    }

    It 'the sky is the demo sky''s, <Of>' -ForEach @(
        @{ Of = 'a cone'; Script = { Find-ZvarCone 0.836528 30.937197 -Radius 2arcmin } }
        @{ Of = 'objects'; Script = { Get-ZvarObject 126541217361397171, 145120008365555264 } }
        @{ Of = 'points'; Script = { Get-ZvarPhotometry 145120008365555264 } }
        @{ Of = 'fluxes'; Script = { Get-ZvarPhotometry 145120008365555264 -Format Flux } }
        @{ Of = 'matches with Gaia'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 5 } }
        @{ Of = 'matches with 2MASS'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog 2mass -Radius 5 } }
        @{ Of = 'matches from Gaia'; Script = { Invoke-ZvarXmatch -Id 2873447302730839936 -Catalog gaia -Radius 5 } }
        @{ Of = 'fields'; Script = { Get-ZvarField } }
    ) {
        $served = & $Script | ConvertTo-Json -Depth 4 -Compress
        Connect-Zvar -Demo
        $made = & $Script | ConvertTo-Json -Depth 4 -Compress
        $served | Should -BeExactly $made
        $served.Length | Should -BeGreaterThan 200
    }

    It 'the same giants are found' {
        function Find-Giant {
            Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40 |
                Invoke-ZvarXmatch -Catalog gaia -Radius 5 |
                Where-Object { $_.ParallaxOverError -gt 3 -and $_.BpRp -gt 1 -and $_.AbsoluteMagnitude -lt 3 }
        }

        $served = (Find-Giant).Psid
        Connect-Zvar -Demo
        $served | Should -Be (Find-Giant).Psid
        $served.Count | Should -BeGreaterOrEqual 2
    }

    It 'a wrong password ends the cmdlet and is not repeated' {
        $wrong = [pscredential]::new('observer', (ConvertTo-SecureString 'Falsch-77' -AsPlainText))
        Connect-Zvar -Credential $wrong -Uri $service.Uri
        $failure = { Get-ZvarObject $star -Verbose 4>&1 } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure | Format-List * -Force | Out-String | Should -Not -Match 'Falsch-77'
        $failure | ConvertTo-Json -Depth 3 -WarningAction Ignore | Should -Not -Match 'Falsch-77'
    }

    It 'a catalogue the service does not have is refused in the service''s own words' {
        Invoke-ZvarXmatch $star -Catalog no-such-catalogue -Radius 5 -ErrorAction SilentlyContinue `
            -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'RequestRejected,*'
        $failures[0].ErrorDetails.Message | Should -Match 'no-such-catalogue'
    }

    It 'a service that is gone fails after its retries, and names what did not come' {
        $gone = Open-Service
        Close-Service $gone
        Connect-Zvar -Credential $gone.Credential -Uri $gone.Uri -MaximumRetryCount 1 -RetryIntervalSec 0.01
        $said = Get-ZvarObject $star -Verbose -ErrorAction SilentlyContinue -ErrorVariable failures 4>&1
        $failures.FullyQualifiedErrorId | Should -BeLike 'RequestFailed,*'
        $failures[0].TargetObject | Should -Be $star
        "$said" | Should -Match 'again|retr'
    }

    It 'the environment connects without a word' {
        Disconnect-Zvar
        $names = 'ZVAR_USERNAME', 'ZVAR_PASSWORD', 'ZVAR_URI'
        $before = $names | ForEach-Object { [Environment]::GetEnvironmentVariable($_) }
        try {
            $env:ZVAR_USERNAME = $service.Credential.UserName
            $env:ZVAR_PASSWORD = $service.Credential.GetNetworkCredential().Password
            $env:ZVAR_URI = $service.Uri
            (Get-ZvarObject $star).Psid | Should -Be $star
            (Get-ZvarConnection).Uri | Should -Be $service.Uri
        }
        finally {
            0..2 | ForEach-Object { [Environment]::SetEnvironmentVariable($names[$_], $before[$_]) }
        }
    }

    It 'one connection serves many runspaces' {
        $connection = Get-ZvarConnection
        $manifest = "$repository/ZvarPS.psd1"
        $stars = Find-ZvarCone 0.836528 30.937197 -Radius 1arcmin
        $points = $stars.Psid | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            Get-ZvarLightCurve $_ -Connection $using:connection
        }
        ($points.Psid | Sort-Object) | Should -Be ($stars.Psid | Sort-Object)
        $points.Points | Select-Object -Unique | Should -Be 1126
    }
}
