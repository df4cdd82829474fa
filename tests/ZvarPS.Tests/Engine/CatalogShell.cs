namespace ZvarPS.Tests.Engine;

/// <summary>Sessions on the demo sky with a HATS catalogue of some of its stars in their folder.</summary>
internal static class CatalogShell
{
    private const string NewCatalog =
        """
        Connect-Zvar -Demo
        $null = $ExecutionContext.SessionState.Path.SetLocation($folder)
        function New-Catalog($path, $lightCurves, $maxRows) {
            $known = $lightCurves | ForEach-Object { if ($_.Points -gt 0) { $_ } else { $_.Object } }
            $null = $known | Export-ZvarCatalog $path -MaxRows $maxRows
        }
        """;

    /// <summary>Opens a session.</summary>
    /// <param name="folder">The folder it is in; it has the catalogue <c>zvar.hats</c> then.</param>
    /// <param name="centre">Of which stars: those around this, in degrees.</param>
    /// <param name="radius">How far around, in arcseconds.</param>
    /// <param name="maxRows">The most stars of a partition.</param>
    internal static Shell Open(string folder, string centre = "50 20", int radius = 100, int maxRows = 8)
    {
        var shell = new Shell();
        shell.Run(NewCatalog, ("folder", folder)).Succeed();
        shell.Run(
            $"$stars = @(Find-ZvarCone {centre} -Radius {radius});"
            + $" New-Catalog zvar.hats ($stars | Get-ZvarLightCurve) {maxRows}")
            .Succeed();
        return shell;
    }
}
