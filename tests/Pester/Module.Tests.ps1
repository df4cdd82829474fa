BeforeDiscovery {
    $script:analyzer = Get-Module PSScriptAnalyzer -ListAvailable
    $script:cmdlets = (Import-PowerShellDataFile "$PSScriptRoot/../../ZvarPS.psd1").CmdletsToExport
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
}

Describe 'The module' {
    It 'has a manifest that holds' {
        $manifest = Test-ModuleManifest "$repository/ZvarPS.psd1" -WarningVariable warnings
        $manifest.ExportedCmdlets.Keys | Should -Contain 'Find-ZvarCone'
        $manifest.Tags | Should -Contain 'PSEdition_Core'
        $warnings | Should -BeNullOrEmpty
    }

    It 'exports what the manifest names' {
        $exported = (Get-Module ZvarPS).ExportedCommands.Keys | Sort-Object
        $exported | Should -Be ((Import-PowerShellDataFile "$repository/ZvarPS.psd1").CmdletsToExport | Sort-Object)
    }

    It 'imports by its manifest into a session of its own, and says nothing' {
        $said = & (Get-Process -Id $PID).Path -NoProfile -Command "Import-Module '$repository/ZvarPS.psd1'" 2>&1
        $LASTEXITCODE | Should -Be 0
        $said | Should -BeNullOrEmpty
    }

    It 'keeps to the rules of the PowerShell Gallery' -Skip:(-not $analyzer) {
        # Skipped where PSScriptAnalyzer is not installed.
        $files = Get-ChildItem $repository -File -Include *.ps1, *.psd1 -Recurse |
            Where-Object FullName -NotMatch '[/\\](artifacts|bin|obj)[/\\]'
        $files.Name | Should -Contain 'ZvarPS.psd1'
        $files.Name | Should -Contain 'notebook.ps1'
        $found = $files | ForEach-Object { Invoke-ScriptAnalyzer $_.FullName -Settings PSGallery }
        $found | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }
}

Describe 'The cmdlet <_>' -ForEach $cmdlets {
    It 'has an approved verb' {
        (Get-Verb).Verb | Should -Contain (Get-Command $_).Verb
    }

    It 'explains its parameters where they are completed' {
        $line = "$_ -"
        $shown = (TabExpansion2 $line $line.Length).CompletionMatches | Where-Object ResultType -EQ 'ParameterName'
        $common = [System.Management.Automation.Cmdlet]::CommonParameters +
            [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($parameter in $shown | Where-Object ListItemText -NotIn $common) {
            $parameter.ToolTip | Should -Match '\w+ \w+' -Because "-$($parameter.ListItemText) is explained"
        }
    }
}
