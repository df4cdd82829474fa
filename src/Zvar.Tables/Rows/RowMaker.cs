using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zvar.Tables;

// Makes an object of named cells, by the names of its properties. What is computed of others is not set.
internal sealed class RowMaker<TRow>
    where TRow : class
{
    private readonly (string Name, PropertyInfo Property)[] _properties;
    private readonly bool _hasDefaults = typeof(TRow).GetConstructor([]) is not null;

    internal RowMaker(IEnumerable<string> names) => _properties =
    [
        .. names.Select(name => (name, typeof(TRow).GetProperty(
                name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)!))
            .Where(one => one.Item2?.CanWrite == true),
    ];

    // The cells are asked for by name.
    internal TRow Make(Func<string, object?> cellOf)
    {
        TRow made = typeof(TRow) == typeof(PeriodCandidate)
            ? (TRow)Activator.CreateInstance(typeof(TRow), StarOf(cellOf))!
            : _hasDefaults ? Activator.CreateInstance<TRow>()
            : (TRow)RuntimeHelpers.GetUninitializedObject(typeof(TRow));
        foreach ((string name, PropertyInfo property) in _properties)
        {
            object? cell = cellOf(name);
            try
            {
                property.SetValue(made, Convert(cell, property.PropertyType));
            }
            catch (Exception error) when (error is FormatException or ArgumentException or OverflowException
                or InvalidCastException or System.Text.Json.JsonException)
            {
                throw new TableException(
                    TableError.TableDamaged,
                    $"'{Excerpt.Of(FoundType.TextOf(cell))}' is no {property.Name} of a {typeof(TRow).Name}.",
                    error);
            }
        }

        return made;
    }

    // A period that was found knows of its light curve whose it is.
    private static LightCurve StarOf(Func<string, object?> cellOf)
    {
        LightCurve empty = new LightCurveBuilder(cellOf(nameof(LightCurve.Psid)) as long? ?? 0, capacity: 1)
        {
            Synthetic = cellOf(nameof(LightCurve.Synthetic)) is true,
        }.Build();
        return empty.Of(zvarObject: null, cellOf(nameof(LightCurve.TargetName)) as string);
    }

    private static object? Convert(object? cell, Type type) => cell switch
    {
        null => OfNothing(type),
        string text when type.IsEnum => Enum.Parse(type, text),
        string text when type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        string text when type == typeof(bool?) => bool.Parse(text),
        string text when type == typeof(Entries<Matchfile>) => EntriesText<Matchfile>.Parse(text),
        string text when type == typeof(Entries<ZvarPeriod>) => EntriesText<ZvarPeriod>.Parse(text),
        string text when type == typeof(ConeFilter) || type == typeof(IReadOnlyList<string>) =>
            System.Text.Json.JsonSerializer.Deserialize(text, type),
        _ when type == cell.GetType() || type == typeof(object) => cell,
        _ => System.Convert.ChangeType(cell, type, CultureInfo.InvariantCulture),
    };

    private static object? OfNothing(Type type) => type == typeof(double) ? double.NaN
        : type.IsValueType ? Activator.CreateInstance(type)
        : type == typeof(string) ? null
        : Convert("[]", type);
}
