using System.Text;
using CsCheck;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Documents with bytes changed, lost, repeated and put in. There are 5,000 of each, or more where the variable
/// CsCheck_Iter says so.
/// </summary>
internal static class Mutations
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "NaN", "null", "true", "1e999", "-1e-999", "-0", "1e5", "123456789012345678901", "9007199254740993", "00",
            ".",
            "\"\"", "\"\\u0067\"", "\"\\ud800\"", "{}", "[]", "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\r\n",
            "\0", "\u001b[2J", "é", "\u202e", "°", "h", "'", "−",
            "<", ">", "</", "/>", "<value>", "<!--", "<?x", "<![CDATA[", "]]>", "<!DOCTYPE x [", "&#0;", "&x;", "&lt;",
            "<?xml version=\"1.0\" encoding=\"utf-7\"?>", "encoding=\"utf-16\"",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    // What is done to a document: where, how much, what, and with which token or byte.
    private static readonly Gen<(double Place, int Length, int Kind, byte[] Token, byte Byte)> Change = Gen.Select(
        Gen.Double[0, 1], Gen.Int[1, 40], Gen.Int[0, 4], Gen.OneOf(Tokens), Gen.Byte);

    internal static long Cases => Math.Max(5000, Check.Iter);

    internal static Gen<byte[]> Of(params string[] documents) => Of([.. documents.Select(Encoding.UTF8.GetBytes)]);

    internal static Gen<byte[]> Of(byte[][] documents) => Gen.Select(
        Gen.OneOf([.. documents.Select(document => Gen.Const(document))]),
        Change.List[1, 4],
        (document, changes) => changes.Aggregate(
            document,
            (bytes, change) => Apply(bytes, change.Place, change.Length, change.Kind, change.Token, change.Byte)));

    private static byte[] Apply(byte[] bytes, double place, int length, int kind, byte[] token, byte value)
    {
        int at = (int)(place * bytes.Length);
        int end = Math.Min(at + length, bytes.Length);
        return kind switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[at..]],
            2 => [.. bytes[..at], .. token, .. bytes[at..]],
            3 => [.. bytes[..at], .. token, .. bytes[end..]],
            _ => [.. bytes[..at], value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
        };
    }
}
