using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// A parameter whose argument is read by us, as people write it, instead of by PowerShell's conversions. What cannot be
/// read is an error at binding that names the accepted forms.
/// </summary>
public abstract class ReadingAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return inputData is null ? null : Read(inputData);
        }
        catch (FormatException error)
        {
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }

    /// <summary>Reads the argument.</summary>
    /// <exception cref="FormatException">It cannot be read; the message names the accepted forms.</exception>
    protected abstract object Read(object argument);
}
