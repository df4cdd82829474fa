using Zvar;

namespace ZvarPS;

/// <summary>Reads a size in bytes, a literal of PowerShell or its text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ByteSizeAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) =>
        ByteSize.Parse(Argument.Text(argument, ByteSize.Forms));
}
