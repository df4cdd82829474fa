BeforeAll {
    . $PSScriptRoot/Session.ps1

    # As a scheduler starts it; what it says on the error stream comes as text.
    function Invoke-Nightly([string[]] $Arguments, [string] $Culture = 'en-US') {
        $command = "[cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::CurrentCulture = '$Culture'
            & '$repository/examples/nightly.ps1' $Arguments; exit `$LASTEXITCODE"
        $said = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -WorkingDirectory $folder `
            -Command $command 2>&1
        [pscustomobject]@{ Said = $said -join "`n"; ExitCode = $LASTEXITCODE }
    }

    Get-ZvarProcessingLog | Export-Csv TestDrive:/complete.csv
    $script:complete = Import-Csv TestDrive:/complete.csv
}

Describe 'The nightly report' {
    BeforeEach {
        $script:folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
        Copy-Item TestDrive:/complete.csv $folder/state.csv
    }

    AfterEach {
        # Whatever happened, nothing half done is left, and no lock.
        (Get-ChildItem $folder -Recurse -File).Name | Where-Object {
            $_ -match '\.lock$|\.csv\..+'
        } | Should -BeNullOrEmpty
    }

    It 'finds everything new the first time, and makes the folder of its state' {
        $run = Invoke-Nightly '-Demo -StatePath kept/state.csv -ReportPath new.csv'
        $run.ExitCode | Should -Be 0 -Because $run.Said
        $run.Said | Should -Be "$($complete.Count) of $($complete.Count) files are new: $(
            (Get-Item $folder/new.csv).FullName)"
        (Import-Csv $folder/new.csv).Count | Should -Be $complete.Count
        Get-Content $folder/kept/state.csv | Should -Be (Get-Content TestDrive:/complete.csv)
    }

    It 'finds nothing new where nothing is, under <_>, and writes no report' -ForEach 'en-US', 'de-DE' {
        $run = Invoke-Nightly '-Demo state.csv' -Culture $_
        $run.ExitCode | Should -Be 0 -Because $run.Said
        $run.Said | Should -Be "0 of $($complete.Count) files are new."
        Get-ChildItem $folder -Filter *new* | Should -BeNullOrEmpty
    }

    It 'reports the files that were not there, and those processed again, in a file of its own beside the state' {
        $rows = Import-Csv TestDrive:/complete.csv
        $rows[7].processed = '2020-01-01'
        $rows | Select-Object -SkipIndex 3 | Export-Csv $folder/state.csv
        $run = Invoke-Nightly '-Demo state.csv -PassThru -SignalNew'
        $run.ExitCode | Should -Be 10 -Because $run.Said
        $report = @(Import-Csv (Get-Item $folder/zvar-new-*Z.csv))
        $report | ConvertTo-Csv | Should -Be ($complete | Select-Object -Index 3, 7 | ConvertTo-Csv)
        $run.Said | Should -Match "$($report[0].Field) +$($report[0].Ccd) +$($report[0].Quad) +$($report[0].Band)"
        (Invoke-Nightly '-Demo state.csv -SignalNew').ExitCode | Should -Be 0
    }

    It 'takes paths as they are, with brackets too' {
        $run = Invoke-Nightly "-Demo 'state[1].csv' -ReportPath 'new[2].csv'"
        $run.ExitCode | Should -Be 0 -Because $run.Said
        Test-Path -LiteralPath "$folder/state[1].csv", "$folder/new[2].csv" | Should -Be $true, $true
        (Invoke-Nightly "-Demo 'state[1].csv'").Said | Should -Match '^0 of'
    }

    It 'writes over no report, and loses none' {
        Set-Content $folder/new.csv 'of last night'
        $complete | Select-Object -Skip 1 | Export-Csv $folder/state.csv
        $run = Invoke-Nightly '-Demo state.csv -ReportPath new.csv'
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'new\.csv'
        Get-Content $folder/new.csv | Should -Be 'of last night'
        (Invoke-Nightly '-Demo state.csv').Said | Should -Match '^1 of'
    }

    It 'touches no file that is not its own' {
        Set-Content $folder/salaries.csv '"Name","Salary"', '"Leavitt","10.50"'
        $run = Invoke-Nightly '-Demo salaries.csv'
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'NotAState'
        Get-Content $folder/salaries.csv | Should -HaveCount 2
    }

    It 'mixes no state of a real service with the demo sky' {
        Import-Csv TestDrive:/complete.csv | ForEach-Object { $_.Synthetic = 'False'; $_ } |
            Export-Csv $folder/state.csv
        $run = Invoke-Nightly '-Demo state.csv'
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'AnotherSky'
        (Import-Csv $folder/state.csv)[0].Synthetic | Should -Be 'False'
    }

    It 'does not run twice at a time' {
        $lock = [IO.File]::Open("$folder/state.csv.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            $run = Invoke-Nightly '-Demo state.csv'
        }
        finally {
            $lock.Dispose()
            Remove-Item $folder/state.csv.lock
        }

        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'StateInUse'
    }

    It 'goes on where a run was killed and has left its lock' {
        Set-Content $folder/state.csv.lock ''
        (Invoke-Nightly '-Demo state.csv').ExitCode | Should -Be 0
    }

    It 'ends a parameter that is misspelt with no code of its own' {
        $null = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File "$repository/examples/nightly.ps1" `
            -Demo -StatPath state.csv 2>&1
        $LASTEXITCODE | Should -Not -BeIn 0, 2, 3, 10
    }

    It 'without a connection names the error, and leaves the state alone' {
        $run = Invoke-Nightly state.csv
        $run.ExitCode | Should -Be 2
        $run.Said | Should -Match 'NotConnected'
        Get-Content $folder/state.csv | Should -Be (Get-Content TestDrive:/complete.csv)
    }

    It 'tells apart a report that cannot be written, and reports the same the next time' {
        $complete | Select-Object -SkipLast 1 | Export-Csv $folder/state.csv
        $run = Invoke-Nightly '-Demo state.csv -ReportPath nowhere/new.csv'
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'nowhere'
        (Invoke-Nightly '-Demo state.csv -ReportPath new.csv').Said | Should -Match '^1 of'
    }

    It 'tells of a service that cannot be reached' {
        $said = & (Get-Process -Id $PID).Path -NoProfile -WorkingDirectory $folder -Command @"
            Import-Module '$repository/ZvarPS.psd1'
            `$credential = [pscredential]::new('observer', [securestring]::new())
            Connect-Zvar -Credential `$credential -Uri http://127.0.0.1:9/api -MaximumRetryCount 0
            & '$repository/examples/nightly.ps1' state.csv
            exit `$LASTEXITCODE
"@ 2>&1
        $LASTEXITCODE | Should -Be 2
        "$said" | Should -Match 'RequestFailed'
    }

    It 'leaves the session connected as it was' {
        $before = Get-ZvarConnection
        $null = & "$repository/examples/nightly.ps1" -Demo "$folder/state.csv"
        $LASTEXITCODE | Should -Be 0
        Get-ZvarConnection | Should -Be $before
        Disconnect-Zvar
        try {
            $null = & "$repository/examples/nightly.ps1" -Demo "$folder/state.csv"
            Get-ZvarConnection | Should -BeNullOrEmpty
        }
        finally {
            $before | Connect-Zvar
        }
    }
}

