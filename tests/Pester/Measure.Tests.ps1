BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'Measure-ZvarLightCurve' {
    BeforeAll {
        $script:statistics = Measure-ZvarLightCurve $star
    }

    It 'gives a flat table' {
        $columns = ($statistics | ConvertTo-Csv)[0] -split ','
        $columns | Should -HaveCount 24
        $statistics | ConvertTo-Csv | Should -Not -Match 'System\.|Zvar\.'
        $again = $statistics | ConvertTo-Csv | ConvertFrom-Csv
        [double]$again[0].StetsonJ | Should -Be $statistics[0].StetsonJ
    }

    It 'measures the points of a file as those of the source' {
        Get-ZvarPhotometry $star | Export-Csv TestDrive:/points.csv
        $again = Import-Csv TestDrive:/points.csv | Measure-ZvarLightCurve
        $again | ConvertTo-Csv | Should -BeExactly ($statistics | ConvertTo-Csv)
    }

    It 'measures what a job brought' {
        $curve = Get-ZvarLightCurve $star
        $again = Start-ThreadJob { $using:curve } | Receive-Job -Wait | Measure-ZvarLightCurve
        $again | ConvertTo-Csv | Should -BeExactly ($statistics | ConvertTo-Csv)
    }

    It 'measures the same in any culture, and shows it the same' {
        $table = $statistics | Out-String -Width 80
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $german = Measure-ZvarLightCurve $star
            $german.StetsonJ | Should -Be $statistics.StetsonJ
            $german | Out-String -Width 80 | Should -BeExactly $table
            Get-ZvarPhotometry $star | Export-Csv TestDrive:/punkte.csv
            (Import-Csv TestDrive:/punkte.csv | Measure-ZvarLightCurve).StetsonJ | Should -Be $statistics.StetsonJ
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'gives the statistics of a star before the next has come' {
        Find-ZvarCone 0.8365 30.9372 -Radius 600 | Get-ZvarLightCurve | Measure-ZvarLightCurve |
            Select-Object -First 1 -ExpandProperty Band | Should -Be 'g'
    }

    It 'ranks the stars of a cone' {
        $all = Find-ZvarCone 0.8365 30.9372 -Radius 3arcmin | Measure-ZvarLightCurve | Where-Object Band -EQ all
        ($all | Sort-Object StetsonJ -Descending)[0].StetsonJ | Should -BeGreaterThan 2
    }
}
