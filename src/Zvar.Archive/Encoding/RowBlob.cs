namespace Zvar.Archive;

/// <summary>
/// The rows of others' tables as bytes: their columns by name, each a long, a double, a bool or a text.
/// </summary>
internal static class RowBlob
{
    private const byte Long = 0;
    private const byte Real = 1;
    private const byte False = 2;
    private const byte True = 3;
    private const byte Text = 4;

    internal static void Write(BlobWriter blob, IReadOnlyDictionary<string, object> columns)
    {
        blob.WriteCount(columns.Count);
        foreach ((string name, object value) in columns)
        {
            blob.WriteText(name);
            WriteValue(blob, value);
        }
    }

    internal static Dictionary<string, object> Read(ref BlobReader blob)
    {
        var columns = new Dictionary<string, object>();
        for (int count = blob.ReadCount(); count > 0; count--)
        {
            string name = blob.ReadText();
            columns[name] = ReadValue(ref blob);
        }

        return columns;
    }

    private static void WriteValue(BlobWriter blob, object value)
    {
        switch (value)
        {
            case long number:
                blob.WriteByte(Long);
                blob.WriteSigned(number);
                break;
            case double number:
                blob.WriteByte(Real);
                blob.WriteNumber(number);
                break;
            case bool flag:
                blob.WriteByte(flag ? True : False);
                break;
            default:
                blob.WriteByte(Text);
                blob.WriteText((string)value);
                break;
        }
    }

    private static object ReadValue(ref BlobReader blob) => blob.ReadByte() switch
    {
        Long => blob.ReadSigned(),
        Real => blob.ReadNumber(),
        False => false,
        True => true,
        Text => blob.ReadText(),
        _ => throw new DamagedException(),
    };
}
