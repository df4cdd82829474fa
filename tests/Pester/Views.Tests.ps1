BeforeDiscovery {
    $script:tables = @(
        @{ Of = 'stars of a cone'; Script = { Find-ZvarCone 0.836528 30.937197 -Radius 5arcmin } }
        @{ Of = 'stars of a named cone'; Script = { Find-ZvarCone 0.836528 30.937197 -Radius 10 -TargetName binary } }
        @{ Of = 'stars of a wide cone'; Script = { Find-ZvarCone 83.6 22 -Radius 1deg -MinSignificance 48 } }
        @{ Of = 'a star by its psid'; Script = { Get-ZvarObject 145120008365555264 } }
        @{ Of = 'match files'; Script = { (Get-ZvarObject 145120008365555264).Matchfiles } }
        @{ Of = 'periods'; Script = { (Get-ZvarObject 145120008365555264).Periods } }
        @{ Of = 'points'; Script = { Get-ZvarPhotometry 145120008365555264 } }
        @{ Of = 'points as fluxes'; Script = { Get-ZvarPhotometry 145120008365555264 -Format Flux } }
        @{ Of = 'light curves'; Script = { Get-ZvarLightCurve 145120008365555264 } }
        @{ Of = 'matches with Gaia'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 5 } }
        @{ Of = 'matches with AllWISE'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog allwise -Radius 5 } }
        @{ Of = 'matches with 2MASS'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog 2mass -Radius 5 } }
        @{ Of = 'matches with Pan-STARRS1'; Script = { Invoke-ZvarXmatch 145120008365555264 -Catalog ps1 -Radius 5 } }
        @{ Of = 'phase points'; Script = { Get-ZvarLightCurve 145120008365555264 | ConvertTo-ZvarFold 6.5h -Bins 20 } }
        @{ Of = 'statistics of light curves'; Script = { Measure-ZvarLightCurve 145120008365555264 } }
        @{ Of = 'fields'; Script = { Get-ZvarField } }
        @{ Of = 'processing logs'; Script = { Get-ZvarProcessingLog | Select-Object -First 20 } }
        @{ Of = 'a connection'; Script = { Get-ZvarConnection } }
    )
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'The default view of <Of>' -ForEach $tables {
    BeforeAll {
        $script:lines = (& $Script | Out-String -Width 80) -split '\r?\n'
    }

    It 'fits into 80 columns' {
        $lines.Where{ $_ } | Should -Not -BeNullOrEmpty
        $lines.Where{ $_.Length -gt 80 } | Should -BeNullOrEmpty
    }

    It 'cuts nothing off' {
        $lines.Where{ $_.Contains('…') } | Should -BeNullOrEmpty
    }
}

Describe 'The views' {
    It 'say that a star is synthetic' {
        Get-ZvarObject $star | Out-String | Should -Match 'synthetic'
        Get-ZvarPhotometry $star | Select-Object -First 1 | Out-String | Should -Match 'synthetic'
    }

    It 'show a psid to its last digit, a period as text and a separation in tenths' {
        $row = (Find-ZvarCone 0.836528 30.937197 -Radius 1arcmin | Out-String -Width 80) -split '\r?\n' -match $star
        $row | Should -Match '145120008365555264.* 3\.27 hours .* 0\.0$'
    }

    It 'say in a word what a star is, and in any view which' {
        Get-ZvarObject $star | Out-String | Should -Match ' Star '
        Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin -ObjectType Extended | Select-Object -First 1 |
            Out-String | Should -Match ' Ext '
        Get-ZvarObject $star | Format-Wide | Out-String | Should -Match $star
    }

    It 'show what a processing log says beside its file' {
        $log = Get-ZvarProcessingLog | Select-Object -First 1
        $log | Out-String | Should -Match 'processed \d{4}-\d\d-\d\d'
        $log | Export-Clixml TestDrive:/log.xml
        Import-Clixml TestDrive:/log.xml | Out-String | Should -BeExactly ($log | Out-String)
    }

    It 'list all there is of a star, its match files and periods in words' {
        $list = Get-ZvarObject $star | Format-List | Out-String -Width 200
        $list | Should -Match 'ObjectType +: Star'
        $list | Should -Match '648/2/2 g \(474\)'
        $list | Should -Match '6\.54 hours \(48\.87, g\)'
    }

    It 'show a non-detection by its limit' {
        $points = Find-ZvarCone 0.836528 30.937197 -Radius 3arcmin | Get-ZvarPhotometry
        $points | Where-Object Detected -EQ $false | Select-Object -First 1 | Out-String | Should -Match '>\d\d\.\d'
    }
}
