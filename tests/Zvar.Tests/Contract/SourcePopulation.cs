namespace Zvar.Tests.Contract;

/// <summary>What a source under the contract is known to hold.</summary>
/// <param name="Centre">
/// The middle of a region in which it knows of every object within <paramref name="Radius"/>.
/// </param>
/// <param name="Radius">How far the region reaches, in arcseconds; a hundred objects and more lie in it.</param>
/// <param name="Absent">An id it knows to be no object's.</param>
/// <param name="Catalogs">The catalogues it matches with; the first has a source for nearly every object.</param>
/// <param name="IsSynthetic">Whether all of it is made up.</param>
public sealed record SourcePopulation(
    SkyPosition Centre, double Radius, long Absent, IReadOnlyList<string> Catalogs, bool IsSynthetic);
