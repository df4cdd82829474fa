using System.Collections;
using Zvar.Http;

namespace ZvarPS;

/// <summary>Reads the address of a service as it was typed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UriAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) => Argument.Unwrap(argument) is Uri uri
        ? uri.OriginalString
        : Argument.Text(argument, $"an address, such as {HttpSourceOptions.DefaultAddress}");

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
        [(HttpSourceOptions.DefaultAddress.ToString(), "The service at Caltech")];
}
