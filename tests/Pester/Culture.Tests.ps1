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

    It 'a number that was calculated for a column is the number' {
        $rows = [pscustomobject]@{ t = 2458000.25; m = 17.5 }, [pscustomobject]@{ t = 2458000.5; m = [double]::NaN }
        $fold = $rows | Select-Object @{ n = 'Time'; e = { $_.t } }, @{ n = 'Mag'; e = { $_.m } } | ConvertTo-ZvarFold 1
        $fold.Mag | Should -Be 17.5
        $fold.Epoch | Should -Be 2458000.25
        $fold = [pscustomobject]@{ my_t = '58000.5'; V = '17.25' } |
            Select-Object *, @{ n = 'Time'; e = 'my_t' }, @{ n = 'Mag'; e = 'V' } | ConvertTo-ZvarFold 1
        $fold.Mag | Should -Be 17.25
    }

    It 'JSON is read as it was written, whatever the case of its names' {
        $json = '[{ "TIME": 2458000.25, "mag": 17.5, "band": "zg" }, { "time": 2458000.5, "MAG": null }]'
        foreach ($rows in ($json | ConvertFrom-Json), ($json | ConvertFrom-Json -AsHashtable)) {
            $fold = $rows | ConvertTo-ZvarFold 1
            $fold.Mag | Should -Be 17.5
            $fold.Band | Should -Be 'g'
        }
    }

    It 'views write numbers with their point' {
        $text = Get-ZvarObject $star | Out-String
        $text | Should -Match '0\.8365 \+30\.9372'
        Get-ZvarPhotometry $star | Select-Object -First 1 | Out-String | Should -Match '17\.417 +0\.036'
        Get-ZvarLightCurve $star | ConvertTo-ZvarFold 6.5h -Bins 2 | Out-String | Should -Match 'period 6\.50 hours'
    }

    It 'a table written with this culture''s decimals is read back with them' {
        # Export-Csv writes numbers in the session's culture, ours or not.
        $points = Get-ZvarPhotometry $star | Select-Object -First 20
        $points | Export-Csv TestDrive:/points.csv
        $read = Import-Csv TestDrive:/points.csv | ConvertTo-ZvarFold -Period 0.5
        $expected = $points | ConvertTo-ZvarFold -Period 0.5
        $read.Mag | Should -Be $expected.Mag
        $read.Phase | Should -Be $expected.Phase
        Find-ZvarCone 0.836528 30.937197 -Radius 10 | Export-Csv TestDrive:/stars.csv
        (Import-Csv TestDrive:/stars.csv | Find-ZvarCone -Radius 1.5).Psid | Should -Contain $star
    }
}

Describe 'A table written with a decimal comma' {
    It 'is refused, not misread, where decimals have a point' {
        [cultureinfo]::CurrentCulture = 'en-US'
        $read = [pscustomobject]@{ Time = '2458263,5'; Mag = '17,4' } |
            ConvertTo-ZvarFold -Period 0.5 -ErrorAction SilentlyContinue -ErrorVariable failures
        $read | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -BeLike 'InputNotUnderstood,*'
        $failures[0].Exception.Message | Should -Match 'The column Time has numbers with a comma, and decimals have a point\.'
    }
}
