using System.Globalization;
using System.Management.Automation;
using System.Text;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>
/// Shows folds in the terminal: a viewer with keys where there is one, else the drawings as text, a value each.
/// </summary>
internal sealed class TerminalWriter(PSCmdlet cmdlet, OutputTarget place, bool passThru, CancellationToken stop)
    : IViewWriter<FoldView>
{
    private const int TextWidth = 80;
    private const int TextHeight = 24;

    private readonly List<FoldView> _folds = [];

    // What goes into a variable, a file or another command cannot press keys.
    private bool IsLast => cmdlet.MyInvocation.PipelinePosition == cmdlet.MyInvocation.PipelineLength;

    private bool HasTerminal => cmdlet.Host.Name == "ConsoleHost" && IsLast && !Console.IsOutputRedirected;

    public void Add(FoldView view) => _folds.Add(view);

    public void Finish()
    {
        if (_folds.Count == 0)
        {
            return;
        }

        if (place.IsNamed)
        {
            WriteFile();
        }
        else if (!HasTerminal)
        {
            foreach (FoldView fold in _folds)
            {
                cmdlet.WriteObject(Draw(fold));
            }
        }
        else if (Console.IsInputRedirected)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.InputRedirected());
        }
        else
        {
            new TerminalViewer(cmdlet.Host.UI, DetectGraphics(), stop).Run(new FoldSession(_folds));
        }
    }

    private TerminalGraphics DetectGraphics()
    {
        try
        {
            return TerminalPicture.Detect(Environment.GetEnvironmentVariable);
        }
        catch (ArgumentException error)
        {
            cmdlet.WriteWarning(error.Message);
            return TerminalGraphics.None;
        }
    }

    private static string Draw(FoldView fold) =>
        string.Join('\n', FoldText.Draw(fold, TextWidth, TextHeight, color: false));

    private void WriteFile()
    {
        byte[] Text() => Encoding.UTF8.GetBytes(string.Join("\n\n", _folds.Select(Draw)) + "\n");
        string? file = place.Write(string.Create(CultureInfo.InvariantCulture, $"{_folds[0].LightCurve.Psid}.txt"), "a drawing as text", Text);
        if (file is not null && passThru)
        {
            place.Give(file);
        }
    }
}
