# Columns with the names that PowerShell or we have taken, or with none, on their way through views, files and tables.
BeforeAll {
    . $PSScriptRoot/../Session.ps1
    . $PSScriptRoot/HostileService.ps1

    $script:taken = '', 'psobject', 'ToString', 'pstypenames', 'psbase', 'psadapted', 'psextended', 'GetType', 'psid',
        'Object', 'mag', 'MAG'
    $row = [Collections.Specialized.OrderedDictionary]::new()
    $taken.ForEach({ $row[$_] = "their $_" })
    $row['id'] = '1237'
    $script:service = Open-HostileService @{
        cone_search = '{}'
        objects = "[{`"psid`": `"$star`", `"ra`": 10.0, `"dec`": 1.0, `"objtype`": 1}]"
        xmatch = "{`"$star`": [$(ConvertTo-Json $row)]}"
    }
    Connect-Zvar -Credential $service.Credential -Uri $service.Uri
}

AfterAll {
    Close-HostileService $service
}

Describe 'A match with columns whose names are taken' {
    It 'is listed with all of them' {
        $list = Invoke-ZvarXmatch $star -Catalog sdss -Radius 5 | Format-List | Out-String -Width 200
        foreach ($column in $taken) {
            $list | Should -MatchExactly "their $column *`n"
        }
    }

    It 'goes through a table with all of them' {
        Invoke-ZvarXmatch $star -Catalog sdss -Radius 5 | Export-Csv TestDrive:/matches.csv
        $cells = (Import-Csv TestDrive:/matches.csv).psobject.Properties.Value
        foreach ($column in $taken) {
            $cells -ccontains "their $column" | Should -BeTrue
        }
        (Import-Csv TestDrive:/matches.csv).Psid | Should -Be $star
    }

    It 'goes through a file and a job with all of them' {
        Invoke-ZvarXmatch $star -Catalog sdss -Radius 5 | Export-Clixml TestDrive:/matches.xml
        $back = Import-Clixml TestDrive:/matches.xml
        $back.Psid | Should -Be $star
        $back.Column_psid | Should -Be 'their psid'
        $back | Format-List | Out-String | Should -Match 'Column_psobject +: their psobject'
        ($back | Invoke-ZvarXmatch -Catalog sdss -Radius 5).Psid | Should -Be $star
    }
}

Describe 'A table with columns whose names are taken' {
    It 'is read as far as PowerShell reads it' {
        "Time,Mag,ToString,GetType,Count,Length`n2458000,17,1,2,3,4`n2458001,18,1,2,3,4" |
            ConvertFrom-Csv | ConvertTo-ZvarFold 1 | Should -HaveCount 2
        '[{"Time": 2458000, "Mag": 17, "": 1, "psobject": 2, "ToString": 3}]' |
            ConvertFrom-Json -AsHashtable | ConvertTo-ZvarFold 1 | Should -HaveCount 1
        '{"Ra": 10, "Dec": 1, "": 1, "psobject": 2, "ToString": 3}' |
            ConvertFrom-Json -AsHashtable | Find-ZvarCone -Radius 5 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -Not -Match 'InputNotUnderstood'
    }

    It 'with names that differ in case alone is asked which' {
        '{"Time": 2458000, "Mag": 17, "mag": 18}' | ConvertFrom-Json -AsHashtable |
            ConvertTo-ZvarFold 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0] | Should -BeLike "Two columns could be the magnitude: 'Mag' and 'mag'*"
    }
}
