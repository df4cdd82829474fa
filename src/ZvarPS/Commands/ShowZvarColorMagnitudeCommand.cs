using System.Management.Automation;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Shows stars in Gaia's colour-magnitude diagram.</para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarColorMagnitude", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ShowZvarColorMagnitudeCommand : ViewCommand
{
    private readonly HashSet<long> _seen = [];
    private readonly List<GaiaMatch> _matches = [];
    private Batches<ObjectReference, long, CatalogMatch>? _batches;
    private PictureFormat _format;

    [Parameter(HelpMessage = "How far a star's Gaia source may be (default: 3 arcseconds): " + Angle.Forms)]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; } = 3;

    [Parameter(HelpMessage = "Png, Svg or Pdf; else what the ending of -Path says, else Png.")]
    [Choice<PictureFormat>]
    public PictureFormat? As { get; set; }

    private Batches<ObjectReference, long, CatalogMatch> Batches => _batches ??= NewBatches(
        Source.Limits.Objects,
        new BatchQuestion<ObjectReference, long, CatalogMatch>(
            (objects, stop) => Source.MatchAsync(new ObjectMatchRequest(objects.Psids(), "gaia", Radius), stop),
            one => one.Psid,
            match => match.Psid),
        answer => _matches.AddRange(answer.Results.OfType<GaiaMatch>()),
        one => one.Psid);

    private protected override void Begin() => _format = FormatOf(As);

    private protected override void Read(PSObject input)
    {
        switch (input.BaseObject)
        {
            case GaiaMatch match:
                _matches.Add(match);
                break;
            case PhotometryPoint point:
                // A light curve's points are one star.
                if (_seen.Add(point.Psid))
                {
                    Take(new ObjectReference(point.Psid));
                }

                break;
            default:
                ReadRow(input);
                break;
        }
    }

    private protected override void Take(ObjectReference one) => Ask(Batches, one);

    private protected override string Advise(string message) => $"{message} {GaiaRow.Wanted}";

    // A row of Gaia's own table is placed as it is; any other names a star.
    private void ReadRow(PSObject input)
    {
        try
        {
            if (GaiaRow.Read(input) is { } match)
            {
                _matches.Add(match);
            }
            else
            {
                base.Read(input);
            }
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
        }
    }

    private protected override void End()
    {
        base.End();
        GaiaMatch[] placed = [.. _matches.Where(match => double.IsFinite(match.BpRp + match.AbsoluteMagnitude))];
        if (placed.Length < _matches.Count)
        {
            WriteVerbose(
                $"{_matches.Count - placed.Length} of {_matches.Count} stars have no colour or no positive parallax.");
        }

        if (placed.Length == 0)
        {
            WriteWarning(
                "None of the stars has a Gaia source with a colour and a positive parallax: there is nothing to show.");
            return;
        }

        IViewWriter<IReadOnlyList<GaiaMatch>> writer = WriterOf<IReadOnlyList<GaiaMatch>>(
            _format, _ => "color-magnitude", (all, style) => Picture.OfColorMagnitude(all[0], style));
        writer.Add(placed);
        writer.Finish();
    }
}
