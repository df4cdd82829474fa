using System.Text.Json;


namespace Zvar.Server;

// A part of a request's body and the way to it. What is wrong is noted beside its place and reading goes on, so that
// one answer names every fault of a request; a value that was refused reads as null.
internal sealed class RequestField
{
    private readonly JsonElement _value;
    private readonly RequestField? _parent;
    private readonly object _step;
    private readonly List<ValidationError> _problems;

    private RequestField(JsonElement value, RequestField? parent, object step, List<ValidationError> problems) =>
        (_value, _parent, _step, _problems) = (value, parent, step, problems);

    internal static RequestField Whole(JsonElement body, List<ValidationError> problems) =>
        new(body, parent: null, "body", problems);

    // A field that has to be there.
    internal RequestField? Required(string name)
    {
        if (_value.ValueKind != JsonValueKind.Object)
        {
            Refuse("Input should be an object", "model_attributes_type");
            return null;
        }

        if (TryFind(name, out JsonElement field))
        {
            return new RequestField(field, this, name, _problems);
        }

        _problems.Add(new ValidationError([.. Location(), name], "Field required", "missing"));
        return null;
    }

    // A field that may be left out, or be null.
    internal RequestField? Optional(string name) =>
        _value.ValueKind == JsonValueKind.Object
            && TryFind(name, out JsonElement field)
            && field.ValueKind != JsonValueKind.Null
            ? new RequestField(field, this, name, _problems)
            : null;

    internal bool IsObject()
    {
        if (_value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Refuse("Input should be an object", "model_attributes_type");
        return false;
    }

    // The parts of a list that is no longer than a limit.
    internal IEnumerable<RequestField> Items(int? limit)
    {
        if (_value.ValueKind != JsonValueKind.Array)
        {
            Refuse("Input should be a list", "list_type");
            return [];
        }

        int length = _value.GetArrayLength();
        if (length > limit)
        {
            Refuse($"List should have at most {limit} items, not {length}", "too_long");
            return [];
        }

        return _value.EnumerateArray().Select((item, i) => new RequestField(item, this, i, _problems));
    }

    internal double? Number()
    {
        if (_value.ValueKind != JsonValueKind.Number)
        {
            return Refuse<double>("Input should be a number", "float_type");
        }

        double number = _value.GetDouble();
        return double.IsFinite(number) ? number : Refuse<double>("Input should be a finite number", "finite_number");
    }

    internal double? Number(double least, double most) => Number() switch
    {
        { } number when number < least => Refuse<double>(
            FormattableString.Invariant($"Input should be greater than or equal to {least}"), "greater_than_equal"),
        { } number when number > most => Refuse<double>(
            FormattableString.Invariant($"Input should be less than or equal to {most}"), "less_than_equal"),
        { } number => number,
        null => null,
    };

    // An angle that is more than nothing, in arcseconds.
    internal double? Radius(double? most) => Number(double.NegativeInfinity, most ?? double.MaxValue) switch
    {
        <= 0 => Refuse<double>("Input should be greater than 0", "greater_than"),
        { } radius => radius,
        null => null,
    };

    internal int? Integer() => _value.ValueKind == JsonValueKind.Number && _value.TryGetInt32(out int number)
        ? number
        : Refuse<int>("Input should be a whole number", "int_type");

    internal bool? Truth() => _value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? _value.GetBoolean()
        : Refuse<bool>("Input should be true or false", "bool_type");

    internal string? Text()
    {
        if (_value.ValueKind != JsonValueKind.String)
        {
            Refuse("Input should be a string", "string_type");
            return null;
        }

        try
        {
            return _value.GetString();
        }
        catch (InvalidOperationException)
        {
            Refuse("Input should be a string of Unicode characters", "string_unicode");
            return null;
        }
    }

    // An id is its digits, in quotes or not: never a number that has been through a double.
    internal string? Id()
    {
        if (_value.ValueKind == JsonValueKind.Number && _value.TryGetInt64(out _))
        {
            return _value.GetRawText();
        }

        if (_value.ValueKind != JsonValueKind.String)
        {
            Refuse("Input should be an id: a string or a whole number", "string_type");
            return null;
        }

        return Text();
    }

    // What a parser of the domain makes of a text; its own message says what would be right.
    internal T Parse<T>(string? text, Func<string, T> parse, T refused)
    {
        try
        {
            return text is null ? refused : parse(text);
        }
        catch (FormatException wrong)
        {
            Refuse(wrong.Message, "value_error");
            return refused;
        }
    }

    internal void Refuse(string message, string type) => _problems.Add(new ValidationError(Location(), message, type));

    // A name that is half a character cannot be compared with any: there is no reading on.
    private bool TryFind(string name, out JsonElement field)
    {
        try
        {
            return _value.TryGetProperty(name, out field);
        }
        catch (InvalidOperationException)
        {
            Refuse("Names of fields should be strings of Unicode characters", "string_unicode");
            throw new InvalidRequestException(_problems);
        }
    }

    private T? Refuse<T>(string message, string type)
        where T : struct
    {
        Refuse(message, type);
        return null;
    }

    private List<object> Location()
    {
        List<object> location = _parent?.Location() ?? [];
        location.Add(_step);
        return location;
    }
}
