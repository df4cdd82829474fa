namespace Zvar.Tests.Surveys;

/// <summary>A table as a file has it: names, cells, and what stands in the header.</summary>
internal sealed record Table(string[] Names, params object?[][] Rows)
{
    internal Dictionary<string, string> Metadata { get; init; } = [];

    internal PhotometryOptions Options { get; init; } = PhotometryOptions.None;

    /// <summary>A table of text, as CSV has it: the first line has the names, and blanks may stand around cells.</summary>
    internal static Table OfText(string text)
    {
        string[][] lines =
            [.. text.Trim().Split('\n').Select(line => line.Split(',').Select(cell => cell.Trim()).ToArray())];
        return new Table(lines[0], [.. lines[1..].Select(line => line.ToArray<object?>())]);
    }

    internal LightCurveGatherer Gatherer()
    {
        var gatherer = new LightCurveGatherer(Names, Metadata, Options);
        AddTo(gatherer);
        return gatherer;
    }

    internal void AddTo(LightCurveGatherer gatherer)
    {
        foreach (object?[] row in Rows)
        {
            gatherer.Add(name => row[Array.IndexOf(Names, name)]);
        }
    }

    internal LightCurve[] Read(out TableNotes notes)
    {
        LightCurveGatherer gatherer = Gatherer();
        LightCurve[] read = [.. gatherer.Gather().Select(one => one.LightCurve)];
        notes = gatherer.Notes;
        return read;
    }

    internal LightCurve ReadOne(out TableNotes notes) => Assert.Single(Read(out notes));

    internal LightCurve ReadOne() => ReadOne(out _);
}
