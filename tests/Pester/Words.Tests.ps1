BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'The words of the service and of its notebook' {
    It 'name the properties' {
        $object = Get-ZvarObject $star
        $object.objtype | Should -Be 'Star'
        $object.Periods[0].string_length | Should -Be $object.Periods[0].StringLength
        $object.Periods[0].bin | Should -Be $object.Periods[0].Bins
        $object.Matchfiles[0].nb_exposures | Should -Be 474
        $object.Matchfiles[0].idx | Should -Be $object.Matchfiles[0].Index
        $point = Get-ZvarPhotometry $star -Format Flux | Select-Object -First 1
        $point.magzp | Should -Be 26.052000762939453
        $point.mag_ref | Should -Be (-8.494999885559082)
        Get-ZvarPhotometry $star | Where-Object limmag -GT 15 | Should -BeNullOrEmpty
        $match = $object | Invoke-ZvarXmatch -Catalog gaia -Radius 5
        $match.source_id | Should -Be 2873447302730839936
        $match.ra, $match.dec | Should -Be $match.CatalogRa, $match.CatalogDec
        $match.phot_g_mean_mag | Should -Be 16.708706
    }

    It 'name the parameters' {
        $words = @{ min_period = 0.1; max_period = 1; min_significance = 40; objtype = 1 }
        $found = Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin @words
        $found.Psid | Should -Be (
            Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin -MinPeriod 0.1 -MaxPeriod 1 -MinSignificance 40 `
                -ObjectType Star).Psid
        (Get-ZvarLightCurve -psids $star -bands g -min_snr 10 -min_points 5).Bands | Should -Be 'g'
    }

    It 'make no column twice' {
        foreach ($of in { Get-ZvarObject $star }, { Get-ZvarPhotometry $star },
            { Invoke-ZvarXmatch $star -Catalog gaia -Radius 5 }, { (Get-ZvarObject $star).Matchfiles }) {
            (& $of | ConvertTo-Csv)[0] | Should -Not -Match '_'
        }
    }
}
