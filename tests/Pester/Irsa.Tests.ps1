BeforeAll {
    . $PSScriptRoot/Session.ps1

    # Made up, in the shape of IRSA's light curves: a star of two filters, each with an id of its own, eclipsing every
    # 1.25 days, and every tenth row marked as bad.
    $header = 'oid,expid,hjd,mjd,mag,magerr,catflags,filtercode,ra,dec,chi,sharp,filefracday,field,ccdid,qid,limitmag,' +
        'magzp,magzprms,clrcoeff,clrcounc,exptime,airmass,programid'
    $rows = foreach ($i in 0..199) {
        $filter = $i % 2
        $hjd = 2458204.684508677 + 0.37 * $i
        $mag = 14 + $filter + $(if (0.37 * $i / 1.25 % 1 -lt 0.1) { 0.5 } else { 0 })
        $flags = if ($i % 10) { 0 } else { 32768 }
        "68610340000000$filter,$i,$hjd,$($hjd - 2400000.5),$mag,0.0128716603,$flags,z$('gr'[$filter]),107.714169$filter," +
            "2.461027$filter,1.2,0.01,20180327184,462,4,1,19.65,26.27,0.02,-0.03,1e-05,30,1.2,1"
    }
    $header, $rows | ForEach-Object { $_ } | Set-Content TestDrive:/irsa.csv
}

Describe 'A light curve of IRSA' {
    It 'is one star, its filters our bands, without what is bad' {
        $fold = Import-Csv TestDrive:/irsa.csv |
            ConvertTo-ZvarFold 1.25 -Bins 10 -WarningVariable told -WarningAction SilentlyContinue
        $fold.Psid | Select-Object -Unique | Should -Be 0
        $fold.Band | Select-Object -Unique | Should -Be 'g', 'r'
        ($fold | Measure-Object Count -Sum).Sum | Should -Be 180
        $told | Should -Be '20 rows were left out: their column catflags says that they are bad.'
        ($fold | Where-Object Band -EQ g | Measure-Object Mag -Maximum).Maximum | Should -BeGreaterThan 14.2
    }

    It 'goes by its id in a table on the screen' {
        $text = Import-Csv TestDrive:/irsa.csv | ConvertTo-ZvarFold 1.25 -Bins 2 -WarningAction Ignore | Out-String
        $text | Should -Match '(?m)^ *68610340000000[01] g '
    }

    It 'is shown' {
        Import-Csv TestDrive:/irsa.csv | Show-ZvarFold -Period 1.25 -Path TestDrive:/irsa.svg -WarningAction Ignore
        $text = (Select-Xml '//*[local-name()="text"]' TestDrive:/irsa.svg).Node.InnerText -join ' '
        $text | Should -Match '68610340000000[01]'
        $text | Should -Match 'g \(80\)'
        $text | Should -Match 'r \(100\)'
    }
}
