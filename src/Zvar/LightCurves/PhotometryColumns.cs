namespace Zvar;

// The arrays behind a light curve: a builder fills them, a light curve shows them.
internal sealed class PhotometryColumns
{
    internal double[] Time = [];
    internal double[] Mag = [];
    internal double[] MagErr = [];
    internal double[] LimitingMag = [];
    internal double[] Flux = [];
    internal double[] FluxErr = [];
    internal double[] Snr = [];
    internal double[] MagZeroPoint = [];
    internal double[] ReferenceMag = [];
    internal string[] Band = [];
    internal int[] Field = [];
    internal int[] Ccd = [];
    internal int[] Quad = [];

    internal int Count => Time.Length;

    internal void Resize(int size)
    {
        Array.Resize(ref Time, size);
        Array.Resize(ref Mag, size);
        Array.Resize(ref MagErr, size);
        Array.Resize(ref LimitingMag, size);
        Array.Resize(ref Flux, size);
        Array.Resize(ref FluxErr, size);
        Array.Resize(ref Snr, size);
        Array.Resize(ref MagZeroPoint, size);
        Array.Resize(ref ReferenceMag, size);
        Array.Resize(ref Band, size);
        Array.Resize(ref Field, size);
        Array.Resize(ref Ccd, size);
        Array.Resize(ref Quad, size);
    }

    internal PhotometryColumns Take(int count) => new()
    {
        Time = Time[..count],
        Mag = Mag[..count],
        MagErr = MagErr[..count],
        LimitingMag = LimitingMag[..count],
        Flux = Flux[..count],
        FluxErr = FluxErr[..count],
        Snr = Snr[..count],
        MagZeroPoint = MagZeroPoint[..count],
        ReferenceMag = ReferenceMag[..count],
        Band = Band[..count],
        Field = Field[..count],
        Ccd = Ccd[..count],
        Quad = Quad[..count],
    };

    internal PhotometryColumns Take(ReadOnlySpan<int> rows) => new()
    {
        Time = Take(Time, rows),
        Mag = Take(Mag, rows),
        MagErr = Take(MagErr, rows),
        LimitingMag = Take(LimitingMag, rows),
        Flux = Take(Flux, rows),
        FluxErr = Take(FluxErr, rows),
        Snr = Take(Snr, rows),
        MagZeroPoint = Take(MagZeroPoint, rows),
        ReferenceMag = Take(ReferenceMag, rows),
        Band = Take(Band, rows),
        Field = Take(Field, rows),
        Ccd = Take(Ccd, rows),
        Quad = Take(Quad, rows),
    };

    private static T[] Take<T>(T[] column, ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = column[rows[i]];
        }

        return taken;
    }
}
