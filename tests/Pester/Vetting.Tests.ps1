BeforeAll {
    . $PSScriptRoot/Session.ps1

    # A terminal of its own, in which a command is typed and keys are pressed.
    function Open-Terminal([string] $Command) {
        $script:terminal = "zvar$([guid]::NewGuid().ToString('N'))"
        $preamble = "`$ProgressPreference = 'SilentlyContinue'; Import-Module '$repository/ZvarPS.psd1'
            Connect-Zvar -Demo; Set-Location '$TestDrive'; $Command; 'ended'"
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($preamble))
        $pwsh = (Get-Process -Id $PID).Path
        tmux -L $terminal new-session -d -x 100 -y 30 "'$pwsh' -NoProfile -NoExit -EncodedCommand $encoded"
        [int](tmux -L $terminal list-panes -F '#{pane_pid}')
    }

    function Close-Terminal {
        tmux -L $terminal kill-server 2>$null
    }

    function Send-Key {
        tmux -L $terminal send-keys @args
    }

    # Waits for what is to be seen; a terminal in which it never is has failed.
    function Wait-Screen([string] $Pattern) {
        $deadline = [datetime]::UtcNow.AddSeconds(120)
        do {
            $screen = (tmux -L $terminal capture-pane -p 2>$null) -join "`n"
            if ($screen -cmatch $Pattern) {
                return $screen
            }

            Start-Sleep -Milliseconds 50
        } while ([datetime]::UtcNow -lt $deadline)
        throw "'$Pattern' was never seen: $screen"
    }

    # Eight stars, in an order that stays.
    $script:find = 'Find-ZvarCone 83.6 22 -Radius 10arcmin -MinSignificance 20 | Sort-Object Psid | Select-Object -First 8'
    $script:stars = & ([scriptblock]::Create($find))
}

