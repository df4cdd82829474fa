using System.ComponentModel;

namespace Zvar;

/// <summary>What DoPHOT took an object for (Schechter, Mateo and Saha 1993, PASP 105, 1342).</summary>
public enum ObjectType
{
    /// <summary>The service named no type.</summary>
    [Description("The service named no type")]
    Unknown = 0,

    /// <summary>A star.</summary>
    [Description("A star")]
    Star = 1,

    /// <summary>Extended: a galaxy, say.</summary>
    [Description("Extended: a galaxy, say")]
    Extended = 2,

    /// <summary>One component of a close double.</summary>
    [Description("One component of a close double")]
    DoubleComponent = 3,

    /// <summary>The fit did not converge.</summary>
    [Description("The fit did not converge")]
    NotConverged = 4,

    /// <summary>Too few points for the seven-parameter fit.</summary>
    [Description("Too few points for the seven-parameter fit")]
    FewPoints = 5,

    /// <summary>Too few points even for the four-parameter fit.</summary>
    [Description("Too few points even for the four-parameter fit")]
    VeryFewPoints = 6,

    /// <summary>Too faint for the seven-parameter fit.</summary>
    [Description("Too faint for the seven-parameter fit")]
    Faint = 7,

    /// <summary>Obliterated, by a saturated neighbour for example.</summary>
    [Description("Obliterated, by a saturated neighbour for example")]
    Obliterated = 8,

    /// <summary>The centre lies outside the image.</summary>
    [Description("The centre lies outside the image")]
    OffImage = 9,
}
