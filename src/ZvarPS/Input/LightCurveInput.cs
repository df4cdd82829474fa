using System.Management.Automation;
using System.Runtime.CompilerServices;
using Zvar;
using ZvarPS.Commands;

namespace ZvarPS;

/// <summary>
/// The light curves that a cmdlet is given, whatever they come as: whole ones are handed on at once, those of which
/// only the star came are asked for in batches, and the points and rows of others are gathered until all have come.
/// </summary>
internal sealed class LightCurveInput
{
    private readonly ObjectCommand _command;
    private readonly LightCurveReader _reader;
    private readonly Action<GivenLightCurve> _take;
    private readonly Func<double?, bool> _wantsObject;
    private readonly bool _readsPeriods;
    private readonly OrderedDictionary<LightCurve, List<PeriodCandidate>> _searched =
        new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<long> _ofParts = [];
    private Batches<ObjectReference, long, LightCurve>? _batches;

    /// <summary>Makes the input of a cmdlet.</summary>
    /// <param name="command">The cmdlet, which asks.</param>
    /// <param name="take">Takes each light curve.</param>
    /// <param name="wantsObject">
    /// Whether a star of which only the psid is known is to be looked up, for the period that came with it.
    /// </param>
    /// <param name="readsPeriods">Whether a column Period is wanted.</param>
    internal LightCurveInput(
        ObjectCommand command, Action<GivenLightCurve> take, Func<double?, bool> wantsObject, bool readsPeriods)
    {
        (_command, _take, _wantsObject, _readsPeriods) = (command, take, wantsObject, readsPeriods);
        _reader = new LightCurveReader(readsPeriods);
    }

    private Batches<ObjectReference, long, LightCurve> Batches => _batches ??= _command.NewBatches(
        _command.Source.Limits.LightCurvesTogether,
        GetLightCurvesAsync,
        found => found.Psid,
        (one, found) => _take(new(found.Of(one.Object ?? found.Object, one.TargetName, one.Period))
        {
            Epoch = one.Epoch,
            Label = one.Label,
        }));

    /// <summary>Whether a column Epoch of the row of a star is wanted.</summary>
    internal bool ReadsEpochs { get; init; }

    /// <summary>Whether a column Label of the row of a star is wanted.</summary>
    internal bool ReadsLabels { get; init; }

    /// <summary>Whether points or rows have come that wait for the others of their star.</summary>
    internal bool HasGathered => _reader.HasGathered;

    /// <summary>Takes what came down the pipeline.</summary>
    /// <exception cref="FormatException">It is none of what is taken; the message says what would be.</exception>
    internal void Add(PSObject input)
    {
        if (input.BaseObject is PeriodCandidate candidate)
        {
            Add(candidate);
        }
        else if (!_reader.TryRead(input, out GivenLightCurve? whole))
        {
            ObjectReference one = ReadObject(input);
            if (!IsPart(input) || _ofParts.Add(one.Psid))
            {
                Add(one);
            }
        }
        else if (whole is { } lightCurve)
        {
            _take(lightCurve);
        }
    }

    /// <summary>Takes a star.</summary>
    internal void Add(ObjectReference one) => _command.Ask(Batches, one);

    /// <summary>Hands on what was gathered, when all has come and all that was asked for has been answered.</summary>
    internal void Finish()
    {
        foreach ((LightCurve lightCurve, List<PeriodCandidate> candidates) in _searched)
        {
            _take(new GivenLightCurve(lightCurve)
            {
                Candidates = [.. candidates.OrderBy(one => one.Component).ThenBy(one => one.Rank)],
            });
        }

        GivenLightCurve[] gathered = [.. _reader.Gathered()];
        _command.WriteNotes(_reader.Notes);
        Dictionary<long, ZvarObject> objects = LookUp(gathered);
        foreach (GivenLightCurve given in gathered)
        {
            LightCurve curve = given.LightCurve;
            _take(given with
            {
                LightCurve = curve.Of(curve.Object ?? objects.GetValueOrDefault(curve.Psid), curve.TargetName),
            });
        }
    }

