BeforeAll {
    . $PSScriptRoot/Session.ps1

    # Everything the cmdlets give.
    $script:all = {
        $found = Find-ZvarCone 0.836528 30.937196 -Radius 2 -TargetName mine
        @{
            Object = $found
            Period = $found.Periods[0]
            LightCurve = $found | Get-ZvarLightCurve -MinSnr 40
            Points = $found | Get-ZvarPhotometry
            Match = $found | Invoke-ZvarXmatch -Catalog gaia -Radius 3
            Fold = $found | Get-ZvarLightCurve | ConvertTo-ZvarFold -Bins 3
        }
    }
    $script:here = & $all
}

Describe 'What comes back from <From>' -ForEach @(
    @{
        From = 'Start-Job'
        Get = {
            Start-Job -ArgumentList $repository, "$all" {
                param($Repository, $Script)
                Import-Module "$Repository/ZvarPS.psd1"
                Connect-Zvar -Demo
                & ([scriptblock]::Create($Script))
            } | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop
        }
    }
    @{
        From = 'Import-Clixml'
        Get = {
            $again = @{}
            foreach ($what in $here.GetEnumerator()) {
                $what.Value | Export-Clixml "TestDrive:/$($what.Key).xml"
                $again[$what.Key] = Import-Clixml "TestDrive:/$($what.Key).xml"
            }
            $again
        }
    }
    @{
        From = 'ForEach-Object -Parallel'
        Get = {
            $connection, $script = (Get-ZvarConnection), "$all"
            $repository | ForEach-Object -Parallel {
                Import-Module "$_/ZvarPS.psd1"
                $PSDefaultParameterValues['*-Zvar*:Connection'] = $using:connection
                & ([scriptblock]::Create($using:script))
            }
        }
    }
) {
    BeforeAll {
        $script:again = & $Get
    }

    It 'a light curve folds as before, with its star''s period and its name, and asks nobody' {
        Disconnect-Zvar
        try {
            $fold = $again.LightCurve | ConvertTo-ZvarFold
        } finally {
            Connect-Zvar -Demo
        }
        $expected = $here.LightCurve | ConvertTo-ZvarFold
        $fold.Count | Should -BeGreaterThan 10
        $fold | ConvertTo-Csv | Should -Be ($expected | ConvertTo-Csv)
    }

    It 'points fold as before' {
        $again.Points | ConvertTo-ZvarFold 0.5 -Bins 5 | ConvertTo-Csv |
            Should -Be ($here.Points | ConvertTo-ZvarFold 0.5 -Bins 5 | ConvertTo-Csv)
    }

    It 'a star, a match and a period are asked about, with their names' {
        ($again.Object | Get-ZvarLightCurve).TargetName | Should -Be 'mine'
        ($again.Match | Get-ZvarLightCurve).Object.Period | Should -Be $here.Object.Period
        ($again.Period | Get-ZvarObject).Psid | Should -Be $star
        ($again.Object | Invoke-ZvarXmatch -Catalog gaia -Radius 3).Separation | Should -Be $here.Match.Separation
        (Invoke-ZvarXmatch -Id $again.Match -Catalog gaia -Radius 3).Psid | Should -Be $star
    }

    It 'a star and a period are shown, folded at their periods' {
        $again.Object, $again.Period, $again.LightCurve | Show-ZvarFold -Path TestDrive:/folds.svg
        $text = (Select-Xml '//*[local-name()="text"]' TestDrive:/folds.svg).Node.InnerText -join ' '
        ($text | Select-String '3\.27 hours' -AllMatches).Matches.Count | Should -Be 2
        ($text | Select-String '6\.54 hours' -AllMatches).Matches.Count | Should -Be 1
    }

    It 'a fold keeps its numbers' {
        $again.Fold | Select-Object * -ExcludeProperty PSComputerName, RunspaceId, PSShowComputerName | ConvertTo-Csv |
            Should -Be ($here.Fold | ConvertTo-Csv)
    }
}

Describe 'A connection' {
    It 'says in a job why it is none any more' {
        $connection = Get-ZvarConnection
        $said = Start-Job -ArgumentList $repository, $star {
            param($Repository, $Star)
            Import-Module "$Repository/ZvarPS.psd1"
            try {
                Get-ZvarObject $Star -Connection $using:connection
            } catch {
                "$_"
            }
        } | Receive-Job -Wait -AutoRemoveJob
        $said | Should -Match 'run Connect-Zvar inside it'
    }

    It 'is wanted in each runspace, and the error says how' {
        $said = $repository | ForEach-Object -Parallel {
            Import-Module "$_/ZvarPS.psd1"
            try {
                Get-ZvarObject 145120008365555264
            } catch {
                $_.FullyQualifiedErrorId
                "$_"
            }
        }
        $said[0] | Should -BeLike 'NotConnected,*'
        $said[1] | Should -Match '\$using:connection'
    }
}
