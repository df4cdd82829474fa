namespace Zvar.Tables;

// What a value of Thrift's compact protocol has to be: of a type, a list of such, or a struct with fields.
internal sealed class ThriftType
{
    private readonly ThriftType?[] _fields;

    private ThriftType(int code, ThriftType? element, ThriftType?[] fields)
    {
        Code = code;
        Element = element;
        _fields = fields;
    }

    // Of a truth it is that of the one that is true.
    internal int Code { get; }

    internal ThriftType? Element { get; }

    internal static ThriftType Value(int code) => new(code, null, []);

    internal static ThriftType List(ThriftType element) => new(CompactThrift.List, element, []);

    // The fields in the order of their ids, from 1; null for an id that has none.
    internal static ThriftType Struct(params ThriftType?[] fields) => new(CompactThrift.Struct, null, fields);

    internal ThriftType? FieldOf(int id) => (uint)(id - 1) < (uint)_fields.Length ? _fields[id - 1] : null;
}
