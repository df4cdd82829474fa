BeforeDiscovery {
    # pandas reads the table back where there is one: Debian's python3-pandas, say.
    $script:python = 'python3', 'python', '/usr/bin/python3' | Where-Object {
        (Get-Command $_ -CommandType Application -ErrorAction Ignore) -and
        (& $_ -c 'import importlib.util as u; print(u.find_spec("pandas") is not None)' 2>$null) -eq 'True'
    } | Select-Object -First 1
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
    . $PSScriptRoot/Service.ps1
    $script:service = Open-Service
    Connect-Zvar -Credential $service.Credential -Uri $service.Uri
    @(
        'Name,Ra,Dec'
        'the binary,0.836528,30.937197'
        'an RR Lyrae star,121.7361,15.4556'
    ) | Set-Content TestDrive:/positions.csv
}

AfterAll {
    Close-Service $service
    Connect-Zvar -Demo
}

Describe 'From a table of positions to a table of photometry, over HTTP' {
    BeforeAll {
        Push-Location TestDrive:/
        Import-Csv positions.csv |
            Find-ZvarCone -Radius 5 |
            Get-ZvarPhotometry |
            Where-Object Snr -ge 5 |
            Export-Csv out.csv
        Pop-Location
    }

    It 'keeps the points, their stars and the names of the targets' {
        $rows = Import-Csv TestDrive:/out.csv
        $rows | Where-Object TargetName -EQ 'the binary' | ForEach-Object Psid | Select-Object -Unique |
            Should -BeExactly '145120008365555264'
        $rows | Where-Object TargetName -EQ 'an RR Lyrae star' | ForEach-Object Psid | Select-Object -Unique |
            Should -BeExactly '126541217361397171'
        ($rows | Where-Object { [double]$_.Snr -lt 5 }) | Should -BeNullOrEmpty
        $rows[0].Time | Should -BeExactly '2458263.981924'
    }

    It 'writes what pandas reads, psids exact as whole numbers' -Skip:(-not $python) -ForEach @{ Python = $python } {
        # Skipped where no Python here has pandas.
        $table = (Get-Item TestDrive:/out.csv).FullName
        $read = @'
import sys, pandas
table = pandas.read_csv(sys.argv[1])
print(table.Psid.dtype, *sorted(set(table.Psid)))
print(table.Time.dtype, table.Mag.dtype, table.Detected.dtype, len(table))
print(repr(table.Time[0].item()))
'@ | & $Python - $table
        $read[0] | Should -BeExactly 'int64 126541217361397171 145120008365555264'
        $read[1] | Should -BeExactly "float64 float64 bool $((Import-Csv $table).Count)"
        $read[2] | Should -BeExactly '2458263.981924'
    }
}

Describe 'The same points, folded as they are' {
    It 'need no second request' {
        $points = Import-Csv TestDrive:/positions.csv |
            Find-ZvarCone -Radius 5 |
            Get-ZvarPhotometry |
            Where-Object { $_.Snr -ge 5 -and $_.Psid -eq $star -and $_.Band -eq 'g' }
        Close-Service $service
        $points | Show-ZvarFold -Path TestDrive:/fold.svg
        $text = (Select-Xml '//*[local-name()="text"]' TestDrive:/fold.svg).Node.InnerText -join ' '
        $text | Should -Match "g \($($points.Count)\)"
        $text | Should -Match '3\.27 hours'
    }
}
