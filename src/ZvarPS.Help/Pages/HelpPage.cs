namespace ZvarPS.Help;

/// <summary>What the page of a cmdlet says, as plain text.</summary>
internal sealed record HelpPage
{
    internal const string ExamplesTitle = "Examples";
    internal const string ParametersTitle = "Parameters";
    internal const string InputTitle = "Input";
    internal const string OutputTitle = "Output";
    internal const string NotesTitle = "Notes";
    internal const string LinksTitle = "See also";

    internal required string Synopsis { get; init; }

    internal required string[] Description { get; init; }

    internal required ExampleText[] Examples { get; init; }

    /// <summary>In the order of the page.</summary>
    internal required ParameterText[] Parameters { get; init; }

    internal required TypeText[] Inputs { get; init; }

    internal required TypeText[] Outputs { get; init; }

    internal required string[] Notes { get; init; }

    internal required LinkText[] Links { get; init; }
}

/// <summary>An example: its title with its number, the code, and what it does.</summary>
internal sealed record ExampleText(string Title, string Code, string[] Remarks);

/// <summary>What is said of a parameter.</summary>
internal sealed record ParameterText(string Name, string[] Description, FactsLine Facts);

/// <summary>What is said of a type that is piped in or out.</summary>
internal sealed record TypeText(string Name, string[] Description);

/// <summary>Where to read on; the address only where it is on the web.</summary>
internal sealed record LinkText(string Text, Uri? Address);
