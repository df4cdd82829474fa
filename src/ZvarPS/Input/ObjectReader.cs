using Zvar;

namespace ZvarPS;

/// <summary>Reads a star with all that is known of it: itself, or what is left of it from a file or a job.</summary>
internal static class ObjectReader
{
    /// <summary>Reads a star; null where there is only its name, or no star at all.</summary>
    internal static ZvarObject? Read(object? argument)
    {
        object? value = Argument.Unwrap(argument);
        if (value is ZvarObject star || !Argument.IsRow(value))
        {
            return value as ZvarObject;
        }

        var row = new Row(value!);
        return row.Get("Psid") is { } psid && row.Get("Ra") is { } ra && row.Get("Dec") is { } dec
            && row.Get("Periods") is { } periods && Argument.Elements(periods).All(Argument.IsRow)
            ? new ZvarObject
            {
                Psid = PsidAttribute.ReadOne(psid),
                Ra = Number.OfCell(ra),
                Dec = Number.OfCell(dec),
                ObjectType = Enum.TryParse(row.GetText("ObjectType"), out ObjectType type) ? type : ObjectType.Unknown,
                TargetName = row.GetText("TargetName"),
                Separation = Number.OfCell(row.Get("Separation")),
                Synthetic = row.Is("Synthetic"),
                Matchfiles = new([.. Rows(row.Get("Matchfiles")).Select(ReadMatchfile)]),
                Periods = new([.. Rows(periods).Select(ReadPeriod)]),
            }
            : null;
    }

    private static IEnumerable<Row> Rows(object? list) =>
        Argument.Elements(list).Where(Argument.IsRow).Select(one => new Row(one!));

    private static ZvarPeriod ReadPeriod(Row row) => new()
    {
        Psid = PsidAttribute.ReadOne(row.Get("Psid")),
        Field = row.GetWhole("Field"),
        Ccd = row.GetWhole("Ccd"),
        Quad = row.GetWhole("Quad"),
        Band = row.GetText("Band") ?? "",
        Period = Number.OfCell(row.Get("Period")),
        Significance = Number.OfCell(row.Get("Significance")),
        StringLength = Number.OfCell(row.Get("StringLength")),
        Bins = row.GetWhole("Bins"),
        Synthetic = row.Is("Synthetic"),
    };

    private static Matchfile ReadMatchfile(Row row) => new()
    {
        Psid = PsidAttribute.ReadOne(row.Get("Psid")),
        Field = row.GetWhole("Field"),
        Ccd = row.GetWhole("Ccd"),
        Quad = row.GetWhole("Quad"),
        Band = row.GetText("Band") ?? "",
        Exposures = row.GetWhole("Exposures"),
        Index = row.GetWhole("Index"),
        Amplitude = Number.OfCell(row.Get("Amplitude")),
        MinMag = Number.OfCell(row.Get("MinMag")),
        MaxMag = Number.OfCell(row.Get("MaxMag")),
        Synthetic = row.Is("Synthetic"),
    };
}