Describe 'Its schedulers' {
    It 'are units systemd understands' -Skip:(-not (Get-Command systemd-analyze -ErrorAction Ignore)) {
        # Skipped where there is no systemd. The paths are those of a machine it is installed on.
        $pwsh = (Get-Process -Id $PID).Path
        (Get-Content "$repository/examples/nightly.service" -Raw) -replace '/usr/bin/pwsh', $pwsh |
            Set-Content TestDrive:/zvar-nightly.service
        Copy-Item "$repository/examples/nightly.timer" TestDrive:/zvar-nightly.timer
        $said = systemd-analyze verify "$TestDrive/zvar-nightly.service" "$TestDrive/zvar-nightly.timer" 2>&1
        $LASTEXITCODE | Should -Be 0 -Because "$said"
        $said -match 'zvar-nightly' | Should -BeNullOrEmpty
    }

    It 'call the script by parameters it has' {
        $unit = Get-Content "$repository/examples/nightly.service" -Raw
        $command = [regex]::Match($unit, 'nightly\.ps1 (?<rest>-.*)')
        $command.Success | Should -BeTrue
        $parameters = (Get-Command "$repository/examples/nightly.ps1").Parameters.Keys
        [regex]::Matches($command.Groups['rest'].Value, '-(?<name>[A-Z]\w+)').ForEach{ $_.Groups['name'].Value } |
            Should -BeIn $parameters
    }

    It 'show the task that Windows would get, and no password' {
        $said = & (Get-Process -Id $PID).Path -NoProfile -Command @"
            `$secret = [securestring]::new()
            'hush'.ToCharArray().ForEach{ `$secret.AppendChar(`$_) }
            `$credential = [pscredential]::new('OBSERVATORY\zvar', `$secret)
            & '$repository/examples/nightly-task.ps1' -Credential `$credential -WhatIf -Verbose
"@ 2>&1
        "$said" | Should -Match 'nightly\.ps1.* -StatePath'
        "$said" | Should -Not -Match 'hush'
    }
}
