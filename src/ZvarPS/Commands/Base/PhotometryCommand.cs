using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that gets light curves and cleans them.</summary>
public abstract class PhotometryCommand : ObjectCommand
{
    private Batches<ObjectReference, long, LightCurve>? _batches;
    private QualityCuts? _cuts;

    [Parameter(HelpMessage = "The bands: g, r, i (or zg, zr, zi). Default: all three.")]
    [Band, ArgumentCompleter(typeof(BandAttribute))]
    [Alias("bands")]
    public string[] Band { get; set; } = [.. Zvar.Band.All];

    [Parameter(HelpMessage = "Only these survey fields.")]
    [Field, ArgumentCompleter(typeof(FieldAttribute))]
    public int[] Field { get; set; } = [];

    [Parameter(HelpMessage = "Only these CCDs, 1 to 16.")]
    [Ccd, ArgumentCompleter(typeof(CcdAttribute))]
    public int[] Ccd { get; set; } = [];

    [Parameter(HelpMessage = "Only these quadrants of a CCD, 1 to 4.")]
    [Quad, ArgumentCompleter(typeof(QuadAttribute))]
    public int[] Quad { get; set; } = [];

    [Parameter(HelpMessage = "Mag: magnitudes with limiting magnitudes. Flux: difference fluxes with zero points.")]
    [Choice<PhotometryFormat>]
    public PhotometryFormat Format { get; set; } = PhotometryFormat.Mag;

    [Parameter(HelpMessage = "The least signal-to-noise ratio of the total flux.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_snr")]
    public double? MinSnr { get; set; }

    [Parameter(HelpMessage = "Leave out bands with fewer points than this, counted after the other cuts.")]
    [ValidateRange(1, int.MaxValue)]
    [Alias("min_points")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    public int? MinPoints { get; set; }

    [Parameter(HelpMessage = "Leave out exposures that did not detect the star.")]
    public SwitchParameter DetectionsOnly { get; set; }

    private Batches<ObjectReference, long, LightCurve> Batches => _batches ??= NewBatches(
        new PhotometryRequest([], Band, Format, QualityCuts));

    private QualityCuts QualityCuts => _cuts ??= new QualityCuts
    {
        DetectionsOnly = DetectionsOnly,
        MinSnr = MinSnr,
        MinPoints = MinPoints,
        Fields = Field,
        Ccds = Ccd,
        Quads = Quad,
    };

    private protected sealed override void Take(ObjectReference one) => Ask(Batches, one);

    // A question that an archive could not answer is asked as it was.
    private protected sealed override void Read(PSObject input)
    {
        if (input.BaseObject is not PhotometryRequest question)
        {
            base.Read(input);
            return;
        }

        Batches<ObjectReference, long, LightCurve> batches = NewBatches(question);
        foreach (long psid in question.Psids)
        {
            Ask(batches, new ObjectReference(psid));
        }
    }

    private Batches<ObjectReference, long, LightCurve> NewBatches(PhotometryRequest question) => NewBatches(
        Source.Limits.LightCurvesTogether,
        (objects, stop) => Source.GetLightCurvesAsync(question with { Psids = objects.Psids() }, stop),
        found => found.Psid,
        (one, found) => WriteLightCurve(found.Of(one.Object ?? found.Object, one.TargetName, one.Period)),
        psids => question with { Psids = psids });

    /// <summary>Writes one object's cleaned light curve.</summary>
    private protected abstract void WriteLightCurve(LightCurve lightCurve);
}
