BeforeAll {
    . $PSScriptRoot/Session.ps1

    # Narrow enough to be quick where the range is not what is tested.
    $script:narrow = @{ MinPeriod = '4h'; MaxPeriod = '1d' }
}

Describe 'Find-ZvarPeriod' {
    It 'finds the period of the notebook''s star over the whole range, and says how sure that is' {
        $found = Find-ZvarPeriod $star -Top 3

        # Of an array .Rank is the number of its dimensions.
        $found | ForEach-Object Rank | Should -Be 1, 2, 3
        $twice = $found[0].Period / 0.2726629621689033
        [Math]::Min([Math]::Abs($twice - 1), [Math]::Abs($twice - 0.5)) | Should -BeLessThan 1e-4
        $found[0].FalseAlarmProbability | Should -BeLessThan 1e-20
        $found[0].FalseAlarmKind | Should -BeIn Gaussian, Baluev
        $found.Synthetic | Should -Be $true, $true, $true
    }

    It 'gives rows that are a table, without the light curve' {
        Find-ZvarPeriod $star -Top 2 @narrow | Export-Csv TestDrive:/periods.csv
        $rows = Import-Csv TestDrive:/periods.csv
        $rows.Count | Should -Be 2
        $rows[0].psobject.Properties.Name | Should -Contain FalseAlarmProbability
        $rows[0].psobject.Properties.Name | Should -Not -Contain LightCurve
        "$(Get-Content TestDrive:/periods.csv)" | Should -Not -Match 'System\.|Zvar\.'
    }

    It 'folds what it found, from the pipeline, from a file and from a job' {
        $found = Find-ZvarPeriod $star @narrow
        $folds = @(
            $found | Show-ZvarFold -As Terminal | Out-String
            $found | Export-Csv TestDrive:/one.csv
            Import-Csv TestDrive:/one.csv | Show-ZvarFold -As Terminal | Out-String
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($found)) |
                Show-ZvarFold -As Terminal | Out-String
        )
        $folds.Count | Should -Be 3
        $folds[0] | Should -Match 'found here'
        $folds | Should -Match ([regex]::Escape($found.Period.ToString('0.00000', [cultureinfo]::InvariantCulture).Substring(0, 6)))
    }

    It 'searches the rows of a table as it searches the points' {
        Get-ZvarPhotometry $star | Export-Csv TestDrive:/points.csv
        $rows = Import-Csv TestDrive:/points.csv | Find-ZvarPeriod @narrow
        $points = Get-ZvarPhotometry $star | Find-ZvarPeriod @narrow
        $rows.Period | Should -Be $points.Period
        $rows.Score | Should -Be $points.Score
    }

    It 'reads psids in any list' {
        $psids = Find-ZvarCone 0.8365 30.9372 -Radius 2arcmin -MinExposures 300 | Select-Object -First 3
        $list = [Collections.Generic.List[long]]::new([long[]] $psids.Psid)
        $quick = @{ MinPeriod = '20h'; MaxPeriod = '1d'; Method = 'LombScargle' }
        foreach ($input in $psids.Psid, [long[]] $psids.Psid, $list, [Collections.ArrayList] $psids.Psid) {
            (Find-ZvarPeriod -Psid $input @quick).Psid | Should -Be $psids.Psid
        }
    }

    It 'goes through a field to its pages, in the order the stars came' {
        $field = Find-ZvarCone 0.8365 30.9372 -Radius 10arcmin -MinExposures 100 | Select-Object -First 50
        $found = $field | Find-ZvarPeriod -MinPeriod 2h -MaxPeriod 2d
        $found.Psid | Should -Be $field.Psid
        $sure = $found | Where-Object FalseAlarmProbability -LT 1e-6
        $sure.Psid | Should -Contain $star
        $sure | Show-ZvarFold -As Page -Path TestDrive:/field.html
        (Get-Item TestDrive:/field.html).Length | Should -BeGreaterThan 100000
    }

    It 'stops at once in the midst of a search' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($Manifest)
                    Import-Module $Manifest
                    $sky = Connect-Zvar -Demo -PassThru
                    Get-ZvarLightCurve 145120008365555264 -Connection $sky
                    & { for (;;) { 145120008365555264 } } | Find-ZvarPeriod -Connection $sky
                }).AddArgument("$repository/ZvarPS.psd1")
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $running = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)

            # The light curve and a first period came: the next search is under way.
            while ($output.Count -lt 2 -and -not $running.IsCompleted) {
                $null = $running.AsyncWaitHandle.WaitOne(20)
            }

            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be Stopped
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'completes its methods' {
        $text = 'Find-ZvarPeriod 1 -Method '
        (TabExpansion2 $text $text.Length).CompletionMatches.CompletionText |
            Should -Be Fpw10, Fpw20, Fpw5, LombScargle
    }

    It 'refuses a range that is none: <_>' -ForEach '-MinPeriod 2d -MaxPeriod 1d', '-Top 0', '-Method Guess', '-Shuffles 3' {
        { & ([scriptblock]::Create("Find-ZvarPeriod 145120008365555264 $_ -ErrorAction Stop")) } | Should -Throw
    }
}