    // The periods of a light curve come with it, in any order.
    private void Add(PeriodCandidate candidate)
    {
        if (!_searched.TryGetValue(candidate.GetLightCurve(), out List<PeriodCandidate>? candidates))
        {
            _searched.Add(candidate.GetLightCurve(), candidates = []);
        }

        candidates.Add(candidate);
    }

    // A star's match files all lead to its one light curve, and so do the statistics of its bands.
    private static bool IsPart(PSObject input) => input.BaseObject is Matchfile or VariabilityStatistics
        || input.TypeNames.Contains($"Deserialized.{typeof(Matchfile).FullName}")
        || input.TypeNames.Contains($"Deserialized.{typeof(VariabilityStatistics).FullName}");

    private ObjectReference ReadObject(PSObject input)
    {
        try
        {
            var one = ObjectReference.Read(input);
            if (!Argument.IsRow(input))
            {
                return one;
            }

            var row = new Row(input);
            return one with
            {
                Period = _readsPeriods && row.Get("Period") is { } period
                    ? DurationAttribute.ReadDays(period)
                    : one.Period,
                Epoch = ReadsEpochs && row.Get("Epoch") is { } epoch ? EpochAttribute.ReadOne(epoch) : null,
                Label = ReadsLabels ? row.GetText("Label") ?? "" : "",
            };
        }
        catch (FormatException error)
        {
            throw new FormatException($"{error.Message} {LightCurveReader.Wanted}", error);
        }
    }

    private async IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        IReadOnlyList<ObjectReference> stars, [EnumeratorCancellation] CancellationToken stop)
    {
        IZvarSource source = _command.Source;
        IReadOnlyList<long> bare = stars.Where(star => star.Object is null && _wantsObject(star.Period)).Psids();

        // One bare psid: the service has a question that answers star and photometry together.
        if (stars.Count == 1 && bare is [var only])
        {
            if (await source.GetObjectWithPhotometryAsync(only, stop).ConfigureAwait(false) is { } whole)
            {
                yield return whole;
            }

            yield break;
        }

        Dictionary<long, ZvarObject> objects = await GetObjectsAsync(bare, stop).ConfigureAwait(false);
        var request = new PhotometryRequest(stars.Psids(), Band.All);
        await foreach (LightCurve lightCurve in source.GetLightCurvesAsync(request, stop).ConfigureAwait(false))
        {
            yield return lightCurve.Of(objects.GetValueOrDefault(lightCurve.Psid), targetName: null);
        }
    }

    // The stars of light curves, which go without those that the source cannot know.
    private async Task<Dictionary<long, ZvarObject>> GetObjectsAsync(
        IReadOnlyCollection<long> psids, CancellationToken stop)
    {
        var objects = new Dictionary<long, ZvarObject>();
        foreach (long[] some in psids.Chunk(_command.Source.Limits.Objects ?? Math.Max(1, psids.Count)))
        {
            PartialAnswer<ZvarObject> answer =
                await _command.Source.GetObjectsAsync(some, stop).ReadPartialAsync(stop).ConfigureAwait(false);
            foreach (ZvarObject found in answer.Results)
            {
                objects[found.Psid] = found;
            }
        }

        return objects;
    }

    // Points that came without their star: it is looked up only where it is wanted and there is anybody to ask.
    private Dictionary<long, ZvarObject> LookUp(GivenLightCurve[] gathered)
    {
        long[] bare =
        [
            .. gathered.Where(one => one.LightCurve is { Object: null, Psid: > 0 } && _wantsObject(one.LightCurve.Period))
                .Select(one => one.LightCurve.Psid),
        ];
        return bare.Length == 0 || !_command.CanAsk
            ? []
            : _command.Wait(GetObjectsAsync(bare, _command.StopToken));
    }
}
