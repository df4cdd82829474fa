namespace ZvarPS;

/// <summary>Reads a name somebody gives to something.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) => Argument.Text(argument, "a name, such as 'my star'");
}
