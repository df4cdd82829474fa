BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'Invoke-ZvarXmatch' {
    It 'gives Gaia''s columns under our names and under Gaia''s' {
        $match = Invoke-ZvarXmatch $star -Catalog gaia -Radius 5
        $match.Id | Should -BeExactly '2873447302730839936'
        $match.phot_g_mean_mag | Should -Be 16.708706
        $match.PhotGMeanMag | Should -Be 16.708706
        $match.AbsoluteMagnitude | Should -BeGreaterThan 6.22
        $match.AbsoluteMagnitude | Should -BeLessThan 6.23
    }

    It 'writes a table of <_>' -ForEach 'gaia', 'ps1', 'galex', '2mass', 'allwise' {
        $matches = Find-ZvarCone 0.836528 30.937197 -Radius 2arcmin | Invoke-ZvarXmatch -Catalog $_ -Radius 3
        $matches | Export-Csv TestDrive:/matches.csv
        $rows = @(Import-Csv TestDrive:/matches.csv)
        $rows.Count | Should -Be @($matches).Count
        $rows.Count | Should -BeGreaterThan 0
        $rows[0].Id | Should -BeExactly $matches[0].Id
        $rows[0].Psid | Should -BeExactly "$($matches[0].Psid)"
    }

    It 'leads back from the other catalogue' {
        $match = Invoke-ZvarXmatch -Id 2873447302730839936 -Catalog gaia -Radius 5
        $match.Psid | Should -Be $star
        $match.Object.Periods.Count | Should -Be 6
    }

    It 'finds the giants of the notebook''s field' {
        $giants = Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40 |
            Invoke-ZvarXmatch -Catalog gaia -Radius 5 |
            Where-Object { $_.ParallaxOverError -gt 3 -and $_.BpRp -gt 1 -and $_.AbsoluteMagnitude -lt 3 }
        $giants.Count | Should -BeGreaterOrEqual 2
        $giants | Show-ZvarFold -Path TestDrive:/giants.png
        (Get-Item TestDrive:/giants.png).Length | Should -BeGreaterThan 10000
    }

    It 'keeps what has no match where that is wanted' {
        $stars = Find-ZvarCone 0.836528 30.937197 -Radius 2arcmin
        $matches = $stars | Invoke-ZvarXmatch -Catalog galex -Radius 3 -IncludeUnmatched
        $matches.Psid | Should -Be $stars.Psid
        @($matches | Where-Object Id -EQ $null).Count | Should -BeGreaterThan 0
    }
}
