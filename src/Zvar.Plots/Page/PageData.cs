using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Zvar.Plots;

// What the page's scripts read: JSON and columns of numbers. Text is escaped for a place inside an HTML script element.
internal static class PageData
{
    // A band is its place among the object's, two bytes wide.
    private const int MostBands = 1 << 16;

    internal static PageStar Pack(FoldView fold) => PageStar.Of(fold.LightCurve, (json, columns) =>
    {
        IReadOnlyList<string> bands = fold.GetAllBands();
        WriteObject(json, fold.LightCurve, fold.GetFileName(), bands, fold.LeftOut);
        WritePeriods(json, fold.GetPeriods());
        PageStatistics.Write(json, fold.Statistics);
        json.WriteStartObject("view");
        json.WriteNumber("period", fold.Period);
        json.WriteString("zero", fold.EpochChoice.ToString());
        json.WriteNumber("bins", fold.Bins);
        json.WriteString("statistic", NameOf(fold.Statistic));
        json.WriteNumber("cycles", fold.Cycles);
        WriteTexts(json, "bands", fold.Bands);
        if (fold.Label.Length > 0)
        {
            json.WritePropertyName("label");
            WriteLabel(json, fold.Label, fold.Labels);
        }

        json.WriteEndObject();
        var places = new BandPlaces(bands);
        WriteExposures(json, columns, fold.LightCurve, places, fluxes: false);
        if (fold.IsComputed)
        {
            WriteComputed(json, columns, fold with { Bands = bands }, places);
        }

        if (fold.Periodogram is { } periodogram)
        {
            WritePeriodogram(json, columns, periodogram);
        }
    }) with
    {
        Gaia = fold.Gaia,
    };

    internal static PageStar Pack(PeriodogramView view) => PageStar.Of(view.LightCurve, (json, columns) =>
    {
        LightCurve nothing = view.LightCurve.Where(_ => false);
        WriteObject(json, view.LightCurve, view.GetFileName(), bands: [], leftOut: 0);
        WritePeriods(json, [.. view.Candidates.Select(FoldPeriod.Of)]);
        json.WriteStartObject("view");
        json.WriteNumber("period", view.GetPeriod());
        WriteTexts(json, "bands", []);
        json.WriteEndObject();
        WriteExposures(json, columns, nothing, new BandPlaces([]), fluxes: false);
        WritePeriodogram(json, columns, view);
    });

    internal static PageStar Pack(LightCurveView view) => PageStar.Of(view.LightCurve, (json, columns) =>
    {
        IReadOnlyList<string> bands = view.LightCurve.GetBands();
        WriteObject(json, view.LightCurve, view.GetFileName(), bands, view.LeftOut);
        json.WriteStartObject("view");
        json.WriteString("quantity", view.Quantity == PhotometryFormat.Flux ? "flux" : "mag");
        json.WriteBoolean("limits", !view.DetectionsOnly);
        WriteTexts(json, "bands", view.Bands);
        json.WriteEndObject();
        WriteExposures(json, columns, view.LightCurve, new BandPlaces(bands), fluxes: true);
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
        PageStatistics.WriteNames(json);
        json.WriteEndObject();
    });

    // What the page knows of its stars before it reads one.
    internal static string WriteIndex(IReadOnlyList<PageStar> stars) => WriteJson(json =>
    {
        json.WriteStartArray();
        foreach (PageStar star in stars)
        {
            star.WriteEntry(json);
        }

        json.WriteEndArray();
    });

    // What a vetting is begun with, and what was said of its stars before.
    internal static string WriteVetting(Vetting vetting, IReadOnlyList<LightCurve> stars) => WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("identity", Vetting.IdentityOf(stars));
        json.WriteString("labeller", vetting.Labeller);
        json.WriteStartArray("labels");
        foreach (string label in vetting.Labels)
        {
            WriteLabel(json, label, vetting.Labels);
        }

