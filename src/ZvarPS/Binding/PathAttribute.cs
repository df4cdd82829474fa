using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>Takes one path, as text or as a file or folder, and says of several that one is wanted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PathAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Elements(inputData) is [_]
            ? inputData!
            : throw new ArgumentTransformationMetadataException(
                $"'{Excerpt.Of(Argument.Elements(inputData).Select(one => $"{one}"))}' is a list. Give one path: of a file"
                + " for all of them, or of a folder for a file of each.");
}
