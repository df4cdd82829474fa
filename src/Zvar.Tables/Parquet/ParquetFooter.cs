using System.Buffers.Binary;
using Parquet;
using static Zvar.Tables.ThriftType;

namespace Zvar.Tables;

// What a Parquet file says of itself at its end: a FileMetaData of parquet.thrift, in
// https://github.com/apache/parquet-format, its length, and the signature.
internal static class ParquetFooter
{
    // Ids of fields: of FileMetaData, RowGroup, ColumnChunk, ColumnMetaData, and Statistics.
    internal const int FileRows = 3;
    internal const int FileGroups = 4;
    internal const int GroupColumns = 1;
    internal const int GroupRows = 3;
    internal const int ChunkFile = 1;
    internal const int ChunkColumn = 3;
    internal const int ColumnPath = 3;
    internal const int ColumnStatistics = 12;
    internal const int StatisticsMost = 5;
    internal const int StatisticsLeast = 6;

    private const int TailLength = 8;

    private static readonly ThriftType Truth = Value(CompactThrift.True);
    private static readonly ThriftType I8 = Value(CompactThrift.Byte);
    private static readonly ThriftType I16 = Value(CompactThrift.I16);
    private static readonly ThriftType I32 = Value(CompactThrift.I32);
    private static readonly ThriftType I64 = Value(CompactThrift.I64);
    private static readonly ThriftType Real = Value(CompactThrift.Double);
    private static readonly ThriftType Binary = Value(CompactThrift.Binary);
    private static readonly ThriftType Empty = Struct();

    private static readonly ThriftType TimeUnit = Struct(Empty, Empty, Empty);
    private static readonly ThriftType Time = Struct(Truth, TimeUnit);

    // From STRING to GEOGRAPHY; the ninth was never given out.
    private static readonly ThriftType LogicalType = Struct(
        Empty, Empty, Empty, Empty, Struct(I32, I32), Empty, Time, Time, null, Struct(I8, Truth),
        Empty, Empty, Empty, Empty, Empty, Struct(I8), Struct(Binary), Struct(Binary, I32));

    private static readonly ThriftType SchemaElement = Struct(
        I32, I32, I32, Binary, I32, I32, I32, I32, I32, LogicalType);

    private static readonly ThriftType KeyValue = Struct(Binary, Binary);

    private static readonly ThriftType Statistics = Struct(Binary, Binary, I64, I64, Binary, Binary, Truth, Truth);

    private static readonly ThriftType SizeStatistics = Struct(I64, List(I64), List(I64));

    private static readonly ThriftType GeospatialStatistics = Struct(
        Struct(Real, Real, Real, Real, Real, Real, Real, Real), List(I32));

    private static readonly ThriftType ColumnMetaData = Struct(
        I32, List(I32), List(Binary), I32, I64, I64, I64, List(KeyValue), I64, I64, I64, Statistics,
        List(Struct(I32, I32, I32)), I64, I32, SizeStatistics, GeospatialStatistics);

    private static readonly ThriftType ColumnChunk = Struct(
        Binary, I64, ColumnMetaData, I64, I32, I64, I32, Struct(Empty, Struct(List(Binary), Binary)), Binary);

    private static readonly ThriftType RowGroup = Struct(
        List(ColumnChunk), I64, I64, List(Struct(I32, Truth, Truth)), I64, I64, I16);

    private static readonly ThriftType Encryption = Struct(Binary, Binary, Truth);

    private static readonly ThriftType FileMetaData = Struct(
        I32, List(SchemaElement), I64, List(RowGroup), List(KeyValue), Binary, List(Struct(Empty)),
        Struct(Encryption, Encryption), Binary);

    // Parquet.Net believes any number in a footer, and reads on for ever past its end: the footer is checked first.
    internal static Task<ParquetReader> OpenAsync(Stream file)
    {
        Read(file);
        return ParquetReader.CreateAsync(file);
    }

    // The footer's bytes, which are what they have to be; else an InvalidDataException or an OverflowException.
    internal static byte[] Read(Stream file)
    {
        if (file.Length < TailLength)
        {
            throw new InvalidDataException($"It has only {file.Length} bytes.");
        }

        byte[] tail = new byte[TailLength];
        file.Seek(-TailLength, SeekOrigin.End);
        file.ReadExactly(tail);
        if (!tail.AsSpan().EndsWith(ParquetTableReader.Signature))
        {
            throw new InvalidDataException("It does not end as a Parquet file does: it may be cut short.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (length < 0 || length > file.Length - TailLength)
        {
            throw new InvalidDataException($"Its footer has {length} bytes of {file.Length}.");
        }

        byte[] footer = new byte[length];
        file.Seek(-TailLength - length, SeekOrigin.End);
        file.ReadExactly(footer);
        new CompactThrift(footer).Check(FileMetaData);
        return footer;
    }
}
