BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'Find-ZvarCone' {
    It 'reads rows of a table, their own names of columns included' {
        @(
            'Name,RAJ2000,DEJ2000,Radius'
            'the binary,00:03:20.77,+30:56:13.9,5'
            'its neighbour,0.8392,30.9351,3'
        ) | Set-Content TestDrive:/catalogue.csv
        $found = Import-Csv TestDrive:/catalogue.csv | Find-ZvarCone
        $found.TargetName | Should -Be 'the binary', 'its neighbour'
        $found.Psid | Should -Be 145120008365555264, 145120008391532618
    }

    It 'keeps positions of one name apart' {
        $found = [pscustomobject]@{ Name = 'same'; Ra = 0.836528; Dec = 30.937197 },
            [pscustomobject]@{ Name = 'same'; Ra = 0.8392; Dec = 30.9351 } | Find-ZvarCone -Radius 2
        $found.Psid | Should -Be 145120008365555264, 145120008391532618
        $found.TargetName | Should -Be 'same', 'same'
    }

    It 'reads positions as text from the pipeline' {
        '00h03m20.77s +30d56m13.9s', '0.836528 30.937197' | Find-ZvarCone -Radius 2 | ForEach-Object Psid |
            Should -Be $star, $star
    }

    It 'sorts, groups and measures like any table' {
        $stars = Find-ZvarCone 0.836528 30.937197 -Radius 3arcmin
        $sorted = $stars | Sort-Object Significance -Descending
        $sorted[0].Psid | Should -Be $star
        $sorted[0].Significance | Should -BeGreaterThan $sorted[1].Significance
        ($stars | Group-Object ObjectType | Measure-Object Count -Sum).Sum | Should -Be $stars.Count
        ($stars | Measure-Object Separation -Maximum).Maximum | Should -BeLessOrEqual 180
    }

    It 'filters the same before as after' {
        $before = Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin -MinSignificance 40 -ObjectType Star
        $after = Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin |
            Where-Object { $_.Significance -ge 40 -and $_.ObjectType -eq 'Star' }
        $before.Psid | Should -Be $after.Psid
        $before.Count | Should -BeGreaterThan 5
    }

    It 'goes on past a position that is none' {
        $found = '0.836528 30.937197', 'nowhere', '0.8392 30.9351' |
            Find-ZvarCone -Radius 2 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'ResolverNotReached,*'
        $failures[0].TargetObject | Should -Be 'nowhere'
        $found.Psid | Should -Be 145120008365555264, 145120008391532618
    }

    It 'says which columns it wants' {
        [pscustomobject]@{ x = 1; y = 2 } |
            Find-ZvarCone -Radius 5 -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'InputNotUnderstood,*'
        $failures[0].Exception.Message | Should -Match 'x, y'
        $failures[0].Exception.Message | Should -Match 'Ra and Dec'
        $failures[0].TargetObject.x | Should -Be 1
    }

    It 'has nothing to say of an empty pipeline' {
        @() | Find-ZvarCone -Radius 5 | Should -BeNullOrEmpty
    }
}

Describe 'What Find-ZvarCone refuses' {
    It '<Why>' -ForEach @(
        @{ Why = 'dec 91'; Script = { Find-ZvarCone 10 91 -Radius 5 }; Says = '-90' }
        @{ Why = 'ra 361'; Script = { Find-ZvarCone 361 10 -Radius 5 }; Says = '360' }
        @{ Why = 'ra -5'; Script = { Find-ZvarCone -5 10 -Radius 5 }; Says = '360' }
        @{ Why = 'radius 0'; Script = { Find-ZvarCone 10 20 -Radius 0 }; Says = 'more than 0' }
        @{ Why = 'a negative radius'; Script = { Find-ZvarCone 10 20 -Radius -5 }; Says = 'more than 0' }
        @{ Why = 'a decimal comma as a list'; Script = { Find-ZvarCone 1,5 20 -Radius 5 }; Says = 'point, not a comma' }
        @{ Why = 'a decimal comma as text'; Script = { Find-ZvarCone '1,5' 20 -Radius 5 }; Says = 'comma' }
        @{ Why = 'a radius in words'; Script = { Find-ZvarCone 10 20 -Radius wide }; Says = '10arcmin' }
        @{ Why = 'a period of 0'; Script = { Find-ZvarCone 10 20 -Radius 5 -MinPeriod 0 }; Says = 'more than 0' }
    ) {
        $failure = $Script | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        $failure.Exception.Message | Should -Match ([regex]::Escape($Says))
    }
}
