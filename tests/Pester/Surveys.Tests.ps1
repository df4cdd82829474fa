BeforeAll {
    . $PSScriptRoot/Session.ps1

    function Read-Drawing([string]$Path) {
        (Select-Xml '//*[local-name()="text"]' $Path).Node.InnerText -join ' '
    }
}

Describe 'Light curves of other surveys' {
    It 'are known by their columns, and the verbose stream says which' {
        # Made up, in the shape of ATLAS's forced photometry.
        $lines = 'MJD m dm uJy duJy F err chi/N RA Dec x y maj min phi apfit mag5sig Sky Obs',
            '58000.25 16.4 0.022 1000 20 o 0 1.1 10.5 -5.5 1 2 3 3 10 -0.4 19.25 20.1 one',
            '58001.25 -19.9 0.500 -40 20 c 0 1.1 10.5 -5.5 1 2 3 3 10 -0.4 19.25 20.1 two',
            '58002.25 16.4 0.022 1000 20 o 1 1.1 10.5 -5.5 1 2 3 3 10 -0.4 19.25 20.1 bad'
        $rows = $lines | ConvertFrom-Csv -Delimiter ' '
        $all = $rows | ConvertTo-ZvarFold 1 -Verbose -WarningVariable told -WarningAction SilentlyContinue 4>&1
        $points = @($all | Where-Object { $_ -is [Zvar.PhasePoint] })
        $points.Mag | Should -Be 16.4
        $points.Epoch | Should -Be 2458000.75
        $told | Should -Be '1 rows were left out: their column err says that they are bad.'
        "$all" | Should -Match 'The rows were taken for those of ATLAS forced photometry \(MJD, uJy, F\)\.'
    }

    It 'say on their axes how their times are counted' {
        'hjd,mag,filter', '2458000.25,14.5,V', '2458001.5,14.6,V' | ConvertFrom-Csv |
            Show-ZvarLightCurve -Path TestDrive:/mine.svg
        $text = Read-Drawing TestDrive:/mine.svg
        $text | Should -Match 'HJD - 2458000 \(days\)'
        $text | Should -Not -Match 'AB magnitude'
    }

    It 'stay what they are in files and jobs, <Way>' -ForEach @(
        @{ Way = 'CliXml'; Again = { $input | Export-Clixml TestDrive:/c.xml; Import-Clixml TestDrive:/c.xml } }
        @{ Way = 'JSON'; Again = { $input | ConvertTo-Json -Depth 5 | ConvertFrom-Json } }
        @{ Way = 'shallow JSON'; Again = { $input | ConvertTo-Json -Depth 1 -WarningAction Ignore | ConvertFrom-Json } }
        @{ Way = 'hashtables'; Again = { $input | ConvertTo-Json -Depth 5 | ConvertFrom-Json -AsHashtable } }
    ) {
        $gatherer = [Zvar.LightCurveGatherer]::new([string[]]('bjd_tdb', 'counts'), $null,
            [Zvar.PhotometryOptions]@{ FluxColumn = 'counts' })
        foreach ($i in 0..4) {
            $row = @{ bjd_tdb = 2458000.5 + $i / 3; counts = 100.0 + $i }
            $gatherer.Add({ param($name) $row[$name] })
        }
        $gatherer.Gather()[0].LightCurve | & $Again | Show-ZvarLightCurve -Path TestDrive:/again.svg
        $text = Read-Drawing TestDrive:/again.svg
        $text | Should -Match 'BJD \(TDB\) - 2458000 \(days\)'
        $text | Should -Match 'Relative magnitude'
    }

    It 'are refused where nothing says from which day the times of a spacecraft count' {
        'TIME,PDCSAP_FLUX,QUALITY', '1325.25,1000,0' | ConvertFrom-Csv |
            ConvertTo-ZvarFold 1 -ErrorVariable told -ErrorAction SilentlyContinue
        $told[0].FullyQualifiedErrorId | Should -Match '^InputNotUnderstood'
        "$told" | Should -Match 'BJDREFI'
        "$told" | Should -Match 'btjd'
    }
}
