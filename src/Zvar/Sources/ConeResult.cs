namespace Zvar;

/// <summary>An object found by a cone search.</summary>
/// <param name="Target">Which of the search's targets it answers, from 0: their names may repeat.</param>
/// <param name="Object">The object, with the name of its target and its separation from it.</param>
public readonly record struct ConeResult(int Target, ZvarObject Object);
