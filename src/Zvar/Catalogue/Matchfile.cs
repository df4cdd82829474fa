namespace Zvar;

/// <summary>One of the light curves an object has: one field, CCD, quadrant and band of the survey.</summary>
public sealed record Matchfile
{
    /// <summary>The object's id.</summary>
    public required long Psid { get; init; }

    /// <summary>The survey field; above 1000 the secondary grid.</summary>
    public required int Field { get; init; }

    /// <summary>The CCD, 1 to 16.</summary>
    public required int Ccd { get; init; }

    /// <summary>The quadrant of the CCD, 1 to 4.</summary>
    public required int Quad { get; init; }

    /// <summary>The band: g, r or i.</summary>
    public required string Band { get; init; }

    /// <summary>How many exposures it holds.</summary>
    public int Exposures { get; init; }

    /// <summary>The object's index in the file.</summary>
    public int Index { get; init; }

    /// <summary>The amplitude in magnitudes; NaN where the service gives none.</summary>
    public double Amplitude { get; init; } = double.NaN;

    /// <summary>The brightest magnitude; NaN where the service gives none.</summary>
    public double MinMag { get; init; } = double.NaN;

    /// <summary>The faintest magnitude; NaN where the service gives none.</summary>
    public double MaxMag { get; init; } = double.NaN;

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The file in a word, as in <c>648/2/2 g (474)</c>.</summary>
    public override string ToString() => $"{Field}/{Ccd}/{Quad} {Excerpt.Of(Band)} ({Exposures})";
}
