BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'A psid' {
    It 'stays itself through tables, text and JSON' {
        $psid = 126541217361397171
        $found = Get-ZvarObject $psid
        $found.Psid | Should -BeOfType [long]
        $found | Export-Csv TestDrive:/star.csv
        (Import-Csv TestDrive:/star.csv).Psid | Should -BeExactly '126541217361397171'
        ($found | ConvertTo-Json -Depth 3 | ConvertFrom-Json).Psid | Should -Be $psid
        (Import-Csv TestDrive:/star.csv | Get-ZvarObject).Psid | Should -Be $psid
    }

    It 'is refused <Why>' -ForEach @(
        @{ Why = 'with letters'; Psid = '14512000836555526x'; Says = 'digits' }
        @{ Why = 'with 20 digits'; Psid = '14512000836555526412'; Says = 'digits' }
        @{ Why = 'as a double'; Psid = [double]126541217361397171; Says = 'double' }
        @{ Why = 'as nothing'; Psid = ''; Says = '' }
    ) {
        $failure = { Get-ZvarObject $Psid } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        $failure.Exception.Message | Should -Match $Says
    }

    It 'is refused as a double from the pipeline' {
        [double]126541217361397171 | Get-ZvarObject -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'InputNotUnderstood,*'
        $failures[0].Exception.Message | Should -Match 'rounds'
    }

    It 'the catalogue lacks is an error that names it, and the others come' {
        $found = 145120008365555264, 100000000000000000, 126541217361397171 |
            Get-ZvarObject -ErrorAction SilentlyContinue -ErrorVariable failures
        $found.Psid | Should -Be 145120008365555264, 126541217361397171
        $failures.FullyQualifiedErrorId | Should -BeLike 'ObjectNotFound,*'
        $failures[0].TargetObject | Should -Be 100000000000000000
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}

Describe 'Photometry' {
    It 'comes back from a table as it was, digit for digit' {
        $points = Get-ZvarPhotometry $star
        $points | Export-Csv TestDrive:/points.csv
        $rows = Import-Csv TestDrive:/points.csv
        $rows.Count | Should -Be 1126
        foreach ($column in 'Time', 'Mag', 'MagErr', 'Flux', 'FluxErr', 'Snr') {
            [double[]]$rows.$column | Should -Be $points.$column -Because "$column is written to its last digit"
        }
        [long[]]$rows.Psid | Select-Object -Unique | Should -Be $star
    }

    It 'is an array of objects in JSON' {
        $rows = Get-ZvarPhotometry $star | Select-Object -First 2 | ConvertTo-Json | ConvertFrom-Json
        $rows.Time | Should -Be 2458263.981924, 2458268.946571
        $rows.Band | Should -Be 'g', 'r'
    }

    It 'leaves non-detections out of a comparison by magnitude' {
        $points = Find-ZvarCone 0.836528 30.937197 -Radius 3arcmin | Get-ZvarPhotometry
        ($points | Where-Object Detected -EQ $false).Count | Should -BeGreaterThan 0
        ($points | Where-Object Mag -LT 30).Detected | Should -Not -Contain $false
    }

    It 'carries the name of the target' {
        $points = Find-ZvarCone 0.836528 30.937197 -Radius 2 -TargetName binary | Get-ZvarPhotometry
        $points.TargetName | Select-Object -Unique | Should -Be 'binary'
    }

    It 'is asked for in the bands under any of their names' -ForEach 'r', 'zr', 'R', 2 {
        (Get-ZvarPhotometry $star -Band $_).Band | Select-Object -Unique | Should -Be 'r'
    }

    It 'is not asked for in a band there is not' {
        $failure = { Get-ZvarPhotometry $star -Band q } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        $failure.Exception.Message | Should -Match '\bg\b.*\br\b.*\bi\b'
    }

    It 'needs stars, and says how to name them' {
        [pscustomobject]@{ Ra = 1; Dec = 2 } | Get-ZvarPhotometry -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'InputNotUnderstood,*'
        $failures[0].Exception.Message | Should -Match 'Psid'
    }

    It 'of no stars is nothing' {
        @() | Get-ZvarPhotometry | Should -BeNullOrEmpty
    }

    It 'in columns holds what the points hold' {
        $curve = Get-ZvarLightCurve $star
        $points = Get-ZvarPhotometry $star
        $curve.Mag | Should -Be $points.Mag
        $curve.Time | Should -Be $points.Time
    }

    It 'means one thing by Snr in both formats' {
        $mag = Get-ZvarPhotometry $star | Select-Object -First 100
        $flux = Get-ZvarPhotometry $star -Format Flux | Select-Object -First 100
        $flux[0].MagZeroPoint | Should -Be 26.052000762939453
        foreach ($i in 0..99) {
            [Math]::Abs($flux[$i].Snr / $mag[$i].Snr - 1) | Should -BeLessThan 1e-4
        }
    }
}
