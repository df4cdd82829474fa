using System.Management.Automation;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that shows something: on the screen, or in a file.</summary>
public abstract class ViewCommand : StarCommand
{
    /// <summary>
    /// Where to write: a file for one picture or page of all stars, or a folder for one of each. Nothing is opened
    /// then.
    /// </summary>
    [Parameter(
        HelpMessage = "A file for one picture or page of all, or a folder for one of each; nothing is opened then.")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Gives the file that was written.</summary>
    [Parameter(HelpMessage = "Give the file that was written.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A picture's width in pixels; one that fits unless told.</summary>
    [Parameter(HelpMessage = "A picture's width in pixels; one that fits what is shown unless told.")]
    [ValidateRange(100, 16384)]
    public int? Width { get; set; }

    /// <summary>A picture's height in pixels; one that fits unless told.</summary>
    [Parameter(HelpMessage = "A picture's height in pixels; one that fits what is shown unless told.")]
    [ValidateRange(100, 16384)]
    public int? Height { get; set; }

    /// <summary>Light for paper, Dark for screens.</summary>
    [Parameter(HelpMessage = "A picture's ground: Light for paper, Dark for screens.")]
    public Theme Theme { get; set; }

    private protected OutputPlace Place => OutputPlace.Of(this, Path);

    private protected PictureStyle Style => new()
    {
        Width = Width ?? 0,
        Height = Height ?? 0,
        Theme = Theme == Theme.Dark ? PictureTheme.Dark : PictureTheme.Light,
    };

    /// <summary>What the ending of -Path says of the picture, where nothing else does.</summary>
    private protected PictureFormat PictureFormatOf(PictureFormat? wanted) => wanted
        ?? (HasEnding(".svg") ? PictureFormat.Svg : PictureFormat.Png);

    private protected bool HasEnding(string ending) =>
        Path?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ?? false;
}
