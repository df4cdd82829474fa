using Zvar;

namespace ZvarPS;

/// <summary>Reads DoPHOT's type of an object, by its name or its number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ObjectTypeAttribute : ChoiceAttribute<ObjectType>
{
    private protected override string FormOf(ObjectType value) => $"{value} ({value:D})";
}
