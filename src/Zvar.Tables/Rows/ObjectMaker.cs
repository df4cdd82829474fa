namespace Zvar.Tables;

/// <summary>Makes objects of the rows of a table.</summary>
public abstract class ObjectMaker
{
    /// <summary>The objects of a block, as far as they are whole.</summary>
    /// <exception cref="TableException">A cell is not what the objects have.</exception>
    public abstract IEnumerable<object> Make(TableBlock block);

    /// <summary>The objects that waited for further rows, once there are none.</summary>
    public virtual IEnumerable<object> Finish() => [];
}
