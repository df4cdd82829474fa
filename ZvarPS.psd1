@{
    RootModule           = 'bin/ZvarPS.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '5b0c7a56-3c0f-4d0e-9a43-6f6a1c8d2e17'
    Author               = 'The ZvarPS authors'
    Copyright            = '(c) 2026 The ZvarPS authors. MIT license.'
    Description          = 'The variable sky on the pipeline: cone searches, objects, light curves, cross-matches and folded light curves from ZVAR, the catalogue of variable stars of the Zwicky Transient Facility.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')

    FormatsToProcess     = @('bin/ZvarPS.format.ps1xml')
    TypesToProcess       = @('bin/ZvarPS.types.ps1xml')

    CmdletsToExport      = @(
        'Complete-ZvarCatalog'
        'Connect-Zvar'
        'ConvertTo-ZvarFold'
        'Disconnect-Zvar'
        'Export-ZvarCatalog'
        'Export-ZvarTable'
        'Find-ZvarCone'
        'Find-ZvarPeriod'
        'Get-ZvarArchive'
        'Get-ZvarConnection'
        'Get-ZvarField'
        'Get-ZvarLightCurve'
        'Get-ZvarObject'
        'Get-ZvarPhotometry'
        'Get-ZvarProcessingLog'
        'Import-ZvarTable'
        'Invoke-ZvarXmatch'
        'Measure-ZvarLightCurve'
        'Receive-ZvarSelection'
        'Remove-ZvarArchiveEntry'
        'Resolve-ZvarPosition'
        'Save-ZvarArchive'
        'Send-ZvarTable'
        'Show-ZvarColorMagnitude'
        'Show-ZvarFold'
        'Show-ZvarLightCurve'
        'Show-ZvarPeriodogram'
        'Test-ZvarArchive'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('astronomy', 'ZTF', 'ZVAR', 'variable-stars', 'light-curve', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
