# Sends points through a pipeline that names its objects as the variables below, and says as JSON what that took.
param([string] $Module, [long] $FirstPsid, [int] $Count, [string] $Pipeline)

$ErrorActionPreference = 'Stop'
Import-Module $Module

$references = [Zvar.PhotometryPoint].Assembly.Location, [psobject].Assembly.Location, 'System.Linq', 'System.Collections',
'System.Linq.Expressions'
Add-Type -ReferencedAssemblies $references -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;

// As many properties as a point has, of the same types, and nothing behind them but a field.
public sealed class PlainPoint
{
    public long Psid { get; init; }
    public double Time { get; init; }
    public double Mag { get; init; }
    public double MagErr { get; init; }
    public double LimitingMag { get; init; }
    public double Flux { get; init; }
    public double FluxErr { get; init; }
    public double Snr { get; init; }
    public double DifferenceSnr { get; init; }
    public bool Detected { get; init; }
    public string Band { get; init; }
    public int Field { get; init; }
    public int Ccd { get; init; }
    public int Quad { get; init; }
    public double MagZeroPoint { get; init; }
    public double ReferenceMag { get; init; }
    public string TargetName { get; init; }
    public bool Synthetic { get; init; }

    public static PlainPoint[] Of(IEnumerable<Zvar.PhotometryPoint> points) => points.Select(point => new PlainPoint
    {
        Psid = point.Psid, Time = point.Time, Mag = point.Mag, MagErr = point.MagErr,
        LimitingMag = point.LimitingMag, Flux = point.Flux, FluxErr = point.FluxErr, Snr = point.Snr,
        DifferenceSnr = point.DifferenceSnr, Detected = point.Detected, Band = point.Band, Field = point.Field,
        Ccd = point.Ccd, Quad = point.Quad, MagZeroPoint = point.MagZeroPoint, ReferenceMag = point.ReferenceMag,
        TargetName = point.TargetName, Synthetic = point.Synthetic,
    }).ToArray();
}

// What [pscustomobject]@{...} makes of the same properties, with nothing interpreted on the way.
public static class CustomObjects
{
    public static IEnumerable<PSObject> Of<T>(IEnumerable<T> items)
    {
        var columns = typeof(T).GetProperties().Select(one => (one.Name, Get: Getter<T>(one))).ToArray();
        foreach (T item in items)
        {
            var made = new PSObject(columns.Length);
            foreach (var (name, get) in columns)
            {
                made.Properties.Add(new PSNoteProperty(name, get(item)), preValidated: true);
            }

            yield return made;
        }
    }

    private static Func<T, object> Getter<T>(PropertyInfo property)
    {
        ParameterExpression item = Expression.Parameter(typeof(T));
        Expression value = Expression.Convert(Expression.Property(item, property), typeof(object));
        return Expression.Lambda<Func<T, object>>(value, item).Compile();
    }
}
'@
if (Compare-Object ([PlainPoint].GetProperties().Name) ([Zvar.PhotometryPoint].GetProperties().Name)) {
    throw 'A PlainPoint has other properties than a PhotometryPoint.'
}

$psids = foreach ($i in 0..($Count - 1)) { $FirstPsid + $i }
$curves = [Zvar.LightCurve[]] (Get-ZvarLightCurve $psids)
$points = [Zvar.PhotometryPoint[]] $curves.EnumeratePoints()
$phases = [Zvar.PhasePoint[]] ($curves | ConvertTo-ZvarFold 0.5)

# What the pipeline names. Custom objects take so much memory that no other pipeline should have to live with them.
Set-Variable plainObjects ([PlainPoint]::Of($points))
Set-Variable customObjects $(if ($Pipeline -match '\$customObjects') { , [CustomObjects]::Of($points) })
Set-Variable customPhases $(if ($Pipeline -match '\$customPhases') { , [CustomObjects]::Of($phases) })

$file = New-TemporaryFile
$run = [scriptblock]::Create($Pipeline)
$me = [System.Diagnostics.Process]::GetCurrentProcess()
try {
    # What is compiled in the first run is no cost of a point, and the shortest run was disturbed least.
    $null = & $run
    $runs = foreach ($i in 1..3) {
        [GC]::Collect()
        $me.Refresh()
        $processor = $me.TotalProcessorTime
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $null = & $run
        $wall = $watch.Elapsed.TotalSeconds
        $me.Refresh()
        @{ Wall = $wall; Processor = ($me.TotalProcessorTime - $processor).TotalSeconds }
    }

    ConvertTo-Json -Compress -InputObject @{
        Wall      = ($runs.Wall | Measure-Object -Minimum).Minimum
        Processor = ($runs.Processor | Measure-Object -Minimum).Minimum
        Peak      = $me.PeakWorkingSet64 / 1e6
        Points    = $points.Count
    }
}
finally {
    Remove-Item $file
}
