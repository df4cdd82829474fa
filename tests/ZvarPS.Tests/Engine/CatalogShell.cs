namespace ZvarPS.Tests.Engine;

/// <summary>Sessions on the demo sky with a HATS catalogue of some of its stars in their folder.</summary>
internal static class CatalogShell
{
    // Of the module's own assembly, which a first use loads.
    private const string NewCatalog =
        """
        Connect-Zvar -Demo
        $null = $ExecutionContext.SessionState.Path.SetLocation($folder)
        $null = try { Complete-ZvarCatalog nowhere -ErrorAction Ignore } catch { }
        function New-Catalog($path, $lightCurves, $maxRows) {
            $tables = [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'Zvar.Tables' })[0]
            $options = $tables.GetType('Zvar.Tables.HatsOptions')::new()
            $options.MaxRows = $maxRows
            $writer = $tables.GetType('Zvar.Tables.HatsCatalogWriter')::new("$folder/$path", $options)
            foreach ($lightCurve in $lightCurves) {
                $star = $tables.GetType('Zvar.Tables.HatsStar')::new($lightCurve.Object)
                if ($lightCurve.Points -gt 0) { $star.LightCurve = $lightCurve }
                $writer.Add($star)
            }
            $null = $writer.Complete($null, [Threading.CancellationToken]::None)
            $writer.Dispose()
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
