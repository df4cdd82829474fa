using System.Buffers.Binary;
using System.Text;
using static Zvar.Tables.ParquetFooter;

namespace Zvar.Tables;

// The footers of many Parquet files of one schema as one: what _metadata and _common_metadata of a folder have. Nothing
// of a footer is lost: a group of rows is copied as it is, and its columns are told the file they are in.
internal sealed class ParquetMetadata
{
    private readonly ByteBuffer _groups = new(1 << 16);
    private byte[]? _first;
    private int _groupCount;

    // How many rows the files have.
    internal long Rows { get; private set; }

    // Adds the groups of a file.
    internal void Add(string file, string path)
    {
        byte[] footer = ReadFooter(file);
        _first ??= footer;
        byte[] name = Encoding.UTF8.GetBytes(path);
        var fields = new CompactThrift(footer);
        while (fields.TryReadField(out int id, out int type))
        {
            if (id == FileRows)
            {
                Rows += fields.ReadSigned();
            }
            else if (id == FileGroups)
            {
                for (int left = fields.ReadListSize(); left > 0; left--, _groupCount++)
                {
                    AddGroup(fields.SkipStruct(), name);
                }
            }
            else
            {
                fields.Skip(type);
            }
        }
    }

    // Takes the schema of a file without its groups.
    internal void AddSchema(string file) => _first ??= ReadFooter(file);

    // The groups of all files.
    internal byte[] Whole() => FileOf(Rows, _groupCount, _groups.Written.Span);

    // The schema alone.
    internal byte[] Common() => FileOf(0, 0, []);

    // What a file says of itself at its end.
    internal static byte[] ReadFooter(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Read(stream);
    }

    private void AddGroup(ReadOnlySpan<byte> group, byte[] path)
    {
        var fields = new CompactThrift(group);
        int before = 0;
        while (fields.TryReadField(out int id, out int type))
        {
            CompactThrift.WriteField(_groups, before, id, type);
            before = id;
            if (id != GroupColumns)
            {
                _groups.Add(fields.Skip(type));
                continue;
            }

            int columns = fields.ReadListSize();
            CompactThrift.WriteListOfStructs(_groups, columns);
            for (; columns > 0; columns--)
            {
                AddChunk(fields.SkipStruct(), path);
            }
        }

        _groups.Add(0);
    }

    private void AddChunk(ReadOnlySpan<byte> chunk, byte[] path)
    {
        CompactThrift.WriteField(_groups, 0, ChunkFile, CompactThrift.Binary);
        CompactThrift.WriteUnsigned(_groups, (ulong)path.Length);
        _groups.Add(path);
        var fields = new CompactThrift(chunk);
        int before = ChunkFile;
        while (fields.TryReadField(out int id, out int type))
        {
            ReadOnlySpan<byte> value = fields.Skip(type);
            if (id != ChunkFile)
            {
                CompactThrift.WriteField(_groups, before, id, type);
                before = id;
                _groups.Add(value);
            }
        }

        _groups.Add(0);
    }

    private byte[] FileOf(long rows, int groupCount, ReadOnlySpan<byte> groups)
    {
        var footer = new ByteBuffer(groups.Length + (1 << 16));
        var fields = new CompactThrift(_first!);
        int before = 0;
        while (fields.TryReadField(out int id, out int type))
        {
            ReadOnlySpan<byte> value = fields.Skip(type);
            CompactThrift.WriteField(footer, before, id, type);
            before = id;
            switch (id)
            {
                case FileRows:
                    CompactThrift.WriteSigned(footer, rows);
                    break;
                case FileGroups:
                    CompactThrift.WriteListOfStructs(footer, groupCount);
                    footer.Add(groups);
                    break;
                default:
                    footer.Add(value);
                    break;
            }
        }

        footer.Add(0);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        return [.. ParquetTableReader.Signature, .. footer.Written.Span, .. length, .. ParquetTableReader.Signature];
    }
}
