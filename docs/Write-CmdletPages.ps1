#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Writes the help of the cmdlets as pages to read beside the code: docs/cmdlets/*.md.
.DESCRIPTION
    The help itself is en-US/ZvarPS.dll-Help.xml; these pages are made from it and are not edited. A test holds them to it.
.PARAMETER Folder
    Where to write them.
.EXAMPLE
    ./docs/Write-CmdletPages.ps1
#>
[CmdletBinding()]
param([string] $Folder = "$PSScriptRoot/cmdlets")

$ErrorActionPreference = 'Stop'

# What would be markup in Markdown, outside code.
function Format-Prose($Node) {
    foreach ($para in $Node.para) {
        $text = "$($para.'#text' ?? $para)".Trim()
        if ($text) {
            $text -replace '([\\*_`|<>\[\]])', '\$1'
            ''
        }
    }
}

function Format-Syntax($Item) {
    $words = foreach ($parameter in $Item.parameter) {
        $name = "-$($parameter.name)"
        $name = $parameter.position -eq 'named' ? $name : "[$name]"
        $choices = $parameter.parameterValueGroup.parameterValue.'#text'
        $value = $choices ? "{$($choices -join ' | ')}" : $parameter.parameterValue.'#text'
        $whole = $value ? "$name <$value>" : $name
        $parameter.required -eq 'true' ? $whole : "[$whole]"
    }
    "$($Item.name) $($words -join ' ') [<CommonParameters>]"
}

function Format-Page($Command) {
    "# $($Command.details.name)"
    ''
    Format-Prose $Command.details.description
    '```'
    $Command.syntax.syntaxItem.ForEach{ Format-Syntax $_ }
    '```'
    ''
    Format-Prose $Command.description
    '## Examples'
    ''
    foreach ($example in $Command.examples.example) {
        "### $($example.title.Trim('- '))"
        ''
        '```powershell'
        $example.code
        '```'
        ''
        Format-Prose $example.remarks
    }
    '## Parameters'
    ''
    foreach ($parameter in $Command.parameters.parameter) {
        "### -$($parameter.name)"
        ''
        Format-Prose $parameter.description
        $facts = @(
            "$($parameter.parameterValue.'#text' ?? 'switch')"
            if ($parameter.required -eq 'true') { 'required' }
            if ($parameter.position -ne 'named') { "position $($parameter.position)" }
            if ($parameter.pipelineInput -ne 'false') { 'from the pipeline' }
            if ($parameter.aliases -ne 'none') { "also -$($parameter.aliases -replace ', ', ', -' -replace '_', '\_')" }
            if ($parameter.defaultValue -notin 'None', 'False', '') { "unless told: $($parameter.defaultValue)" }
        )
        "*$($facts -join '; ')*"
        ''
    }
    $parts = [ordered]@{
        Input = $Command.inputTypes.inputType
        Output = $Command.returnValues.returnValue
    }
    foreach ($part in $parts.GetEnumerator()) {
        "## $($part.Key)"
        ''
        foreach ($type in $part.Value) {
            "**$($type.type.name)**"
            ''
            Format-Prose $type.description
        }
    }
    if ($Command.alertSet.alert) {
        '## Notes'
        ''
        $Command.alertSet.alert.ForEach{ Format-Prose $_ }
    }
    '## See also'
    ''
    foreach ($link in $Command.relatedLinks.navigationLink.linkText) {
        $file = $link -like 'about_*' ? "../../en-US/$link.help.txt" : "$link.md"
        "- [$link]($file)"
    }
}

$null = New-Item $Folder -ItemType Directory -Force
# The name of a namespace is called command as well.
$help = ([xml](Get-Content "$PSScriptRoot/../en-US/ZvarPS.dll-Help.xml" -Raw)).helpItems
foreach ($command in $help.command | Where-Object details) {
    Set-Content "$Folder/$($command.details.name).md" (Format-Page $command)
}
