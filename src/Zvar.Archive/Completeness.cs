namespace Zvar.Archive;

/// <summary>How complete the answers to a question have to be, and how complete those were that were given.</summary>
/// <param name="isSomeEnough">Whether a part of an answer is given as well.</param>
internal sealed class Completeness(bool isSomeEnough = false)
{
    // Set by any of the threads that read, and only ever to true.
    private volatile bool _hasGivenSome;
    private volatile bool _hasMagnitudesAlone;

    /// <summary>Whether a part of an answer is given as well.</summary>
    internal bool IsSomeEnough => isSomeEnough;

    /// <summary>Whether an answer was given that may not be all there is.</summary>
    internal bool HasGivenSome => _hasGivenSome;

    /// <summary>Whether fluxes were asked for of non-detections that are held as magnitudes alone.</summary>
    internal bool HasMagnitudesAlone => _hasMagnitudesAlone;

    /// <summary>Whether an answer may be given.</summary>
    /// <param name="isWhole">Whether it is all there is.</param>
    internal bool IsEnough(bool isWhole)
    {
        _hasGivenSome |= isSomeEnough && !isWhole;
        return isSomeEnough || isWhole;
    }

    /// <summary>Says that fluxes were asked for of non-detections that are held as magnitudes alone.</summary>
    internal void SayMagnitudesAlone() => _hasMagnitudesAlone = true;
}
