using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Zvar.Plots;

// What the page's scripts read: JSON, with columns of numbers as their type and base64 of their little-endian bytes, so
// that a time arrives as the very same double. Text is escaped for a place inside an HTML script element.
internal static class PageData
{
    // A band is its place among the object's, two bytes wide.
    private const int MostBands = 1 << 16;

    internal static string Write(IReadOnlyList<FoldView> folds) => WriteArray(folds, (json, fold) =>
    {
        IReadOnlyList<string> bands = fold.GetAllBands();
        WriteObject(json, fold.LightCurve, fold.GetFileName(), bands, fold.LeftOut);
        WritePeriods(json, fold.GetPeriods());
        json.WriteStartObject("view");
        json.WriteNumber("period", fold.Period);
        json.WriteString("zero", fold.EpochChoice.ToString());
        json.WriteNumber("bins", fold.Bins);
        json.WriteString("statistic", NameOf(fold.Statistic));
        json.WriteNumber("cycles", fold.Cycles);
        WriteTexts(json, "bands", fold.Bands);
        json.WriteEndObject();
        var places = new BandPlaces(bands);
        WriteExposures(json, fold.LightCurve, places, fluxes: false);
        if (fold.IsComputed)
        {
            WriteComputed(json, fold with { Bands = bands }, places);
        }

        if (fold.Periodogram is { } periodogram)
        {
            WritePeriodogram(json, periodogram);
        }
    });

    internal static string Write(IReadOnlyList<PeriodogramView> views) => WriteArray(views, (json, view) =>
    {
        LightCurve nothing = view.LightCurve.Where(_ => false);
        WriteObject(json, view.LightCurve, view.GetFileName(), bands: [], leftOut: 0);
        WritePeriods(json, [.. view.Candidates.Select(FoldPeriod.Of)]);
        json.WriteStartObject("view");
        json.WriteNumber("period", view.GetPeriod());
        WriteTexts(json, "bands", []);
        json.WriteEndObject();
        WriteExposures(json, nothing, new BandPlaces([]), fluxes: false);
        WritePeriodogram(json, view);
    });

    internal static string Write(IReadOnlyList<LightCurveView> views) => WriteArray(views, (json, view) =>
    {
        IReadOnlyList<string> bands = view.LightCurve.GetBands();
        WriteObject(json, view.LightCurve, view.GetFileName(), bands, view.LeftOut);
        json.WriteStartObject("view");
        json.WriteString("quantity", view.Quantity == PhotometryFormat.Flux ? "flux" : "mag");
        json.WriteBoolean("limits", !view.DetectionsOnly);
        WriteTexts(json, "bands", view.Bands);
        json.WriteEndObject();
        WriteExposures(json, view.LightCurve, new BandPlaces(bands), fluxes: true);
    });

