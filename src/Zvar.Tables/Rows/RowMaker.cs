using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Zvar.Tables;

// Makes an object of named cells, by the names of its properties. What is computed of others is not set.
internal sealed class RowMaker<TRow>
    where TRow : class
{
    private readonly (string Name, PropertyInfo Property, object? Nothing)[] _properties;
    private readonly bool _hasDefaults = typeof(TRow).GetConstructor([]) is not null;

    internal RowMaker(IEnumerable<string> names)
    {
        var nullability = new NullabilityInfoContext();
        _properties =
        [
            .. from name in names
               let property = typeof(TRow).GetProperty(
                   name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)
               where property?.CanWrite == true
               select (name, property, OfNothing(property, nullability)),
        ];
    }

    // The cells are asked for by name.
    internal TRow Make(Func<string, object?> cellOf)
    {
        TRow made = typeof(TRow) == typeof(PeriodCandidate)
            ? (TRow)Activator.CreateInstance(typeof(TRow), StarOf(cellOf))!
            : _hasDefaults ? Activator.CreateInstance<TRow>()
            : (TRow)RuntimeHelpers.GetUninitializedObject(typeof(TRow));
        foreach ((string name, PropertyInfo property, object? nothing) in _properties)
        {
            object? cell = cellOf(name);
            try
            {
                property.SetValue(made, cell is null ? nothing : Convert(cell, property.PropertyType));
            }
            catch (Exception error) when (error is FormatException or ArgumentException or OverflowException
                or InvalidCastException or InvalidOperationException or System.Text.Json.JsonException)
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

    private static object? Convert(object cell, Type type) => cell switch
    {
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

    // What a property is whose cell has nothing.
    private static object? OfNothing(PropertyInfo property, NullabilityInfoContext nullability)
    {
        Type type = property.PropertyType;
        return type == typeof(double) ? double.NaN
            : type.IsValueType ? Activator.CreateInstance(type)
            : nullability.Create(property).WriteState == NullabilityState.Nullable ? null
            : type == typeof(string) ? ""
            : type == typeof(ConeFilter) ? ConeFilter.None
            : Convert("[]", type);
    }
}
