namespace Zvar.Archive;

/// <summary>What becomes of a question of which an archive holds only a part.</summary>
public enum IncompleteAnswers
{
    /// <summary>What can be answered is, and then the rest is named.</summary>
    NameTheRest,

    /// <summary>Nothing is answered: the rest is named at once.</summary>
    Refuse,

    /// <summary>Some of an answer is as good as all of it.</summary>
    Accept,
}
