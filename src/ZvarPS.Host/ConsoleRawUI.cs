using System.Management.Automation.Host;

namespace ZvarPS.Host;

/// <summary>
/// The console's size, which the views are fitted to. What a plain prompt does not need is not supported.
/// </summary>
internal sealed class ConsoleRawUI : PSHostRawUserInterface
{
    private const int DefaultWidth = 120;
    private const int DefaultHeight = 50;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Size BufferSize
    {
        get => Console.IsOutputRedirected || Console.WindowWidth == 0
            ? new Size(DefaultWidth, DefaultHeight)
            : new Size(Console.WindowWidth, Console.WindowHeight);
        set => throw NotSupported();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw NotSupported();
    }

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Size MaxWindowSize => BufferSize;

    public override Coordinates CursorPosition
    {
        get => new(0, 0);
        set => throw NotSupported();
    }

    public override int CursorSize { get; set; } = 25;

    public override Coordinates WindowPosition { get; set; }

    public override string WindowTitle { get; set; } = "ZvarPS";

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw NotSupported();

    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NotSupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotSupported();

    private static NotSupportedException NotSupported() => new("The host of ZvarPS has a plain console only.");
}
