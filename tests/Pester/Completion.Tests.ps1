BeforeAll {
    . $PSScriptRoot/Session.ps1

    function Complete([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }
}

Describe 'Tab completes' {
    It '<Line>' -ForEach @(
        @{ Line = 'Invoke-ZvarXmatch 1 -Catalog '; Texts = -split 'gaia ps1 galex 2mass allwise'; Tip = 'parallax' }
        @{ Line = 'Invoke-ZvarXmatch 1 -Catalog ga'; Texts = 'gaia', 'galex'; Tip = 'parallax' }
        @{ Line = 'Get-ZvarPhotometry 1 -Band '; Texts = 'g', 'r', 'i'; Tip = 'ZTF g' }
        @{ Line = 'Get-ZvarLightCurve 1 -Band g, '; Texts = 'g', 'r', 'i'; Tip = 'ZTF g' }
        @{ Line = 'Show-ZvarFold 1 -Band '; Texts = 'g', 'r', 'i'; Tip = 'ZTF g' }
        @{ Line = 'Show-ZvarFold 1 -Epoch '; Texts = 'First', 'Minimum', 'Maximum'; Tip = 'first time' }
        @{ Line = 'ConvertTo-ZvarFold -Epoch M'; Texts = 'Minimum', 'Maximum'; Tip = 'faintest' }
        @{ Line = 'Get-ZvarPhotometry 1 -Format '; Texts = 'Flux', 'Mag'; Tip = 'Flux' }
        @{ Line = 'Show-ZvarFold 1 -As '; Texts = 'Page', 'Pdf', 'Png', 'Svg', 'Terminal'; Tip = 'Page' }
        @{ Line = 'Show-ZvarLightCurve 1 -Band '; Texts = 'g', 'r', 'i'; Tip = 'ZTF g' }
        @{ Line = 'Find-ZvarCone 1 2 3 -ObjectType S'; Texts = , 'Star'; Tip = 'Star' }
        @{ Line = 'Find-ZvarCone 1 2 -Radius 1'; Texts = '10arcmin', '1.5deg'; Tip = 'Arcminutes' }
        @{ Line = 'ConvertTo-ZvarFold '; Texts = '0.27266296', '6.543911h', '90min', '300s', '10d'; Tip = 'days' }
        @{ Line = 'Find-ZvarCone 1 2 -Rad'; Texts = , '-Radius'; Tip = '10arcmin' }
        @{ Line = 'Find-ZvarCone 1 2 -MinS'; Texts = , '-MinSignificance'; Tip = 'significance' }
    ) {
        $completed = Complete $Line
        $completed.CompletionText | Should -Be $Texts
        $completed[0].ToolTip | Should -Match $Tip
    }

    It 'no file names where no file is meant' {
        Push-Location TestDrive:/
        try {
            Set-Content 1.csv, flux.csv, page.csv ''
            $offered = foreach ($cmdlet in Get-Command -Module ZvarPS) {
                foreach ($parameter in $cmdlet.Parameters.Values) {
                    if ($parameter.Attributes.TypeId.Name -like '*CompleterAttribute' -and
                        (Complete "$($cmdlet.Name) -$($parameter.Name) ").CompletionText -match '\.csv') {
                        "$($cmdlet.Name) -$($parameter.Name)"
                    }
                }
            }
            $offered | Should -BeNullOrEmpty
            (Complete 'Show-ZvarFold -Path ').CompletionText -match '\.csv' | Should -Not -BeNullOrEmpty
        } finally {
            Pop-Location
        }
    }

    It 'folders where a catalogue on disk is matched' {
        Push-Location TestDrive:/
        try {
            New-Item other.hats -ItemType Directory
            $completed = Complete 'Invoke-ZvarXmatch -HatsPath zvar.hats -Catalog oth'
            $completed.ListItemText | Should -Be 'other.hats'
        } finally {
            Pop-Location
        }
    }

    It 'the names of what comes down the pipeline' {
        (Complete 'Find-ZvarCone 1 2 3 | Where-Object Sig').CompletionText | Should -Contain 'Significance'
        (Complete 'Get-ZvarPhotometry 1 | Sort-Object Ti').CompletionText | Should -Contain 'Time'
    }

    It 'the cmdlets' {
        (Complete 'Find-Zvar').CompletionText | Should -Contain 'Find-ZvarCone'
    }
}
