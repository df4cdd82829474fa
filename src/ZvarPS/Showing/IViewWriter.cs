namespace ZvarPS;

/// <summary>Where diagrams go: pictures, a page, the terminal.</summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
internal interface IViewWriter<in TView>
{
    /// <summary>Takes a diagram, and shows it at once if it can stand alone.</summary>
    void Add(TView view);

    /// <summary>Shows what wants to be shown together.</summary>
    void Finish();
}
