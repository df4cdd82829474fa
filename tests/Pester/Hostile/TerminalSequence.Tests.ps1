# A name that would move the cursor, clear the screen, set the window's title, ring, or turn letters around: shown, it
# is symbols; in the data it is what it was.
BeforeDiscovery {
    $script:shown = @(
        @{ Of = 'stars'; Script = { Find-ZvarCone 10 1 -Radius 5 -TargetName $foul } }
        @{ Of = 'match files'; Script = { (Find-ZvarCone 10 1 -Radius 5).Matchfiles } }
        @{ Of = 'periods'; Script = { (Find-ZvarCone 10 1 -Radius 5).Periods } }
        @{ Of = 'points'; Script = { Get-ZvarPhotometry 145120008365555264 } }
        @{ Of = 'light curves'; Script = { Get-ZvarLightCurve 145120008365555264 } }
        @{ Of = 'light curves of a table'; Script = {
                [pscustomobject]@{ Psid = 145120008365555264; Name = $foul } | Get-ZvarLightCurve } }
        @{ Of = 'matches'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog $foul -Radius 5 } }
        @{ Of = 'matches with Gaia'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 5 } }
        @{ Of = 'phase points'; Script = { Get-ZvarLightCurve 145120008365555264 | ConvertTo-ZvarFold 1 } }
        @{ Of = 'phase points of a table'; Script = {
                [pscustomobject]@{ Name = $foul; Time = 2458000; Mag = 17; Band = $foul } | ConvertTo-ZvarFold 1 } }
        @{ Of = 'processing logs'; Script = { Get-ZvarProcessingLog } }
        @{ Of = 'fields'; Script = { Get-ZvarField } }
    )
    $script:ways = @(
        @{ Way = 'by itself'; Format = { $input | Out-String -Width 400 } }
        @{ Way = 'as a table'; Format = { $input | Format-Table | Out-String -Width 400 } }
        @{ Way = 'as a list'; Format = { $input | Format-List | Out-String -Width 400 } }
        @{ Way = 'in a text'; Format = { $input | ForEach-Object { "$_" } } }
    )
}

BeforeAll {
    . $PSScriptRoot/../Session.ps1
    . $PSScriptRoot/HostileService.ps1

    # Plain text would take the sequences out, and a terminal does not.
    $PSStyle.OutputRendering = 'Ansi'
    $script:foul = "a`e[2J`e]0;title`a`u{9b}31m`b`r`n`u{202e}b`u{2066}c`u{7f}"
    $script:symbols = "a$([char]0x241b)\[2J$([char]0x241b)\]0;title$([char]0x2407)$([char]0xfffd)31m"
    $file = @{ field = 648; ccd = 2; quad = 2; band = $foul }
    $match = @{ id = $foul; ra = 10.0; dec = 1.0; $foul = $foul; nested = @{ $foul = 1 } }
    $point = @{ time = 2458263.98; mag = 17.4; magerr = 0.03; flux = 345; fluxerr = 95; snr = 29 } + $file
    $script:service = Open-HostileService @{
        cone_search = ConvertTo-Json -Depth 9 @{ '0' = @(@{
                    psid = "$star"; ra = 10.0; dec = 1.0; objtype = 1
                    matchfiles = @(@{ nb_exposures = 9 } + $file)
                    periods = @(@{ period = 0.5; significance = 40; bin = 5 } + $file)
                }) }
        objects = ConvertTo-Json -Depth 9 @(@{ psid = "$star"; ra = 10.0; dec = 1.0; objtype = 1 })
        photometry = ConvertTo-Json -Depth 9 @{ "$star" = @($point) }
        xmatch = ConvertTo-Json -Depth 9 @{ "$star" = @($match) }
        processing_logs = ConvertTo-Json -Depth 9 @($file + @{ $foul = $foul })
    }
    Connect-Zvar -Credential $service.Credential -Uri $service.Uri
}

AfterAll {
    Close-HostileService $service
}

Describe 'A name with control sequences in <Of>' -ForEach $shown {
    It 'is symbols when shown <Way>' -ForEach $ways {
        $drawn = (& $Script | & $Format) -join "`n" -replace '\e\[[\d;]*m', '' -replace '\r?\n', "`n"
        $drawn | Should -Not -BeNullOrEmpty
        $drawn | Should -Not -Match '[\x00-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\u2028\u2029]'
    }

    It 'is never left out of the list' {
        (& $Script | Format-List | Out-String -Width 400) -replace '\e\[[\d;]*m', '' | Should -Match $symbols
    }
}

Describe 'A name with control sequences in the data' {
    It 'stays what it was' {
        (Find-ZvarCone 10 1 -Radius 5 -TargetName $foul).TargetName | Should -BeExactly $foul
        (Get-ZvarPhotometry $star).Band | Should -BeExactly $foul
        (Get-ZvarLightCurve $star).Band | Should -BeExactly $foul
        $match = Invoke-ZvarXmatch $star -Catalog sdss -Radius 5
        $match.Id, $match.$foul | Should -BeExactly $foul, $foul
        (Get-ZvarProcessingLog).$foul | Should -BeExactly $foul
        Invoke-ZvarXmatch $star -Catalog sdss -Radius 5 | Export-Csv TestDrive:/matches.csv
        (Import-Csv TestDrive:/matches.csv).Id | Should -BeExactly $foul
    }

    It 'is symbols also when it comes back from a file' {
        Invoke-ZvarXmatch $star -Catalog sdss -Radius 5 | Export-Clixml TestDrive:/matches.xml
        $back = Import-Clixml TestDrive:/matches.xml
        $back.$foul | Should -BeExactly $foul
        ($back | Format-List | Out-String -Width 400) -replace '\e\[[\d;]*m', '' | Should -Match $symbols
        ($back | Format-List | Out-String -Width 400) -replace '\e\[[\d;]*m', '' | Should -Not -Match '[\a\e\x9b\u202e]'
    }
}
