namespace ZvarPS;

/// <summary>
/// Writes pictures or texts of views to files: all to the one that was named, or a file for each to a folder.
/// </summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
/// <param name="target">Where to.</param>
/// <param name="kind">What the files are.</param>
/// <param name="passThru">Whether a file that the user named is given too.</param>
/// <param name="nameOf">The name of a view's file, without ending.</param>
/// <param name="write">Makes the bytes of a file of some views.</param>
internal sealed class FileWriter<TView>(
    OutputTarget target,
    FileKind kind,
    bool passThru,
    Func<TView, string> nameOf,
    Func<IReadOnlyList<TView>, byte[]> write) : IViewWriter<TView>
{
    private readonly List<TView> _together = [];
    private readonly DistinctNames _names = new();

    public void Add(TView view)
    {
        if (target.File is null)
        {
            Write([view]);
        }
        else
        {
            _together.Add(view);
        }
    }

    public void Finish()
    {
        if (_together.Count > 0)
        {
            Write(_together);
        }
    }

    private void Write(List<TView> views)
    {
        string name = _names.Next(nameOf(views[0])) + kind.Ending;
        string what = views.Count == 1 ? kind.Name : $"{kind.Name} of {views.Count} diagrams";

        // A file nobody named has to be told of.
        if (target.Write(name, what, stream => stream.Write(write(views))) is { } file && (passThru || !target.IsNamed))
        {
            target.Give(file);
        }
    }
}
