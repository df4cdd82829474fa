BeforeDiscovery {
    $script:examples = Get-ChildItem "$PSScriptRoot/../../examples" -Filter *.ps1 | ForEach-Object {
        @{ Name = $_.Name; File = $_.FullName }
    }
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'The example <Name>' -ForEach $examples {
    It 'says what it is for, and how it is run' {
        $help = Get-Help $File
        $help.Synopsis | Should -Match '\w+ \w+'
        @($help.examples.example).Count | Should -BeGreaterThan 1
        foreach ($parameter in $help.parameters.parameter | Where-Object name -NotIn WhatIf, Confirm) {
            $parameter.description.Text | Should -Match '\w+ \w+' -Because "-$($parameter.name) is explained"
        }
    }
}

Describe 'The examples' {
    BeforeAll {
        # As a user starts them: in a fresh pwsh, that does not have the module yet.
        function Invoke-Example([string] $Command) {
            $said = & (Get-Process -Id $PID).Path -NoProfile -WorkingDirectory "$TestDrive" -Command $Command 2>&1
            $LASTEXITCODE | Should -Be 0 -Because "$said"
            $said -join "`n"
        }
    }

    It 'first light counts, matches, draws, and says that it is synthetic' {
        $said = Invoke-Example "& '$repository/examples/first-light.ps1'"
        $said | Should -Match 'synthetic'
        $said | Should -Match '\d{4} stars'
        $said | Should -Match '2873447302730839936'
        (Get-Item TestDrive:/first-light.png).Length | Should -BeGreaterThan 10000
    }

    It 'the giants are drawn' {
        Invoke-Example "& '$repository/examples/giants.ps1'" | Should -Match 'giants\.png'
        (Get-Item TestDrive:/giants.png).Length | Should -BeGreaterThan 10000
    }

    It 'two who have vetted the same stars agree as far as they do' {
        # The example of cohen_kappa_score in the documentation of scikit-learn 1.5: 0.6875.
        $labels = @{
            first = 'negative', 'positive', 'negative', 'neutral', 'positive'
            second = 'negative', 'positive', 'negative', 'neutral', 'negative'
        }
        foreach ($who in $labels.Keys) {
            $rows = foreach ($i in 0..4) { [pscustomobject]@{ Psid = "ZVAR $($star + $i)"; Label = $labels[$who][$i] } }
            $rows | Export-Csv "TestDrive:/$who.csv"
        }

        $agreement = & "$repository/examples/agreement.ps1" "$TestDrive/first.csv" "$TestDrive/second.csv"
        $agreement.Stars, $agreement.Agreed, $agreement.Kappa | Should -Be 5, 80, 0.6875
        $differing = & "$repository/examples/agreement.ps1" "$TestDrive/first.csv" "$TestDrive/second.csv" -Differing
        $differing.Star, $differing.First, $differing.Second | Should -Be "$($star + 4)", positive, negative
        Invoke-Example "& '$repository/examples/agreement.ps1'" | Should -Match 'made up'
    }

    It 'a star of another survey is read, folded, drawn and written as a VOTable' {
        $said = Invoke-Example "& '$repository/examples/elsewhere.ps1'"
        $said | Should -Match 'made up'
        $said | Should -Match 'ASAS-SN Sky Patrol 1'
        (Get-Item TestDrive:/elsewhere/fold.png).Length | Should -BeGreaterThan 10000
        $curve = Import-ZvarTable TestDrive:/elsewhere/light-curve.vot
        $curve.Points | Should -Be 300
        "$($curve.TimeSystem)" | Should -Be 'HJD'
    }

    It 'the period of a table of another survey is found where none is given' {
        $table = "$TestDrive/elsewhere/made-up.csv"
        $said = Invoke-Example "& '$repository/examples/elsewhere.ps1' -Table '$table' -Path found"
        $said | Should -Match 'The period found is 0\.567'
        (Get-ChildItem TestDrive:/found).Name | Should -Be 'fold.png', 'light-curve.vot'
    }

    It 'the notebook runs from top to bottom, and tells of every block' {
        $said = Invoke-Example "& '$repository/examples/notebook.ps1'"
        foreach ($block in 8, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24) {
            $said | Should -Match "(?m)^(\d+, )?$block\. "
        }

        $said | Should -Not -Match 'in pwsh only'
        (Get-ChildItem TestDrive:/notebook -Recurse -File).Name | Should -Contain '16-doubled.png'
        (Import-Csv TestDrive:/notebook/23-photometry.csv).Count | Should -BeGreaterThan 1000
        $numbers = Select-String '^# ([\d, ]+)\.' "$repository/examples/notebook.ps1" |
            ForEach-Object { $_.Matches[0].Groups[1].Value -split ', ' }
        $numbers | Should -Be (1..24)
    }

    It 'the notebook asks the connection it is given, and leaves the session without one' {
        $said = Invoke-Example @"
            Import-Module '$repository/ZvarPS.psd1'
            `$connection = Connect-Zvar -Demo -PassThru
            Disconnect-Zvar
            & '$repository/examples/notebook.ps1' -Connection `$connection
            "Left: `$(Get-ZvarConnection)."
"@
        $said | Should -Match '(?m)^24\. '
        $said | Should -Match '(?m)^Left: \.'
    }

    It 'the plane carries all that the notebook asks, and stays in its archive when it is off line' {
        $plane = "$repository/examples/plane.ps1"
        $saved = Invoke-Example "& '$plane' -Path air; ""Left: `$(Get-ZvarConnection)."""
        $saved | Should -Match '(?m)^24\. '
        $saved | Should -Match '(?m)^Left: demo sky'
        $offLine = Invoke-Example "& '$plane' -OffLine -Path air; ""Left: `$(Get-ZvarConnection)."""
        $offLine | Should -Match '(?m)^24\. '
        $offLine | Should -Match '(?m)^Left: archive plane\.zvar'
        $offLine | Should -Not -Match 'in pwsh only'
        (Get-ChildItem TestDrive:/ -Filter plane.*).Name | Should -Be 'plane.zvar'
    }

    It 'the survey leaves a sheet of folds, a table of stars and a table of the points that were good enough' {
        $said = Invoke-Example "& '$repository/examples/survey.ps1' -Radius 5arcmin -MinSnr 30 -Folds 4"
        $said | Should -Match 'points\.csv'
        (Get-Item TestDrive:/survey/folds.png).Length | Should -BeGreaterThan 10000
        $stars = Import-Csv TestDrive:/survey/stars.csv
        $points = Import-Csv TestDrive:/survey/points.csv
        $stars.Count | Should -BeGreaterThan 4
        $stars.Psid | Should -Be ($points | Select-Object -ExpandProperty Psid -Unique)
        ($stars | Measure-Object GoodPoints -Sum).Sum | Should -Be $points.Count
        $points | Where-Object { [double] $_.Snr -lt 30 } | Should -BeNullOrEmpty
        $points | Group-Object Psid, Band | Where-Object Count -LT 50 | Should -BeNullOrEmpty
    }

    It 'the survey of a field where nothing varies says so' {
        Invoke-Example "& '$repository/examples/survey.ps1' -Radius 1arcmin -MinSignificance 1000 -Path still" |
            Should -Match 'No star of this field'
        Test-Path TestDrive:/still | Should -BeFalse
    }
}
