namespace Zvar.Demo;

// What is true of a star of the demo sky, before the survey looks at it: all of it drawn from the psid.
internal sealed record DemoStar
{
    // How far what a psid encodes may be from where its star is, in arcseconds.
    internal const double MaxPsidOffset = 0.5;

    // How far single precision may move a published position, in arcseconds.
    internal const double MaxRounding = 0.1;

    internal required long Psid { get; init; }

    // Where it is.
    internal required SkyPosition Position { get; init; }

    internal StarClass Class { get; init; }

    internal ObjectType ObjectType { get; init; } = ObjectType.Star;

    // Days; NaN for a constant star.
    internal double Period { get; init; } = double.NaN;

    // A time of faintest light (BJD).
    internal double Epoch { get; init; }

    // Peak to peak in g.
    internal double Amplitude { get; init; }

    // Mean magnitudes in the survey's bands.
    internal double MeanG { get; init; }

    internal double MeanR { get; init; }

    internal double MeanI { get; init; }

    // Gaia's G, absolute and apparent, and BP - RP.
    internal double AbsoluteG { get; init; }

    internal double GaiaG { get; init; }

    internal double BpRp { get; init; }

    // The amplitude in r and in i over that in g.
    internal double RedderAmplitude { get; init; } = 1;

    // How much of their errors other catalogues' positions are off: 0 where their designations are publicly known.
    internal double CatalogScatter { get; init; } = 1;

    internal double MeanMag(string band) => band switch { "g" => MeanG, "r" => MeanR, _ => MeanI };

    internal double AmplitudeIn(string band) => band switch
    {
        "g" => Amplitude,
        "r" => Amplitude * RedderAmplitude,
        _ => Amplitude * (RedderAmplitude - ((1 - RedderAmplitude) * 0.6)),
    };

    // The position as the service gives it: single precision.
    internal SkyPosition PublishedPosition => new((float)Position.Ra, (float)Position.Dec);
}
