# The command that a page copies, pasted into a real session: a name of a band or of a star in it is never run.
BeforeDiscovery {
    $script:names = @(
        'i; Set-Content x y #'
        "i'; Set-Content x y #"
        "i$([char]0x2019); Set-Content x y #"
        "i`e`"; Set-Content x y #"
        "i`e$([char]0x201c)`$(Set-Content x y)"
        '$(Set-Content x y)'
        "i'`r`nSet-Content x y`r`n#"
        "i`u{3}`nSet-Content x y`n#"
        '-Path'
        '--%'
        '1kb'
    ).ForEach({ @{ Name = $_ } })
    $script:node = Get-Command node -CommandType Application -ErrorAction Ignore
}

BeforeAll {
    . $PSScriptRoot/../Session.ps1
    $script:reader = "$repository/tests/ZvarPS.Tests/Hostile/page-command.mjs"
}

Describe 'A pasted command with the name <Name>' -ForEach $names -Skip:(-not $node) {
    BeforeEach {
        $script:folder = New-Item "TestDrive:/$(New-Guid)" -ItemType Directory
        Push-Location $folder
    }

    AfterEach {
        Pop-Location
    }

    It 'draws the band and does nothing else' {
        $lightCurve = foreach ($i in 0..9) {
            [pscustomobject]@{ Name = 'star'; Time = 2458000 + 1.37 * $i; Mag = 17; Band = ($Name, 'other')[$i % 2] }
        }
        $lightCurve | Show-ZvarFold -Period 1.5 -Band $Name -As Page -Path page.html
        $command = (node $reader page.html) -join "`n"
        Remove-Item page.html
        . ([scriptblock]::Create($command))
        (Get-ChildItem -Force).Name | Should -Be 'star.png'
    }

    It 'draws the star and does nothing else' {
        $lightCurve = foreach ($i in 0..9) {
            [pscustomobject]@{ Name = $Name; Time = 2458000 + 1.37 * $i; Mag = 17 }
        }
        $lightCurve | Show-ZvarLightCurve -As Page -Path page.html
        $command = (node $reader page.html) -join "`n"
        Remove-Item page.html
        . ([scriptblock]::Create($command))
        (Get-ChildItem -Force).Name | Should -BeLike '*-time.png'
    }
}
