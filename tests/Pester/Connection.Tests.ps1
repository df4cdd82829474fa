BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'A connection' {
    AfterEach {
        Connect-Zvar -Demo
    }

    It 'is quiet unless asked for' {
        Connect-Zvar -Demo | Should -BeNullOrEmpty
        (Connect-Zvar -Demo -PassThru).Synthetic | Should -BeTrue
        (Get-ZvarConnection).Kind | Should -Be 'Demo'
    }

    It 'ends' {
        Disconnect-Zvar
        Get-ZvarConnection | Should -BeNullOrEmpty
    }

    It 'is asked for where there is none' {
        Disconnect-Zvar
        $user, $env:ZVAR_USERNAME = $env:ZVAR_USERNAME, $null
        try {
            $failure = { Get-ZvarObject $star } | Should -Throw -PassThru
        }
        finally {
            $env:ZVAR_USERNAME = $user
        }

        $failure.FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.Exception.Message | Should -Match 'Connect-Zvar -Demo'
    }

    It 'shows no secret, whichever way it is looked at' {
        $secret = [securestring]::new()
        'Geheim-42'.ToCharArray().ForEach{ $secret.AppendChar($_) }
        Connect-Zvar -Credential ([pscredential]::new('observer', $secret)) -Uri http://127.0.0.1:9/api
        $connection = Get-ZvarConnection
        $connection.UserName | Should -Be 'observer'
        $views = @(
            $connection | Format-List * | Out-String
            $connection | Format-List * -Force | Out-String
            $connection | Format-Custom -Depth 6 | Out-String
            $connection | ConvertTo-Json -Depth 6
            $connection | ConvertTo-Csv
            [System.Management.Automation.PSSerializer]::Serialize($connection, 6)
            $connection.psobject.Members | Out-String
            "$connection"
        ) -join "`n"
        $views | Should -Match 'observer'
        $views | Should -Not -Match 'Geheim-42'
    }

    It 'refuses plain http to another machine before a byte is sent' {
        $credential = [pscredential]::new('observer', (ConvertTo-SecureString 'x' -AsPlainText))
        Connect-Zvar -Credential $credential -Uri http://zvar.example/api
        $failure = { Get-ZvarObject $star } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'UnencryptedAuthentication,*'
    }

    It 'takes <_> for no address' -ForEach 'nowhere', 'ftp://127.0.0.1/api', 'http://user:word@127.0.0.1/api' {
        $credential = [pscredential]::new('observer', (ConvertTo-SecureString 'x' -AsPlainText))
        $failure = { Connect-Zvar -Credential $credential -Uri $_ } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidConnection,*'
    }

    It 'is each runspace''s own, and given to another by -Connection' {
        $connection = Connect-Zvar -Demo -PassThru
        $manifest = "$repository/ZvarPS.psd1"
        $psids = 145120008365555264, 126541217361397171, 145120008391532618
        $found = $psids | ForEach-Object -ThrottleLimit 3 -Parallel {
            Import-Module $using:manifest
            [pscustomobject]@{
                Own = Get-ZvarConnection
                Points = @(Get-ZvarPhotometry $_ -Connection $using:connection).Count
            }
        }
        $found.Count | Should -Be 3
        $found.Own | Should -BeNullOrEmpty
        $found.Points | Sort-Object | Should -Be 947, 1126, 1126
    }
}