        json.WriteEndArray();
        json.WriteStartArray("verdicts");
        var here = stars.Select(VettedStar.Of).ToHashSet();
        foreach (Verdict verdict in vetting.GetVerdicts().Values.Where(verdict => here.Contains(verdict.GetStar())))
        {
            WriteVerdict(json, verdict);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteLabel(Utf8JsonWriter json, string label, IReadOnlyList<string> labels)
    {
        var color = LabelColor.Of(label, labels);
        json.WriteStartObject();
        json.WriteString("name", label);
        json.WriteString("light", color.Light);
        json.WriteString("dark", color.Dark);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("psid", verdict.Psid > 0 ? verdict.Psid.ToString(CultureInfo.InvariantCulture) : "");
        json.WriteString("targetName", verdict.TargetName);
        json.WriteBoolean("synthetic", verdict.Synthetic);
        json.WriteString("label", verdict.Label);
        WriteNumber("period", verdict.Period);
        WriteNumber("epoch", verdict.Epoch);
        json.WriteString("note", verdict.Note);
        json.WriteString("labeller", verdict.Labeller);
        json.WriteString("time", verdict.GetTimeText());
        json.WriteEndObject();

        void WriteNumber(string name, double? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }

    // As the page's scripts unpack it.
    internal static byte[] Compress(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            write(gzip);
        }

        return packed.ToArray();
    }

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

        json.WriteString("file", file);
        json.WriteString("simbad", SimbadLink.Of(curve));
        json.WriteString("vsx", VsxLink.Of(curve));
        json.WriteString("aladin", AladinLink.Of(curve));
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
            json.WriteBoolean("found", one.Origin == PeriodOrigin.Found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Single precision is finer than a screen; the peaks that a fold may be of have all their digits.
    private static void WritePeriodogram(Utf8JsonWriter json, PageColumns columns, PeriodogramView view)
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
            columns.Write(json, "frequency", places, i => (float)curve.Frequency[i]);
            columns.Write(json, "power", places, i => (float)curve.Power[i]);
            columns.Write(json, "peakFrequency", peaks, i => curve.Frequency[i]);
            columns.Write(json, "peakPower", peaks, i => (float)curve.Power[i]);
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

    private static void WriteExposures(
        Utf8JsonWriter json, PageColumns columns, LightCurve curve, BandPlaces bands, bool fluxes)
    {
        int[] rows = [.. Enumerable.Range(0, curve.Points).Where(row => AxisLimit.Holds(curve.Time[row]))];
        int[] seen = [.. rows.Where(row => !double.IsNaN(curve.Mag[row]))];
        int[] unseen = [.. rows.Where(row => double.IsNaN(curve.Mag[row]))];
        json.WriteStartObject("seen");
        columns.Write(json, "time", seen, row => curve.Time[row]);
        columns.Write(json, "mag", seen, row => Held(curve.Mag[row]));
        columns.Write(json, "magErr", seen, row => (float)curve.MagErr[row]);
        WriteFluxes(seen);
        columns.Write(json, "band", seen, row => bands.Of(curve.Band[row]));
        json.WriteEndObject();
        json.WriteStartObject("unseen");
        columns.Write(json, "time", unseen, row => curve.Time[row]);
        columns.Write(json, "limit", unseen, row => Held(curve.LimitingMag[row]));
        WriteFluxes(unseen);
        columns.Write(json, "band", unseen, row => bands.Of(curve.Band[row]));
        json.WriteEndObject();

        void WriteFluxes(int[] of)
        {
            if (fluxes)
            {
                columns.Write(json, "flux", of, row => Held(curve.Flux[row]));
                columns.Write(json, "fluxErr", of, row => (float)curve.FluxErr[row]);
            }
        }
    }

    private static void WriteComputed(Utf8JsonWriter json, PageColumns columns, FoldView fold, BandPlaces bands)
    {
        IReadOnlyList<PhasePoint> bins = fold.GetBins();
        PhasePoint[] points = [.. bins.Count > 0 ? bins : fold.GetPoints()];
        json.WriteStartObject("computed");
        json.WriteBoolean("binned", bins.Count > 0);
        json.WriteString("subtitle", fold.GetSubtitle());
        columns.Write(json, "phase", points, point => point.Phase);
        columns.Write(json, "mag", points, point => point.Mag);
        columns.Write(json, "magErr", points, point => (float)point.MagErr);
        columns.Write(json, "count", points, point => (uint)point.Count);
        columns.Write(json, "band", points, point => bands.Of(point.Band));
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