# Skipped where there is no tmux, which makes the terminal.
Describe 'Vetting in the terminal' -Skip:(-not (Get-Command tmux -ErrorAction Ignore)) {
    AfterEach {
        Close-Terminal
    }

    It 'goes on after the session was killed, and gives verdicts that fold again' {
        $vet = "$find | Show-ZvarFold -As Terminal -Label EW, EA, junk -Labeller 'M. Curie' -Verdicts verdicts.csv"
        $process = Open-Terminal $vet
        $null = Wait-Screen '0 of 8 done'
        Send-Key 1
        $null = Wait-Screen "1 of 8 done +\[EW\] $($stars[0].Psid)"
        Send-Key d
        Send-Key 2
        $null = Wait-Screen '2 of 8 done'
        Send-Key a
        Send-Key -l '=1 é 漢, "q"'
        $null = Wait-Screen 'Note: =1 é 漢, "q"'
        Send-Key Enter
        $null = Wait-Screen 'note: =1 é 漢'
        kill -KILL $process
        Close-Terminal

        $null = Open-Terminal "`$given = $vet -PassThru; `$given | Export-Csv given.csv"
        $null = Wait-Screen '2 of 8 done'
        Send-Key v
        $null = Wait-Screen 'shown: 1 of 6 unlabelled'
        3, 1, 1, 2, 3, 1 | ForEach-Object { Send-Key $_ }
        $null = Wait-Screen '8 of 8 done'
        Send-Key BSpace
        $null = Wait-Screen 'Taken back'
        Send-Key q
        $null = Wait-Screen 'ended'

        $given = Import-Csv TestDrive:/given.csv
        $given.Psid | Should -Be $stars[0..6].Psid
        $given.Label | Should -Be EW, EA, junk, EW, EW, EA, junk
        $given.Labeller | Select-Object -Unique | Should -Be 'M. Curie'
        $given[2].Note | Should -BeExactly '=1 é 漢, "q"'
        [double] $given[1].Period | Should -Be (2 * $stars[1].Period)

        $kept = Import-Csv TestDrive:/verdicts.csv
        $kept.Psid | Sort-Object | Should -Be ($given.Psid | ForEach-Object { "ZVAR $_" })
        ($kept | Where-Object Note).Note | Should -BeExactly "'=1 é 漢, `"q`""

        $folded = Import-Csv TestDrive:/verdicts.csv | Where-Object Label -eq EA | Show-ZvarFold -As Terminal
        @($folded).Count | Should -Be 2
        $folded[0] | Should -Match "$($stars[1].Psid) \[EA\] synthetic"
        $epoch = ([double] $given[1].Epoch).ToString('0.00000', [cultureinfo]::InvariantCulture)
        $folded[0] | Should -Match "phase 0 at BJD $([regex]::Escape($epoch))"
        $twice = (Get-ZvarLightCurve $stars[1].Psid | Show-ZvarFold -Period (2 * $stars[1].Period) -As Terminal) -split '\n'
        ($folded[0] -split '\n')[1] | Should -Be $twice[1]
    }

    It 'gives the verdicts to the next command, in the middle of a pipeline' {
        $null = Open-Terminal "$find | Show-ZvarFold -As Terminal -Label EW, EA -PassThru | Export-Csv piped.csv"
        $null = Wait-Screen '0 of 8 done'
        Send-Key 2
        $null = Wait-Screen '1 of 8 done'
        Send-Key q
        $null = Wait-Screen 'ended'
        (Import-Csv TestDrive:/piped.csv).Label | Should -Be EA
    }

    It 'takes what is pasted for text of a note, and else for nothing, where output is rendered as <_>' -ForEach Ansi, PlainText {
        $null = Open-Terminal (
            "`$PSStyle.OutputRendering = '$_'; $find | Show-ZvarFold -As Terminal -Label EW, EA -PassThru |" +
            ' Export-Csv pasted.csv')
        $null = Wait-Screen '0 of 8 done'
        tmux -L $terminal display-message -p '#{alternate_on}' | Should -Be 1
        tmux -L $terminal set-buffer "12`n12"
        tmux -L $terminal paste-buffer -p
        Send-Key a
        $null = Wait-Screen 'Note: '
        tmux -L $terminal paste-buffer -p
        $null = Wait-Screen 'Note: 12 12'
        Send-Key Enter
        $null = Wait-Screen '0 of 8 done.*note: 12 12'
        Send-Key q
        $null = Wait-Screen 'ended'
        tmux -L $terminal display-message -p '#{alternate_on}' | Should -Be 0
        $verdict = Import-Csv TestDrive:/pasted.csv
        $verdict.Note, $verdict.Label | Should -Be '12 12', ''
    }

    It 'shows the whole note again when the terminal gets another size' {
        $null = Open-Terminal "$find | Show-ZvarFold -As Terminal -Label EW, EA -PassThru"
        $null = Wait-Screen '0 of 8 done'
        Send-Key a
        Send-Key -l 'blend?'
        $null = Wait-Screen 'Note: blend\?'
        tmux -L $terminal resize-window -x 70 -y 20
        Wait-Screen 'phase(?s).*Note: blend\?' | Should -Not -BeNullOrEmpty
        Send-Key Escape
        $null = Wait-Screen '0 of 8 done'
    }

    It 'tells of a full disk, and loses nothing' -Skip:(-not $IsLinux) {
        unshare -rm true 2>$null
        if ($LASTEXITCODE -ne 0) {
            Set-ItResult -Skipped -Because 'nothing may be mounted here'
            return
        }

        # A page of the file system is all there is room for: the first verdicts fit, and a long note does not.
        $mount = "mount -t tmpfs -o size=12k none small && cd small && exec pwsh -NoProfile -File ../vet.ps1"
        $null = New-Item TestDrive:/small -ItemType Directory
        "`$ProgressPreference = 'SilentlyContinue'; Import-Module '$repository/ZvarPS.psd1'; Connect-Zvar -Demo
        $find | Show-ZvarFold -As Terminal -Label EW, EA -Verdicts verdicts.csv
        `$Error[0].FullyQualifiedErrorId; `$Error[0].TargetObject | Export-Csv ../rescued.csv; 'ended'; Read-Host" |
            Set-Content TestDrive:/vet.ps1
        $script:terminal = "zvar$([guid]::NewGuid().ToString('N'))"
        tmux -L $terminal new-session -d -x 100 -y 30 -c "$TestDrive" "unshare -rm sh -c '$mount'"
        $null = Wait-Screen '0 of 8 done'
        Send-Key 1
        $null = Wait-Screen '1 of 8 done'
        Send-Key a
        $null = Wait-Screen 'Note: '
        'x' * 20000 | Set-Content TestDrive:/note.txt -NoNewline
        tmux -L $terminal load-buffer "$TestDrive/note.txt"
        tmux -L $terminal paste-buffer -p
        $null = Wait-Screen 'xxx'
        Send-Key Enter
        $null = Wait-Screen 'Not written yet'
        Send-Key q
        $null = Wait-Screen 'VerdictsNotWritten(?s).*ended'
        $rescued = Import-Csv TestDrive:/rescued.csv
        ($rescued | Where-Object Label).Label | Should -Be EW
        ($rescued | Where-Object Note).Note.Length | Should -Be 20000
    }
}
