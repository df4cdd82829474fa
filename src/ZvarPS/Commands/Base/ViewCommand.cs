using System.Management.Automation;
using System.Text;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that shows something: on the screen, or in a file.</summary>
public abstract class ViewCommand : ObjectCommand
{
    private static readonly (string Ending, PictureFormat Format)[] PictureEndings =
        [(".png", PictureFormat.Png), (".svg", PictureFormat.Svg), (".pdf", PictureFormat.Pdf)];

    private static readonly (string Ending, ViewFormat Format)[] ViewEndings =
    [
        (".html", ViewFormat.Page),
        (".png", ViewFormat.Png),
        (".svg", ViewFormat.Svg),
        (".pdf", ViewFormat.Pdf),
        (".txt", ViewFormat.Terminal),
    ];

    private OutputTarget? _place;
    private bool _warned;

    [Parameter(
        HelpMessage = "A file for all of them, which takes the place of one there, or a folder for a file of each.")]
    [Alias("LiteralPath")]
    [Path, ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter(HelpMessage = "Write over no file that is there.")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter(HelpMessage = "Replace a file that is read-only.")]
    public SwitchParameter Force { get; set; }

    [Parameter(HelpMessage = "Give the file that was written.")]
    public SwitchParameter PassThru { get; set; }

    [Parameter(HelpMessage = "A picture's width in pixels. Default: one that fits what is shown.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(100, 16384)]
    public int? Width { get; set; }

    [Parameter(HelpMessage = "A picture's height in pixels. Default: one that fits what is shown.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(100, 16384)]
    public int? Height { get; set; }

    [Parameter(HelpMessage = "A picture's ground: Light for paper, Dark for screens.")]
    [Choice<Theme>]
    public Theme Theme { get; set; }

    private OutputTarget Place => _place ??= FindPlace();

    private PictureStyle Style => new()
    {
        Width = Width ?? 0,
        Height = Height ?? 0,
        Theme = Theme == Theme.Dark ? PictureTheme.Dark : PictureTheme.Light,
    };

    /// <summary>
    /// The format of a picture: what -As says, else what the ending of -Path says, else PNG.
    /// </summary>
    private protected PictureFormat FormatOf(PictureFormat? wanted) =>
        Choose(wanted, PictureEndings, PictureFormat.Png);

    /// <summary>
    /// The format of what may be more than a picture: what -As says, else what the ending of -Path says, else PNG in a
    /// folder, and without a path a page where there is a browser and else the terminal.
    /// </summary>
    private protected ViewFormat FormatOf(ViewFormat? wanted) => Choose(
        wanted,
        ViewEndings,
        Path is not null ? ViewFormat.Png : Browser.CanOpen ? ViewFormat.Page : ViewFormat.Terminal);

    /// <summary>Shows views in a format.</summary>
    private protected IViewWriter<TView> WriterOf<TView>(ViewFormat format, ViewDrawing<TView> drawing) => format switch
    {
        ViewFormat.Page => new PageWriter<TView>(this, Place, PassThru, drawing),
        ViewFormat.Terminal when Place.IsNamed => new FileWriter<TView>(
            Place, FileKind.Text, PassThru, drawing.NameOf, views => WriteText(views, drawing)),
        ViewFormat.Terminal => new TerminalWriter<TView>(this, drawing, StopToken),
        ViewFormat.Svg => WriterOf<TView>(PictureFormat.Svg, drawing.NameOf, drawing.ToPicture),
        ViewFormat.Pdf => WriterOf<TView>(PictureFormat.Pdf, drawing.NameOf, drawing.ToPicture),
        _ => WriterOf<TView>(PictureFormat.Png, drawing.NameOf, drawing.ToPicture),
    };

    /// <summary>Shows views as pictures.</summary>
    private protected IViewWriter<TView> WriterOf<TView>(
        PictureFormat format, Func<TView, string> nameOf, Func<IReadOnlyList<TView>, PictureStyle, Picture> draw) =>
        new FileWriter<TView>(
            Place, FileKind.Of(format), PassThru, nameOf, views => WritePicture(draw(views, Style), format));

    // A machine without a font is warned of once.
    private byte[] WritePicture(Picture picture, PictureFormat format)
    {
        if (!_warned && Picture.FontWarning is { } warning)
        {
            WriteWarning(warning);
            _warned = true;
        }

        return format switch
        {
            PictureFormat.Svg => Encoding.UTF8.GetBytes(picture.ToSvg()),
            PictureFormat.Pdf => picture.ToPdf(),
            _ => picture.ToPng(),
        };
    }

    private static byte[] WriteText<TView>(IReadOnlyList<TView> views, ViewDrawing<TView> drawing)
    {
        IEnumerable<string> texts = views.Select(view => string.Join(
            '\n', drawing.ToText(view, TerminalWriter<TView>.TextWidth, TerminalWriter<TView>.TextHeight)));
        return Encoding.UTF8.GetBytes(string.Join("\n\n", texts) + "\n");
    }

    // Ends the cmdlet where the ending is none there is, or says another format than -As.
    private T Choose<T>(T? wanted, (string Ending, T Format)[] endings, T otherwise)
        where T : struct, Enum
    {
        string ending = System.IO.Path.GetExtension(Place.File ?? "");
        T? said = endings.Where(one => string.Equals(one.Ending, ending, StringComparison.OrdinalIgnoreCase))
            .Select(one => (T?)one.Format).FirstOrDefault();
        if (wanted is { } asked && said is { } other && !asked.Equals(other))
        {
            Refuse($"-As {asked} and the ending '{ending}' say two things: leave one of them out.");
        }

        if (wanted is null && said is null && Place.File is { } file)
        {
            string there = string.Join(", ", endings.Select(one => one.Ending));
            string name = System.IO.Path.GetFileName(file);
            Refuse(
                (ending.Length > 0 ? $"'{ending}' is the ending of no format there is." : $"'{name}' has no ending.")
                + $" Let the file end in one of {there}, or say what it is with -As, or name a folder: one that is"
                + " there, or ends in a /.");
        }

        return wanted ?? said ?? otherwise;
    }

    private void Refuse(string message) =>
        ThrowTerminatingError(ErrorRecords.FormatNotUnderstood(message, Path!));

    private OutputTarget FindPlace()
    {
        try
        {
            return OutputTarget.Of(this, Path, NoClobber, Force);
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, Path!));
            throw;
        }
    }
}
