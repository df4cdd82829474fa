using System.Globalization;
using System.Reflection;

namespace Zvar.Tables;

// What all our catalogues say of themselves in the same way.
internal static class HatsFacts
{
    internal static (string, string)[] HealpixColumn =>
        [("hats_col_healpix", HatsTable.Healpix), ("hats_col_healpix_order", Text(Healpix.MaxOrder))];

    internal static string ThisBuilder => "ZvarPS " + typeof(HatsFacts).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    internal static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'UTC'", CultureInfo.InvariantCulture);
}
