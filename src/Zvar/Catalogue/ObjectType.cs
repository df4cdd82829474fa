namespace Zvar;

/// <summary>What DoPHOT took an object for (Schechter, Mateo and Saha 1993, PASP 105, 1342).</summary>
public enum ObjectType
{
    /// <summary>The service named no type.</summary>
    Unknown = 0,

    /// <summary>A star.</summary>
    Star = 1,

    /// <summary>Extended: a galaxy, say.</summary>
    Extended = 2,

    /// <summary>One component of a close double.</summary>
    DoubleComponent = 3,

    /// <summary>The fit did not converge.</summary>
    NotConverged = 4,

    /// <summary>Too few points for the seven-parameter fit.</summary>
    FewPoints = 5,

    /// <summary>Too few points even for the four-parameter fit.</summary>
    VeryFewPoints = 6,

    /// <summary>Too faint for the seven-parameter fit.</summary>
    Faint = 7,

    /// <summary>Obliterated, by a saturated neighbour for example.</summary>
    Obliterated = 8,

    /// <summary>The centre lies outside the image.</summary>
    OffImage = 9,
}
