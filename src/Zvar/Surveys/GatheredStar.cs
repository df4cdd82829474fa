namespace Zvar;

// A star whose exposures come one by one.
internal sealed class GatheredStar(long psid, int capacity = 256)
{
    private readonly LightCurveBuilder _builder = new(psid, capacity);
    private readonly List<PhotometryOrigin> _origins = [];
    private RelativeFluxes? _relative;

    internal string Name => psid > 0 ? $"{psid}" : Excerpt.Of(TargetName ?? "these points");

    internal int Count { get; private set; }

    internal ZvarObject? Object { get; set; }

    internal string? TargetName { get; set; }

    internal SkyPosition? Position { get; set; }

    internal double? Period { get; set; }

    internal double TimeOffset { get; set; }

    internal bool Synthetic
    {
        get => _builder.Synthetic;
        set => _builder.Synthetic = value;
    }

    // Where its exposures are from, each once.
    internal IReadOnlyList<PhotometryOrigin> Origins => _origins;

    internal void Add(PhotometryRow row, PhotometryOrigin origin)
    {
        Count++;
        Note(origin);
        _builder.Add(row);
    }

    // An exposure whose magnitude counts from the median of those of its star.
    internal void AddRelative(PhotometryRow row, PhotometryOrigin origin, object? file)
    {
        Count++;
        Note(origin);
        (_relative ??= new RelativeFluxes()).Add(row, file);
    }

    internal void StartAt(double firstTime) => _builder.StartAt(firstTime);

    internal void TakeAll(GatheredStar other)
    {
        Synthetic |= other.Synthetic;
        Count += other.Count;
        other._origins.ForEach(Note);
        if (other._relative is { } relative)
        {
            (_relative ??= new RelativeFluxes()).TakeAll(relative);
        }

        _builder.Add(other._builder.Build());
    }

    internal GatheredLightCurve Build(out bool hasMedian)
    {
        hasMedian = _relative?.AddTo(_builder) ?? true;
        _builder.Origin = _origins.Count == 0
            ? PhotometryOrigin.Zvar
            : _origins.Aggregate((all, next) => all.With(next));
        return new GatheredLightCurve(_builder.Build().Of(Object, TargetName, Period), TimeOffset);
    }

    private void Note(PhotometryOrigin origin)
    {
        if (_origins.Count == 0 || (!ReferenceEquals(_origins[^1], origin) && !_origins.Contains(origin)))
        {
            _origins.Add(origin);
        }
    }
}
