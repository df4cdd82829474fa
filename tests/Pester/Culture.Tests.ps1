BeforeAll {
    . $PSScriptRoot/Session.ps1
    $script:before = [cultureinfo]::CurrentCulture
}

AfterAll {
    [cultureinfo]::CurrentCulture = $before
}

Describe 'In a session of <_>' -ForEach 'de-DE', 'fr-FR', 'fa-IR' {
    BeforeEach {
        [cultureinfo]::CurrentCulture = $_
    }

    It 'numbers are read with their point' {
        (Find-ZvarCone 0.836528 30.937197 -Radius 1.5).Psid | Should -Be $star
        (Find-ZvarCone '0.836528' '+30.937197' -Radius '1.5').Psid | Should -Be $star
        (Get-ZvarLightCurve $star -MinSnr 59.5).Snr | Sort-Object -Top 1 | Should -BeGreaterOrEqual 59.5
    }

    It 'a decimal comma is refused by name' {
        $failure = { Find-ZvarCone '1,5' 20 -Radius 5 } | Should -Throw -PassThru
        $failure.Exception.Message | Should -Match 'comma'
        $failure = { Get-ZvarLightCurve $star -MinSnr '1,5' } | Should -Throw -PassThru
        $failure.Exception.Message | Should -Match "as in '1.5'"
    }

    It 'a number that was computed is the number' {
        $ra = 1.673056 / 2
        (Find-ZvarCone $ra 30.937197 -Radius 2).Psid | Should -Be $star
        (Get-ZvarLightCurve $star | ConvertTo-ZvarFold -Period (1 / 4) -Bins 1).Period | Should -Be 0.25, 0.25
    }

    It 'views write numbers with their point' {
        $text = Get-ZvarObject $star | Out-String
        $text | Should -Match '0\.8365 \+30\.9372'
        Get-ZvarPhotometry $star | Select-Object -First 1 | Out-String | Should -Match '17\.417 +0\.036'
        Get-ZvarLightCurve $star | ConvertTo-ZvarFold 6.5h -Bins 2 | Out-String | Should -Match 'period 6\.50 hours'
    }

    It 'a table written with this culture''s decimals is refused, not misread' {
        # Export-Csv writes numbers in the session's culture, ours or not.
        Get-ZvarPhotometry $star | Select-Object -First 2 | Export-Csv TestDrive:/points.csv -Delimiter ';'
        $read = Import-Csv TestDrive:/points.csv -Delimiter ';' |
            ConvertTo-ZvarFold -Period 0.5 -ErrorAction SilentlyContinue -ErrorVariable failures
        $read | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'InputNotUnderstood,*'
    }
}
