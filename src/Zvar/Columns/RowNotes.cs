namespace Zvar;

/// <summary>What the reader of a row of somebody's table is to be told of it.</summary>
[Flags]
public enum RowNotes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its magnitude is one that no star has, and stands for none: 99, -999.</summary>
    ImpossibleMag = 1,

    /// <summary>Its magnitude was taken as a limit, since its error is one that stands for none: 99.99.</summary>
    LimitByError = 2,

    /// <summary>It has neither a magnitude nor a limit, and nothing that stands for one.</summary>
    EmptyMag = 4,

    /// <summary>Its time is a full Julian date, in a column that lacks something to be one.</summary>
    FullTime = 8,

    /// <summary>Its flux is zero or negative, and has no magnitude.</summary>
    NoPositiveFlux = 16,

    /// <summary>Its survey writes rows without a time, and this is one.</summary>
    EmptyTime = 32,

    /// <summary>Its time was taken for an MJD, in a column that is called time.</summary>
    TimeAsMjd = 64,
}
