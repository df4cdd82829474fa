BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'ConvertTo-ZvarFold' {
    It 'makes phases that are a table' {
        Get-ZvarLightCurve $star | ConvertTo-ZvarFold -Period 6.5439108921h -Bins 20 | Export-Csv TestDrive:/fold.csv
        $rows = Import-Csv TestDrive:/fold.csv
        $rows.Count | Should -Be 40
        ($rows | Measure-Object Count -Sum).Sum | Should -Be 1126
        $rows.Epoch | Select-Object -Unique | Should -Be '2458263.981924'
    }

    It 'folds the rows of a table as it folds the points' {
        Get-ZvarPhotometry $star | Export-Csv TestDrive:/points.csv
        $rows = Import-Csv TestDrive:/points.csv | ConvertTo-ZvarFold -Period 0.2726629621689033
        $points = Get-ZvarPhotometry $star | ConvertTo-ZvarFold -Period 0.2726629621689033
        $rows.Phase | Should -Be $points.Phase
        $rows.Mag | Should -Be $points.Mag
        $rows.Synthetic + $points.Synthetic | Select-Object -Unique | Should -BeTrue
    }

    It 'reads a period as PowerShell mangles it: <_>' -ForEach '300s', '10d', '6.5h', '5min', '0.27' {
        $fold = [scriptblock]::Create("Get-ZvarLightCurve $star | ConvertTo-ZvarFold -Period $_ -Bins 1")
        $days = (& $fold).Period
        $expected = @{ '300s' = 300 / 86400; '10d' = 10; '6.5h' = 6.5 / 24; '5min' = 5 / 1440; '0.27' = 0.27 }[$_]
        foreach ($one in $days) {
            [Math]::Abs($one / $expected - 1) | Should -BeLessThan 1e-12
        }
    }
}

Describe 'Show-ZvarFold' {
    It 'gives the picture as a file' {
        $file = Show-ZvarFold $star -Path TestDrive:/fold.png -PassThru
        $file | Should -BeOfType [IO.FileInfo]
        $file.Name | Should -Be 'fold.png'
        $file.Length | Should -BeGreaterThan 10000
    }

    It 'writes nothing when asked what if' {
        Show-ZvarFold $star -Path TestDrive:/if.png -WhatIf | Should -BeNullOrEmpty
        Test-Path TestDrive:/if.png | Should -BeFalse
    }

    It 'draws the points it is given, and asks nobody' {
        $points = Find-ZvarCone 0.836528 30.937197 -Radius 2 |
            Get-ZvarPhotometry |
            Where-Object { $_.Snr -ge 50 -and $_.Band -eq 'r' }
        Disconnect-Zvar
        try {
            $points | Show-ZvarFold -Path TestDrive:/kept.svg
        }
        finally {
            Connect-Zvar -Demo
        }

        $text = (Select-Xml '//*[local-name()="text"]' TestDrive:/kept.svg).Node.InnerText -join ' '
        $text | Should -Match "r \($($points.Count)\)"
        $text | Should -Not -Match 'g \('
        $text | Should -Match 'synthetic'
    }

    It 'names the columns it wants where there is no photometry' {
        [pscustomobject]@{ x = 1 } | Show-ZvarFold -Period 1 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'InputNotUnderstood,*'
        $failures[0].Exception.Message | Should -Match 'rows with a time'
    }

    It 'refuses a period of <_>' -ForEach '0', '-1', '0,5', 'soon' {
        $failure = { Show-ZvarFold $star -Period $_ } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
    }

    It 'says what to give where no period is known' {
        [pscustomobject]@{ Time = 2458000.5; Mag = 17 } |
            Show-ZvarFold -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'PeriodRequired,*'
        $failures[0].Exception.Message | Should -Match 'these points.*-Period'
    }

    It 'has nothing to show of an empty pipeline' {
        @() | Show-ZvarFold -Path TestDrive:/none.png | Should -BeNullOrEmpty
        Test-Path TestDrive:/none.png | Should -BeFalse
    }
}

Describe 'A page' {
    It 'is one file that works off line, and is opened by nobody when it is written to a path' {
        $file = Show-ZvarFold $star -Path TestDrive:/fold.html -PassThru
        $file.Length | Should -BeLessThan 2.5MB
        $html = Get-Content $file -Raw
        $html | Should -Match '145120008365555264'
        $html | Should -Match 'synthetic'
        $html | Should -Not -Match '<(script|link)[^>]+(src|href)="https?:'
    }
}

Describe 'A fold that was computed' {
    It 'is shown as it came back from a table' {
        Get-ZvarLightCurve $star | ConvertTo-ZvarFold 6.543911h -Bins 20 -Statistic Median | Export-Csv TestDrive:/fold.csv
        $drawing = Import-Csv TestDrive:/fold.csv | Show-ZvarFold -As Terminal
        @($drawing).Count | Should -Be 1
        $drawing | Should -Match "$star synthetic"
        $drawing | Should -Match 'in bins'
        $drawing | Should -Match 'r \(652\)'
    }
}

Describe 'The other pictures' {
    It 'show a light curve against time' {
        Get-ZvarLightCurve $star | Show-ZvarLightCurve -Path TestDrive:/curve.svg
        $text = (Select-Xml '//*[local-name()="text"]' TestDrive:/curve.svg).Node.InnerText -join ' '
        $text | Should -Match $star
        $text | Should -Match 'BJD'
    }

    It 'show matches in the colour-magnitude diagram' {
        Find-ZvarCone 0.836528 30.937197 -Radius 2arcmin |
            Invoke-ZvarXmatch -Catalog gaia -Radius 3 |
            Show-ZvarColorMagnitude -Path TestDrive:/diagram.png
        (Get-Item TestDrive:/diagram.png).Length | Should -BeGreaterThan 10000
    }
}

Describe 'The viewer in the terminal' {
    It 'draws anew when the terminal gets another size: <_>' -ForEach 'Show-ZvarFold', 'Show-ZvarLightCurve' -Skip:(
        $IsWindows -or -not (Get-Command python3 -ErrorAction Ignore)) {
        # Skipped where there is no Python, which makes the terminal.
        $command = "Import-Module '$repository/ZvarPS.psd1'; Connect-Zvar -Demo; $_ $star -As Terminal"
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
        $pwsh = (Get-Process -Id $PID).Path
        $before, $after = -split (python3 $PSScriptRoot/resize.py $pwsh -NoProfile -EncodedCommand $encoded)
        $after - $before | Should -Be 40
    }

    It 'refuses to read keys from what is no keyboard' -Skip:(-not (Get-Command script -ErrorAction Ignore)) {
        # Skipped where util-linux, which makes the terminal, is not installed.
        $pwsh = (Get-Process -Id $PID).Path
        $command = "Import-Module '$repository/ZvarPS.psd1'; Connect-Zvar -Demo
            try { Show-ZvarFold $star -As Terminal } catch { `"told `$(`$_.FullyQualifiedErrorId)`" }"
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
        $said = script -qec "'$pwsh' -NoProfile -EncodedCommand $encoded < /dev/null" /dev/null
        "$said" | Should -Match "told InputRedirected,ZvarPS"
    }
}
