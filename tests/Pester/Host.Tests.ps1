BeforeAll {
    $script:program = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/ZvarPS.Host/*/ZvarPS.Host.dll" |
        Sort-Object LastWriteTime -Descending |
        Select-Object -First 1 -ExpandProperty FullName
    if (-not $program) {
        throw 'ZvarPS.Host is not built: run dotnet build src/ZvarPS.Host first.'
    }
}

Describe 'Where there is no pwsh' {
    It 'a command runs, its results on standard output and its errors beside them' {
        $said = dotnet $program -Command 'Connect-Zvar -Demo; (Get-ZvarObject 145120008365555264).Points'
        $LASTEXITCODE | Should -Be 0
        $said | Should -Be '1126'
    }

    It 'a failed command fails' {
        $said = dotnet $program -Command 'Connect-Zvar -Demo; Get-ZvarObject 100000000000000000' 2>&1
        $LASTEXITCODE | Should -Be 1
        "$said" | Should -Match 'has no object 100000000000000000'
    }

    It 'the notebook runs from top to bottom, and says what it passes over' {
        $script = (Get-Item $PSScriptRoot/../../examples/notebook.ps1).FullName
        $said = (dotnet $program -File $script -Path $TestDrive/notebook 2>&1) -join "`n"
        $LASTEXITCODE | Should -Be 0 -Because $said
        $said | Should -Match '(?m)^23\. .* in pwsh only'
        $said | Should -Match '(?m)^24\. '
    }

    It 'a cmdlet of pwsh is said to be missing, not misspelt' {
        # As where there is no pwsh, whose modules this one would else be told of.
        $modules = $env:PSModulePath
        try {
            $env:PSModulePath = $null
            $said = (dotnet $program -Command 'Connect-Zvar -Demo; Get-ZvarField | Sort-Object Field' 2>&1) -join "`n"
            $said | Should -Match 'Sort-Object is not here.* pwsh'
            $said = (dotnet $program -Command 'Get-ZvarFeild' 2>&1) -join "`n"
            $said | Should -Not -Match 'pwsh'
        }
        finally {
            $env:PSModulePath = $modules
        }
    }

    It 'the prompt reads on in an open brace, outlives Ctrl+C and ends with the code of exit' -Skip:$IsWindows {
        # Skipped on Windows, where nobody can press Ctrl+C in another program.
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet', $program)
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $process.StandardOutput.ReadLine() | Should -Match 'Connect-Zvar -Demo'
        $process.StandardInput.WriteLine('"ready"')
        $process.StandardOutput.ReadLine() | Should -Match 'ready$'

        # Pressed when the next prompt stands there, and told of before anything else is typed.
        $prompt = -join (1..'ZvarPS> '.Length | ForEach-Object { [char] $process.StandardOutput.Read() })
        $prompt | Should -Be 'ZvarPS> '
        /bin/kill -INT $process.Id
        $told = $process.StandardOutput.ReadLineAsync()
        if (-not $told.Wait([timespan]::FromMinutes(1))) {
            # A shell that runs something beside itself may have it pass over Ctrl+C; so does what that starts.
            $process.Kill()
            throw 'Ctrl+C was not told of.'
        }

        $told.Result | Should -Be '^C'
        $process.StandardInput.WriteLine('& {')
        $process.StandardInput.WriteLine('    6 * 7 }')
        $process.StandardOutput.ReadLine() | Should -Match '42$'
        $process.StandardInput.WriteLine('exit 3')
        $process.WaitForExit()
        $process.ExitCode | Should -Be 3
    }
}
