using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// What stands above a diagram: a tag and the title, the legend beside them or on a line of its own, and a line about what
// is shown.
internal sealed class FigureHead(Palette palette, FigureSize size)
{
    private const float LineHeight = 1.4f;

    // A legend mark, the gap to its text and that to the next mark, in heights of a letter.
    private const float MarkWidth = 0.7f;
    private const float MarkGap = 0.4f;
    private const float EntryGap = 1;

    private readonly LabelStyle _titleLetters = Letters.Of(size.TitleSize, palette.Ink, Alignment.MiddleLeft);
    private readonly LabelStyle _letters = Letters.Of(size.LetterSize, palette.Ink, Alignment.MiddleLeft);
    private readonly LabelStyle _muted = Letters.Of(size.LetterSize, palette.Muted, Alignment.MiddleLeft);

    // Draws it into the upper part of some room, and tells where it ends.
    internal float Draw(
        SKCanvas canvas,
        PixelRect room,
        LegendEntry? tag,
        string title,
        string subtitle,
        IReadOnlyList<LegendEntry> legend,
        Paint paint)
    {
        _titleLetters.Bold = true;
        float line = LineHeight * size.TitleSize;
        float middle = room.Top + (line / 2);
        float tagWidth = tag is { } entry ? DrawTag(canvas, new Pixel(room.Left, middle), entry, paint) : 0;
        float titleWidth = tagWidth + _titleLetters.WidthOf(title, paint);
        float legendWidth = legend.Sum(entry => WidthOf(entry.Text, paint));
        bool beside = titleWidth + legendWidth <= room.Width;
        string fitting = _titleLetters.Fit(title, Math.Max(0, room.Width - tagWidth), paint);
        _titleLetters.Write(canvas, new Pixel(room.Left + tagWidth, middle), fitting, paint);
        if (beside)
        {
            float left = room.Right - legendWidth + (EntryGap * size.LetterSize);
            DrawLegend(canvas, new Pixel(left, middle), legend, paint);
        }

        float bottom = room.Top + line;
        line = LineHeight * size.LetterSize;
        if (size.HasSubtitle && subtitle.Length > 0)
        {
            _muted.Write(
                canvas, new Pixel(room.Left, bottom + (line / 2)), _muted.Fit(subtitle, room.Width, paint), paint);
            bottom += line;
        }

        if (!beside && size.HasLegendLine)
        {
            DrawLegend(canvas, new Pixel(room.Left, bottom + (line / 2)), FitEntries(legend, room.Width, paint), paint);
            bottom += line;
        }

        return bottom;
    }

    // A mark in its colour and the text, in the letters of the title; how wide they are.
    private float DrawTag(SKCanvas canvas, Pixel place, LegendEntry tag, Paint paint)
    {
        MarkerStyle marker = tag.Marker;
        marker.Size = MarkWidth * size.TitleSize;
        float half = MarkWidth * size.TitleSize / 2;
        Drawing.DrawMarker(canvas, paint, new Pixel(place.X + half, place.Y), marker);
        float text = (MarkWidth + MarkGap) * size.TitleSize;
        _titleLetters.Write(canvas, new Pixel(place.X + text, place.Y), tag.Text, paint);
        return text + _titleLetters.WidthOf(tag.Text, paint) + (EntryGap * size.TitleSize);
    }

    private float WidthOf(string text, Paint paint) =>
        _letters.WidthOf(text, paint) + ((MarkWidth + MarkGap + EntryGap) * size.LetterSize);

    // As many entries as have room, and how many more there are.
    private List<LegendEntry> FitEntries(IReadOnlyList<LegendEntry> legend, float width, Paint paint)
    {
        var fitting = new List<LegendEntry>();
        float left = width + (EntryGap * size.LetterSize);
        foreach (LegendEntry entry in legend)
        {
            string more = $"+{legend.Count - fitting.Count}";
            float kept = fitting.Count + 1 < legend.Count ? WidthOf(more, paint) : 0;
            if (left < WidthOf(entry.Text, paint) + kept)
            {
                fitting.Add(new LegendEntry(more, MarkerStyle.None));
                break;
            }

            left -= WidthOf(entry.Text, paint);
            fitting.Add(entry);
        }

        return fitting;
    }

    private void DrawLegend(SKCanvas canvas, Pixel place, IEnumerable<LegendEntry> legend, Paint paint)
    {
        float left = place.X;
        foreach ((string text, MarkerStyle marker) in legend)
        {
            marker.Size = MarkWidth * size.LetterSize;
            float half = MarkWidth * size.LetterSize / 2;
            Drawing.DrawMarker(canvas, paint, new Pixel(left + half, place.Y), marker);
            _letters.Write(canvas, new Pixel(left + ((MarkWidth + MarkGap) * size.LetterSize), place.Y), text, paint);
            left += WidthOf(text, paint);
        }
    }
}
