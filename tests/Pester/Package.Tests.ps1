BeforeDiscovery {
    # ./build.ps1 -Task Package makes it. Without one all of this is skipped.
    $script:package = Get-Item "$PSScriptRoot/../../artifacts/package/*.nupkg" -ErrorAction Ignore
}

Describe 'The package' -Skip:(-not $package) {
    BeforeAll {
        $script:repository = Split-Path (Split-Path $PSScriptRoot)
        $script:nupkg = Get-Item "$repository/artifacts/package/*.nupkg"
        $version = (Import-PowerShellDataFile "$repository/ZvarPS.psd1").ModuleVersion
        $script:modules = (New-Item TestDrive:/modules -ItemType Directory).FullName
        $script:installed = "$modules/ZvarPS/$version"

        # As Install-PSResource does: unpacked under its version, without what only NuGet wants.
        [IO.Compression.ZipFile]::ExtractToDirectory($nupkg.FullName, $installed)
        Remove-Item -LiteralPath "$installed/[Content_Types].xml", "$installed/_rels", "$installed/package" -Recurse -Force
        Remove-Item $installed/*.nuspec

        # In a fresh pwsh, whose only module beside its own is the installed one.
        function Invoke-Installed([string] $Command) {
            $before = $env:PSModulePath
            try {
                $env:PSModulePath = $modules
                $said = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -WorkingDirectory "$TestDrive" -Command @"
                    `$ErrorActionPreference = 'Stop'
                    `$PSStyle.OutputRendering = 'PlainText'
                    $Command
"@ 2>&1
                $LASTEXITCODE | Should -Be 0 -Because "$said"
                $said -join "`n"
            }
            finally {
                $env:PSModulePath = $before
            }
        }
    }

    It 'is the only one, and smaller than 60 MB' {
        $nupkg | Should -HaveCount 1
        $nupkg.Length | Should -BeLessThan 60e6
    }

    It 'holds natives for five platforms and nothing to debug' {
        (Get-ChildItem $installed/bin/private/runtimes -Directory).Name |
            Should -Be 'linux-arm64', 'linux-x64', 'osx', 'osx-arm64', 'osx-x64', 'win-arm64', 'win-x64'
        foreach ($platform in Get-ChildItem $installed/bin/private/runtimes -Directory) {
            (Get-ChildItem $platform -Recurse -File).Name -match 'SkiaSharp' |
                Should -Not -BeNullOrEmpty -Because $platform.Name
        }

        Get-ChildItem $installed -Recurse -Include *.pdb | Should -BeNullOrEmpty
    }

    It 'says what it is made of' {
        $bill = Get-Content $installed/sbom.cdx.json -Raw | ConvertFrom-Json
        $bill.bomFormat | Should -Be 'CycloneDX'
        $bill.metadata.component.name, $bill.metadata.component.version | Should -Be 'ZvarPS', $version
        $pinned = Select-Xml "$repository/Directory.Packages.props" -XPath '//PackageVersion' | ForEach-Object Node
        foreach ($name in 'Polly.Core', 'ScottPlot', 'SkiaSharp', 'HarfBuzzSharp', 'Microsoft.Extensions.Http') {
            ($bill.components | Where-Object name -eq $name).version |
                Should -Be ($pinned | Where-Object Include -eq $name).Version -Because $name
        }

        ($bill.components | Where-Object name -eq 'Plotly.Blazor').licenses.license.id | Should -Be 'MIT'
        Get-Content $installed/sbom.cdx.json -Raw | Should -Not -Match ([regex]::Escape($repository))
    }

    It 'is a Release build' {
        $said = Invoke-Installed @'
            Import-Module ZvarPS
            [Zvar.LightCurve], [ZvarPS.ZvarConnection] | ForEach-Object {
                $_.Assembly.GetCustomAttributes([Diagnostics.DebuggableAttribute], $false).IsJITOptimizerDisabled
            }
'@
        $said -split "`n" | Should -Be 'False', 'False'
    }

    It 'has a manifest that holds and tells what is new' {
        $manifest = Test-ModuleManifest "$installed/ZvarPS.psd1" -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $manifest.ReleaseNotes | Should -Match 'Find-ZvarCone'
    }

    It 'tells of every package whose files it holds, and its licence' {
        $notices = Get-Content "$installed/THIRD-PARTY-NOTICES.txt" -Raw
        Get-Content "$installed/LICENSE" | Should -Be (Get-Content "$repository/LICENSE")
        $named = [regex]::Matches($notices, '(?m)^-{80}\r?\n(?<id>\S+) ').ForEach{ $_.Groups['id'].Value }
        # Most packages are called as their file.
        $packageOf = @{
            'Microsoft.Data.Sqlite' = 'Microsoft.Data.Sqlite.Core'
            'Parquet' = 'Parquet.Net'
            'SQLitePCLRaw.batteries_v2' = 'SQLitePCLRaw.bundle_e_sqlite3'
            'ZstdSharp' = 'ZstdSharp.Port'
        }
        (Get-ChildItem $installed/bin/private/*.dll).BaseName -notlike 'Zvar.*' |
            Where-Object { ($packageOf[$_] ?? $_) -notin $named } | Should -BeNullOrEmpty
        $named | Should -Contain 'Plotly.Blazor'
        [regex]::Matches($notices, '(?m)^Licence: *\S+').Count | Should -Be $named.Count
        $notices | Should -Match 'Redistributions in binary form'
    }

    It 'has every file its README links to' {
        $links = [regex]::Matches((Get-Content "$installed/README.md" -Raw), '\]\((?!https?:|#)(?<file>[^)#]+)')
        $links.ForEach{ $_.Groups['file'].Value } | Where-Object { -not (Test-Path "$installed/$_") } |
            Should -BeNullOrEmpty
    }

    It 'is found by the name of a cmdlet, and works' {
        Invoke-Installed @'
            Connect-Zvar -Demo
            (Get-Module ZvarPS).ModuleBase
            $star = Find-ZvarCone 0.836528 30.937197 -Radius 2
            $star | Get-ZvarLightCurve | ConvertTo-ZvarFold -Bins 20 | Out-String
            $star | Show-ZvarFold -Path fold.png
            $star | Show-ZvarFold -Path fold.html
            $star | Show-ZvarFold -As Terminal
'@ | Should -Match ([regex]::Escape($installed))
        (Get-Item TestDrive:/fold.png).Length | Should -BeGreaterThan 10000
        Get-Content TestDrive:/fold.html -Raw | Should -Match 'synthetic'
    }

    It 'asks a service: its client is loaded from the package' {
        Invoke-Installed @'
            $credential = [pscredential]::new('observer', [securestring]::new())
            Connect-Zvar -Credential $credential -Uri http://127.0.0.1:9/api -MaximumRetryCount 1 -RetryIntervalSec 0
            Get-ZvarField -ErrorAction SilentlyContinue -ErrorVariable failures
            $failures.FullyQualifiedErrorId
'@ | Should -Match '^RequestFailed'
    }

    It 'brings its help' {
        Invoke-Installed 'Get-Help Show-ZvarFold -Examples; Get-Help about_ZvarPS_Notebook' |
            Should -Match '(?s)Example 1.*prepare_photometry'
    }

    It 'brings its examples' {
        Invoke-Installed "& '$installed/examples/first-light.ps1'" | Should -Match '\d{4} stars'
        Invoke-Installed "& '$installed/examples/giants.ps1'" | Should -Match 'giants\.png'
    }
}
