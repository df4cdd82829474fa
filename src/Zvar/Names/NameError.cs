namespace Zvar;

/// <summary>Why nobody says where a name is. The names are the ids of the cmdlets' errors.</summary>
public enum NameError
{
    /// <summary>Who was asked knows no such name.</summary>
    NameNotResolved,

    /// <summary>Nobody could be asked, or no answer came, or what came was none.</summary>
    ResolverNotReached,
}