    internal static string WriteSettings() => WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("maxBins", FoldView.MaxBins);
        json.WriteNumber("binStep", FoldControls.BinStep);
        json.WriteNumber("tuningStep", FoldControls.TuningStep);
        json.WriteNumber("mostTuning", FoldControls.MostTuning);
        json.WriteNumber("negligibleDrift", PeriodDigits.NegligibleDrift);
        json.WriteNumber("fewestDecimals", PeriodDigits.FewestDecimals);
        json.WriteNumber("mostDecimals", PeriodDigits.MostDecimals);
        json.WriteString("durationForms", Duration.Forms);
        json.WriteStartArray("markSizes");
        foreach ((int moreThan, float size) in MarkSize.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("moreThan", moreThan);
            json.WriteNumber("size", size);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string WriteArray<T>(IReadOnlyList<T> views, Action<Utf8JsonWriter, T> write) => WriteJson(json =>
    {
        json.WriteStartArray();
        foreach (T view in views)
        {
            json.WriteStartObject();
            write(json, view);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string WriteJson(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteObject(
        Utf8JsonWriter json, LightCurve curve, string file, IReadOnlyList<string> bands, int leftOut)
    {
        if (bands.Count > MostBands)
        {
            throw new ArgumentException(
                $"{ObjectTitle.Of(curve)} has {bands.Count} bands; a page holds {MostBands} of one light curve.");
        }

        json.WriteString("psid", ObjectTitle.PsidOf(curve));
        json.WriteString("title", ObjectTitle.Of(curve));
        json.WriteString("file", file);
        json.WriteBoolean("synthetic", curve.Synthetic);
        json.WriteString("simbad", SimbadLink.Of(curve));
        json.WriteNumber("baseline", curve.Baseline);
        json.WriteString("leftOut", AxisLimit.Note(leftOut));
        if (double.IsFinite(curve.FirstTime))
        {
            json.WriteNumber("firstTime", curve.FirstTime);
        }

        double day = TimeAxis.OriginOf(curve);
        json.WriteStartObject("timeAxis");
        json.WriteNumber("day", day);
        json.WriteString("name", curve.TimeSystem.Name);
        json.WriteString("title", TimeAxis.TitleOf(day, curve.TimeSystem).Text);
        json.WriteEndObject();
        json.WriteString("magnitudeTitle", MagnitudeAxis.TitleOf(curve.MagnitudeKind).Text);
        WriteTexts(json, "bands", bands);
        WriteTexts(json, "bandNames", bands.Select(band => Excerpt.Of(band)));
        json.WriteStartArray("styles");
        IReadOnlyDictionary<string, BandStyle> styles = BandStyle.Of(bands);
        foreach (BandStyle style in bands.Select(band => styles[band]))
        {
            json.WriteStartObject();
            json.WriteString("light", style.Light);
            json.WriteString("dark", style.Dark);
            json.WriteString("shape", style.Shape.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePeriods(Utf8JsonWriter json, IReadOnlyList<FoldPeriod> periods)
    {
        json.WriteStartArray("periods");
        foreach (FoldPeriod one in periods)
        {
            json.WriteStartObject();
            json.WriteNumber("period", one.Period);
            json.WriteString("whose", one.Whose);
            json.WriteString("label", one.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Single precision is finer than a screen; the peaks that a fold may be of have all their digits.
    private static void WritePeriodogram(Utf8JsonWriter json, PeriodogramView view)
    {
        IReadOnlyDictionary<string, BandStyle> styles = MethodStyle.Of(view.Curves);
        json.WriteStartObject("periodogram");
        json.WriteString("subtitle", view.GetSubtitle());
        json.WriteStartArray("curves");
        foreach (PeriodogramCurve curve in view.Curves)
        {
            string name = MethodName.Of(curve.Method);
            int[] places = [.. Enumerable.Range(0, curve.Power.Length)];
            int[] peaks = [.. curve.GetPeaks()];
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("method", curve.Method.ToString());
            json.WriteString("light", styles[name].Light);
            json.WriteString("dark", styles[name].Dark);
            WriteColumn(json, "frequency", places, i => (float)curve.Frequency[i]);
            WriteColumn(json, "power", places, i => (float)curve.Power[i]);
            WriteColumn(json, "peakFrequency", peaks, i => curve.Frequency[i]);
            WriteColumn(json, "peakPower", peaks, i => (float)curve.Power[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("marks");
        foreach (PeriodMark mark in view.GetMarks())
        {
            json.WriteStartObject();
            json.WriteNumber("period", mark.Period);
            json.WriteString("text", mark.Text);
            json.WriteString("kind", mark.Kind.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExposures(Utf8JsonWriter json, LightCurve curve, BandPlaces bands, bool fluxes)
    {
        int[] rows = [.. Enumerable.Range(0, curve.Points).Where(row => AxisLimit.Holds(curve.Time[row]))];
        int[] seen = [.. rows.Where(row => !double.IsNaN(curve.Mag[row]))];
        int[] unseen = [.. rows.Where(row => double.IsNaN(curve.Mag[row]))];
        json.WriteStartObject("seen");
        WriteColumn(json, "time", seen, row => curve.Time[row]);
        WriteColumn(json, "mag", seen, row => Held(curve.Mag[row]));
        WriteColumn(json, "magErr", seen, row => (float)curve.MagErr[row]);
        WriteFluxes(seen);
        WriteColumn(json, "band", seen, row => bands.Of(curve.Band[row]));
        json.WriteEndObject();
        json.WriteStartObject("unseen");
        WriteColumn(json, "time", unseen, row => curve.Time[row]);
        WriteColumn(json, "limit", unseen, row => Held(curve.LimitingMag[row]));
        WriteFluxes(unseen);
        WriteColumn(json, "band", unseen, row => bands.Of(curve.Band[row]));
        json.WriteEndObject();

        void WriteFluxes(int[] of)
        {
            if (fluxes)
            {
                WriteColumn(json, "flux", of, row => Held(curve.Flux[row]));
                WriteColumn(json, "fluxErr", of, row => (float)curve.FluxErr[row]);
            }
        }
    }

    private static void WriteComputed(Utf8JsonWriter json, FoldView fold, BandPlaces bands)
    {
        IReadOnlyList<PhasePoint> bins = fold.GetBins();
        PhasePoint[] points = [.. bins.Count > 0 ? bins : fold.GetPoints()];
        json.WriteStartObject("computed");
        json.WriteBoolean("binned", bins.Count > 0);
        json.WriteString("subtitle", fold.GetSubtitle());
        WriteColumn(json, "phase", points, point => point.Phase);
        WriteColumn(json, "mag", points, point => point.Mag);
        WriteColumn(json, "magErr", points, point => (float)point.MagErr);
        WriteColumn(json, "count", points, point => (uint)point.Count);
        WriteColumn(json, "band", points, point => bands.Of(point.Band));
        json.WriteEndObject();
    }

    private static double Held(double value) => AxisLimit.Holds(value) ? value : double.NaN;

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteColumn<TRow, T>(Utf8JsonWriter json, string name, TRow[] rows, Func<TRow, T> value)
        where T : unmanaged
    {
        T[] column = Array.ConvertAll(rows, row => value(row));
        json.WriteStartArray(name);
        json.WriteStringValue(default(T) switch
        {
            double => "f8",
            float => "f4",
            uint => "u4",
            ushort => "u2",
            _ => throw new NotSupportedException($"The page has no columns of {typeof(T)}."),
        });
        json.WriteBase64StringValue(MemoryMarshal.AsBytes<T>(column));
        json.WriteEndArray();
    }

    // As folding.js has it.
    private static string NameOf(BinStatistic statistic) => statistic switch
    {
        BinStatistic.Mean => "mean",
        BinStatistic.Median => "median",
    };

    // The place of each band among an object's.
    private sealed class BandPlaces(IReadOnlyList<string> bands)
    {
        private readonly Dictionary<string, ushort> _places =
            bands.Index().ToDictionary(band => band.Item, band => (ushort)band.Index);

        internal ushort Of(string band) => _places[band];
    }
}
