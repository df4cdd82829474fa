BeforeDiscovery {
    $readme = Get-Content "$PSScriptRoot/../../README.md" -Raw
    $script:blocks = foreach ($fence in [regex]::Matches($readme, '(?ms)^```powershell\r?\n(?<code>.*?)^```')) {
        $line = ($readme.Substring(0, $fence.Index) -split '\n').Count
        @{ Line = $line; Code = $fence.Groups['code'].Value }
    }
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
    $secret = [securestring]::new()
    'nobody asks'.ToCharArray().ForEach{ $secret.AppendChar($_) }
    $script:account = [pscredential]::new('me', $secret)

    # It has been built, nobody is here to be asked, there is no gallery, and no browser is to open.
    function dotnet {
    }

    function Get-Credential {
        $account
    }

    function Install-PSResource {
    }
}

Describe 'The README' {
    BeforeEach {
        $folder = New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory
        Push-Location $folder
        $ErrorActionPreference = 'Stop'
        $PSDefaultParameterValues = @{ 'Show-ZvarFold:As' = 'Page'; 'Show-ZvarFold:Path' = "$folder/folds.html" }
    }

    AfterEach {
        Pop-Location
        Connect-Zvar -Demo
    }

    It 'has blocks of PowerShell' {
        $blocks | Should -Not -BeNullOrEmpty
    }

    It 'runs at line <Line>' -ForEach $blocks {
        $here = $Code -replace '\./ZvarPS\.psd1', "$PSScriptRoot/../../ZvarPS.psd1"
        { & ([scriptblock]::Create($here)) } | Should -Not -Throw
    }

    It 'folds a star at a period exact enough to show its eclipses' -ForEach @(
        $blocks | Where-Object Code -Match 'ConvertTo-ZvarFold'
    ) {
        . ([scriptblock]::Create(($Code -replace '\./ZvarPS\.psd1', "$PSScriptRoot/../../ZvarPS.psd1")))
        $mags = Import-Csv points.csv | ConvertTo-ZvarFold (2 * $stars[0].Period) -Bins 20 |
            Where-Object Band -EQ g | Measure-Object Mag -Minimum -Maximum
        $mags.Maximum - $mags.Minimum | Should -BeGreaterThan 0.5
    }

    It 'links to files that there are' {
        $readme = Get-Content "$PSScriptRoot/../../README.md" -Raw
        $links = [regex]::Matches($readme, '\]\((?!https?:|#)(?<file>[^)#]+)')
        $links.Count | Should -BeGreaterThan 5
        $links.ForEach{ $_.Groups['file'].Value } | Where-Object { -not (Test-Path "$PSScriptRoot/../../$_") } |
            Should -BeNullOrEmpty
    }
}
