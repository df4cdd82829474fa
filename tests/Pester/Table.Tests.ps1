BeforeAll {
    . $PSScriptRoot/Session.ps1

    function Complete([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText
    }

    # All that two objects say, whatever they are made of.
    function Say($Objects) {
        $Objects | ConvertTo-Json -Depth 4 -Compress
    }

    $script:stars = Find-ZvarCone 0.836528 30.937196 -Radius 1arcmin -TargetName mine
    $script:curves = $stars[0..2] | Get-ZvarLightCurve
}

Describe 'A table in <Name>' -ForEach @(
    foreach ($name in 't.vot', 't.vot.gz', 't.ecsv', 't.fits', 't.fits.gz', 't.csv', 't.csv.gz', 't.parquet') {
        @{ Name = $name }
    }
) {
    It 'gives back the stars that went in' {
        $stars | Export-ZvarTable "TestDrive:/$Name"
        $again = Import-ZvarTable "TestDrive:/$Name"
        $again[0] | Should -BeOfType Zvar.ZvarObject
        Compare-Object $stars $again -Property Psid, Ra, Dec, Period, Significance, TargetName, Separation, Synthetic |
            Should -BeNullOrEmpty
        Say $again | Should -Be (Say $stars)
    }

    It 'gives back the light curves that went in' {
        $curves | Export-ZvarTable "TestDrive:/$Name"
        $again = Import-ZvarTable "TestDrive:/$Name"
        $again | Should -HaveCount 3
        $again[0] | Should -BeOfType Zvar.LightCurve
        Compare-Object $curves.EnumeratePoints() $again.EnumeratePoints() -Property Psid, Time, Mag, MagErr, Snr, Band |
            Should -BeNullOrEmpty
    }

    It 'gives back the matches that went in' {
        $matched = $stars | Invoke-ZvarXmatch -Catalog gaia -Radius 3
        $matched | Export-ZvarTable "TestDrive:/$Name"
        $again = Import-ZvarTable "TestDrive:/$Name"
        $again | Should -HaveCount @($matched).Count
        Compare-Object $matched $again -Property Psid, Separation, BpRp, Parallax | Should -BeNullOrEmpty
    }

    It 'has the columns that were selected' {
        $chosen = $stars |
            Select-Object Psid, Ra, @{ n = 'Hours'; e = { 24 * $_.Period } }, @{ n = 'Who'; e = { 'ö "x"' } }
        $chosen | Export-ZvarTable "TestDrive:/$Name"
        $again = Import-ZvarTable "TestDrive:/$Name" -AsRow
        $again[0].PSObject.Properties.Name | Should -Be 'Psid', 'Ra', 'Hours', 'Who'
        Compare-Object $chosen $again -Property Psid, Ra, Hours, Who | Should -BeNullOrEmpty
    }
}

Describe 'Export-ZvarTable' {
    It 'writes nested light curves as <Name>' -ForEach @(@(
        @{ Name = 'n.parquet' }, @{ Name = 'n.ecsv' }, @{ Name = 'n.vot' },
        @{ Name = 'n.fits' }, @{ Name = 'n.fits.gz' }
    )) {
        $curves | Export-ZvarTable "TestDrive:/$Name" -Nested
        Import-ZvarTable "TestDrive:/$Name" -AsRow | Should -HaveCount 3
        $again = Import-ZvarTable "TestDrive:/$Name"
        $again.Points | Should -Be $curves.Points
        Compare-Object $curves.EnumeratePoints() $again.EnumeratePoints() -Property Psid, Time, Mag, MagErr, Snr, Band |
            Should -BeNullOrEmpty
    }

    It 'takes what comes out of a job' {
        $job = Start-Job -ArgumentList $repository {
            param($Repository)
            Import-Module "$Repository/ZvarPS.psd1"
            Connect-Zvar -Demo
            Find-ZvarCone 0.836528 30.937196 -Radius 1arcmin -TargetName mine
        }
        $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop | Export-ZvarTable TestDrive:/job.csv
        $stars | Export-ZvarTable TestDrive:/here.csv
        Get-Content TestDrive:/job.csv | Should -Be (Get-Content TestDrive:/here.csv)
    }

    It 'takes what comes out of a file' {
        $curves | Export-Clixml TestDrive:/curves.xml
        Import-Clixml TestDrive:/curves.xml | Export-ZvarTable TestDrive:/again.csv
        $curves | Export-ZvarTable TestDrive:/here.csv
        Get-Content TestDrive:/again.csv | Should -Be (Get-Content TestDrive:/here.csv)
    }

    It 'takes the rows of Import-Csv, and finds what their columns hold' {
        'id,n,x,ok', '00012,3,1.5,True', '7x,4,,False' | ConvertFrom-Csv | Export-ZvarTable TestDrive:/rows.parquet
        $rows = Import-ZvarTable TestDrive:/rows.parquet -AsRow
        $rows.id | Should -Be '00012', '7x'
        $rows[1].n | Should -Be 4
        $rows[0].x | Should -BeOfType double
        [double]::IsNaN($rows[1].x) | Should -BeTrue
        $rows[1].ok | Should -BeFalse
        $rows[1].ok | Should -BeOfType bool
    }

    It 'leaves nothing where a pipeline fails' {
        { $stars | ForEach-Object { $_; throw 'enough' } | Export-ZvarTable TestDrive:/failed/t.csv } |
            Should -Throw 'enough'
        Get-ChildItem TestDrive:/failed -Force | Should -BeNullOrEmpty
    }

    It 'gives the file with -PassThru, and asks before it with -WhatIf' {
        ($stars | Export-ZvarTable TestDrive:/given.vot -PassThru).Name | Should -Be 'given.vot'
        $stars | Export-ZvarTable TestDrive:/asked.vot -WhatIf
        Test-Path TestDrive:/asked.vot | Should -BeFalse
    }

    It 'says in the header which pipeline it was, and that the stars are made up' {
        Find-ZvarCone 0.836528 30.937196 -Radius 1arcmin | Select-Object -First 2 |
            Export-ZvarTable TestDrive:/asked.ecsv
        $header = Get-Content TestDrive:/asked.ecsv -Raw
        $question = 'Find-ZvarCone 0.836528 30.937196 -Radius 1arcmin | Select-Object -First 2'
        $header | Should -Match ([regex]::Escape("""question"": ""$question"""))
        $header | Should -Match '"source": "demo sky"'
        $header | Should -Match '"synthetic": "true'
    }
}

Describe 'Import-ZvarTable' {
    It 'reads the files of Get-ChildItem' {
        $stars[0] | Export-ZvarTable 'TestDrive:/many/[a].csv'
        $stars[1] | Export-ZvarTable TestDrive:/many/b.fits
        (Get-ChildItem TestDrive:/many | Import-ZvarTable).Psid | Sort-Object |
            Should -Be ($stars[0, 1].Psid | Sort-Object)
    }

    It 'reads a light curve of another survey, which the views take' {
        # Made up, in the layout of ZTF at IRSA.
        'oid,hjd,mag,magerr,catflags,filtercode', '1,2458263.91,17.40,0.02,0,zr', '1,2458264.93,17.61,0.02,0,zr' |
            Set-Content TestDrive:/ztf.csv
        Import-ZvarTable TestDrive:/ztf.csv | Show-ZvarLightCurve -Path TestDrive:/ztf.svg
        Get-Content TestDrive:/ztf.svg -Raw | Should -Match 'HJD - 24\d+ \(days\)'
    }

    It 'may be ended by whoever has enough' {
        $curves | Export-ZvarTable TestDrive:/enough.csv
        Import-ZvarTable TestDrive:/enough.csv -AsPoint | Select-Object -First 2 | Should -HaveCount 2
        Remove-Item TestDrive:/enough.csv
        Test-Path TestDrive:/enough.csv | Should -BeFalse
    }
}

Describe 'Tables at the prompt' {
    It 'Tab completes <Line>' -ForEach @(
        @{ Line = 'Export-ZvarTable x -As '; Texts = 'Csv', 'Ecsv', 'Fits', 'Parquet', 'VOTable', 'VOTableText' }
        @{ Line = 'Export-ZvarTable x -As VO'; Texts = 'VOTable', 'VOTableText' }
    ) {
        Complete $Line | Sort-Object | Should -Be $Texts
    }

    It 'Tab completes the ways to count times, in quotes where there is a blank' {
        $texts = Complete 'Import-ZvarTable x -TimeSystem '
        $texts | Should -Contain 'HJD'
        $texts | Should -Contain "'BJD (TDB)'"
        Complete 'Import-ZvarTable x -TimeSystem H' | Should -Be 'HJD'
    }

    It '<_> has help with examples' -ForEach 'Export-ZvarTable', 'Import-ZvarTable' {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Match '\w+ \w+'
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        (Get-Help about_ZvarPS_Tables | Out-String) | Should -Match $_
    }
}
