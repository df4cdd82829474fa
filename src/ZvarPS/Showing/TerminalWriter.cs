using System.Management.Automation;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>
/// Shows views in the terminal: a viewer with keys where there is one, else the drawings as text, a value each.
/// </summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
internal sealed class TerminalWriter<TView>(PSCmdlet cmdlet, ViewDrawing<TView> drawing, CancellationToken stop)
    : IViewWriter<TView>
{
    /// <summary>The size of a drawing that is no terminal's, in columns and lines.</summary>
    internal const int TextWidth = 80;

    /// <inheritdoc cref="TextWidth"/>
    internal const int TextHeight = 24;

    private readonly List<TView> _views = [];

    // What goes into a variable, a file or another command cannot press keys.
    private bool IsLast => cmdlet.MyInvocation.PipelinePosition == cmdlet.MyInvocation.PipelineLength;

    private bool HasTerminal =>
        cmdlet.Host.Name == "ConsoleHost" && (IsLast || drawing.Answers) && !Console.IsOutputRedirected;

    public void Add(TView view) => _views.Add(view);

    public void Finish()
    {
        if (_views.Count == 0)
        {
            return;
        }

        if (!HasTerminal && drawing.Answers)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.TerminalRequired());
        }
        else if (!HasTerminal)
        {
            foreach (TView view in _views)
            {
                cmdlet.WriteObject(string.Join('\n', drawing.ToText(view, TextWidth, TextHeight)));
            }
        }
        else if (Console.IsInputRedirected)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.InputRedirected());
        }
        else
        {
            drawing.Open(new TerminalViewer(cmdlet.Host.UI, DetectGraphics(), stop), _views);
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
}
