using System.Management.Automation;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that shows something: on the screen, or in a file.</summary>
public abstract class ViewCommand : ObjectCommand
{
    /// <summary>The endings of pictures.</summary>
    private protected static readonly (string Ending, PictureFormat Format)[] PictureEndings =
        [(".png", PictureFormat.Png), (".svg", PictureFormat.Svg)];

    private OutputTarget? _place;

    /// <summary>
    /// Where to write: a file for all stars, which takes the place of one that is there, or a folder for a file of each.
    /// Nothing is opened then.
    /// </summary>
    [Parameter(
        HelpMessage = "A file for all of them, which takes the place of one there, or a folder for a file of each.")]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Writes over no file that is there.</summary>
    [Parameter(HelpMessage = "Write over no file that is there.")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file that was written.</summary>
    [Parameter(HelpMessage = "Give the file that was written.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A picture's width in pixels. Default: one that fits.</summary>
    [Parameter(HelpMessage = "A picture's width in pixels. Default: one that fits what is shown.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(100, 16384)]
    public int? Width { get; set; }

    /// <summary>A picture's height in pixels. Default: one that fits.</summary>
    [Parameter(HelpMessage = "A picture's height in pixels. Default: one that fits what is shown.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(100, 16384)]
    public int? Height { get; set; }

    /// <summary>Light for paper, Dark for screens.</summary>
    [Parameter(HelpMessage = "A picture's ground: Light for paper, Dark for screens.")]
    [Choice<Theme>]
    public Theme Theme { get; set; }

    private protected OutputTarget Place => _place ??= FindPlace();

    private protected PictureStyle Style => new()
    {
        Width = Width ?? 0,
        Height = Height ?? 0,
        Theme = Theme == Theme.Dark ? PictureTheme.Dark : PictureTheme.Light,
    };

    /// <summary>
    /// The format of what is shown: what -As says, else what the ending of the file at -Path says, else one of these.
    /// Ends the cmdlet where the ending is none there is, or says another format than -As.
    /// </summary>
    /// <param name="wanted">What -As says.</param>
    /// <param name="endings">The endings there are, and what they say.</param>
    /// <param name="otherwise">What is shown where neither says anything.</param>
    private protected T FormatOf<T>(T? wanted, (string Ending, T Format)[] endings, Func<T> otherwise)
        where T : struct, Enum
    {
        string ending = System.IO.Path.GetExtension(Place.File ?? "");
        T? said = endings.Where(one => string.Equals(one.Ending, ending, StringComparison.OrdinalIgnoreCase))
            .Select(one => (T?)one.Format).FirstOrDefault();
        if (wanted is { } asked && said is { } other && !asked.Equals(other))
        {
            Refuse($"-As {asked} and the ending '{ending}' say two things: leave one of them out.");
        }

        if (wanted is null && said is null && Place.File is not null)
        {
            string there = string.Join(", ", endings.Select(one => one.Ending));
            Refuse(
                $"A file that ends in '{ending}' is none there is. Let it end in one of {there} (for a PDF, convert the"
                + " .svg), or name a folder that is there or ends in a /.");
        }

        return wanted ?? said ?? otherwise();
    }

    private void Refuse(string message) =>
        ThrowTerminatingError(ErrorRecords.FormatNotUnderstood(message, Path!));

    private OutputTarget FindPlace()
    {
        try
        {
            return OutputTarget.Of(this, Path, NoClobber);
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, Path!));
            throw;
        }
    }
}
