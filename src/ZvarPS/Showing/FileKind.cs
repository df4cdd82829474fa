namespace ZvarPS;

/// <summary>What a file is.</summary>
/// <param name="Ending">What its name ends in.</param>
/// <param name="Name">What it is called, for -WhatIf.</param>
internal readonly record struct FileKind(string Ending, string Name)
{
    internal static FileKind Page { get; } = new(".html", "a page");

    internal static FileKind Text { get; } = new(".txt", "a drawing as text");

    internal static FileKind Of(PictureFormat format) => format switch
    {
        PictureFormat.Svg => new(".svg", "a picture"),
        PictureFormat.Pdf => new(".pdf", "a document"),
        _ => new(".png", "a picture"),
    };
}
