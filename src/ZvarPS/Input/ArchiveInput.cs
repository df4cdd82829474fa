using System.Management.Automation;
using Zvar;
using Zvar.Archive;

namespace ZvarPS;

/// <summary>
/// Gathers what comes down the pipeline for an archive to keep as it is, and saves it some at a time: stars, light
/// curves and the points and rows of them, matches, processing logs, and periods.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="onSaved">Told of each star once it has been saved.</param>
internal sealed class ArchiveInput(ZvarArchive archive, Action<long> onSaved)
{
    // Whose data they are.
    private const string Source = "the pipeline";

    // Rows and exposures that are saved together.
    private const int Most = 20_000;

    private readonly LightCurveReader _rows = new(readsPeriods: false);
    private ArchiveAddition _addition = new();
    private LightCurveBuilder? _points;
    private LightCurve? _ofPoints;
    private (long Psid, string? Name) _star;
    private int _gathered;

    /// <summary>What there is to tell of the rows that came.</summary>
    internal TableNotes Notes => _rows.Notes;

    /// <summary>Takes an input if it is to be kept as it is.</summary>
    /// <returns>False where it only says which star is meant.</returns>
    /// <exception cref="FormatException">It cannot be kept; the message says why.</exception>
    internal bool TryAdd(PSObject input)
    {
        switch (input.BaseObject)
        {
            case ZvarObject star:
                Begin((star.Psid, null));
                _addition.Objects.Add(star);
                break;
            case LightCurve lightCurve:
                Add(lightCurve);
                break;
            case PhotometryPoint point:
                Add(point);
                break;
            case CatalogMatch { Psid: > 0, Id: not null } match:
                Begin((match.Psid, null));
                _addition.Matches.Add(match);
                AddStar(match.Object);
                break;
            case ProcessingLog log:
                Begin(default);
                _addition.ProcessingLogs.Add(log);
                break;
            case PeriodCandidate candidate:
                Begin(StarOf(candidate.GetLightCurve()));
                _addition.PeriodCandidates.Add(candidate);
                break;
            default:
                return TryAddRow(input);
        }

        _gathered++;
        return true;
    }

    /// <summary>Saves what is left, the light curves that came in rows among it.</summary>
    /// <param name="onRefused">Told of a light curve that cannot be kept, and why.</param>
    internal void Finish(Action<LightCurve, string> onRefused)
    {
        foreach (GivenLightCurve given in _rows.Gathered())
        {
            try
            {
                Add(given.LightCurve);
            }
            catch (FormatException error)
            {
                onRefused(given.LightCurve, error.Message);
            }
        }

        Save();
    }

    private static (long Psid, string? Name) StarOf(LightCurve lightCurve) =>
        lightCurve.Psid > 0 ? (lightCurve.Psid, null)
            : !string.IsNullOrEmpty(lightCurve.TargetName) ? (0, lightCurve.TargetName)
            : throw new FormatException(
                "An archive keeps light curves by the psid or the name of their star, and this has neither: give it a"
                + " column Psid or Name, or name the column that has it with Import-ZvarTable -IdColumn.");

    private bool TryAddRow(PSObject input)
    {
        if (_rows.TryRead(input, out GivenLightCurve? whole))
        {
            if (whole is { } given)
            {
                Add(given.LightCurve);
            }

            return true;
        }

        if (ObjectReader.Read(input) is not { } star)
        {
            return false;
        }

        Begin((star.Psid, null));
        AddStar(star);
        return true;
    }

    private void Add(LightCurve lightCurve)
    {
        Begin(StarOf(lightCurve));
        _addition.LightCurves.Add(lightCurve);
        _gathered += lightCurve.Points;
        AddStar(lightCurve.Object);
    }

    private void Add(PhotometryPoint point)
    {
        LightCurve lightCurve = point.GetLightCurve();
        if (_points is null || !IsSameStar(lightCurve, _ofPoints!))
        {
            Begin(StarOf(lightCurve));
            _points = new LightCurveBuilder(point.Psid) { Origin = lightCurve.GetOrigin() };
            AddStar(lightCurve.Object);
        }

        _ofPoints = lightCurve;

        _points.Add(point.ToRow());
        _points.Synthetic |= point.Synthetic;
    }

    private void AddStar(ZvarObject? star)
    {
        if (star is not null)
        {
            _addition.Objects.Add(star);
            _gathered++;
        }
    }

    // What is of one star is saved together.
    private void Begin((long Psid, string? Name) star)
    {
        EndPoints();
        if (_gathered >= Most && star != _star)
        {
            Save();
        }

        _star = star;
    }

    private static bool IsSameStar(LightCurve one, LightCurve other) => ReferenceEquals(one, other)
        || (one.Psid == other.Psid
            && one.GetOrigin() == other.GetOrigin()
            && (one.Psid > 0 || one.TargetName == other.TargetName));

    private void EndPoints()
    {
        if (_points is not null)
        {
            _addition.LightCurves.Add(_points.Build().Of(zvarObject: null, _ofPoints!.TargetName));
            _points = null;
        }
    }

    private void Save()
    {
        EndPoints();
        if (_gathered == 0)
        {
            return;
        }

        ArchiveAddition saved = _addition;
        (_addition, _gathered) = (new ArchiveAddition(), 0);
        archive.Keep(saved, Source);
        foreach (long psid in saved.Objects.Select(one => one.Psid)
            .Concat(saved.LightCurves.Select(one => one.Psid))
            .Concat(saved.Matches.Select(one => one.Psid))
            .Concat(saved.PeriodCandidates.Select(one => one.Psid))
            .Where(psid => psid > 0))
        {
            onSaved(psid);
        }
    }
}
