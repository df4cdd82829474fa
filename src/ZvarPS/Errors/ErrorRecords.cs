using System.Globalization;
using System.Management.Automation;
using Zvar;
using Zvar.Tables.Samp;

namespace ZvarPS;

/// <summary>Every error the cmdlets tell, in one place: id, category, message, target.</summary>
internal static class ErrorRecords
{
    private const string UnknownSnr = "its points have neither a signal-to-noise ratio nor an error of the magnitude, and"
        + " -MinSnr keeps none of those.";

    /// <summary>There is no connection, and no environment to make one from.</summary>
    internal static ErrorRecord NotConnected() => Make(
        new InvalidOperationException(
            $"There is no connection{MissingVariable}. Run Connect-Zvar -Credential (Get-Credential), set ZVAR_USERNAME"
            + " and ZVAR_PASSWORD, or ZVAR_ARCHIVE to an archive's file, or run Connect-Zvar -Demo for a synthetic sky."
            + " Each runspace has a session of its own: in ForEach-Object -Parallel give -Connection $using:connection, with"
            + " $connection = Get-ZvarConnection before; in a job run Connect-Zvar inside."),
        nameof(NotConnected),
        ErrorCategory.ConnectionError,
        target: null);

    /// <summary>What a source said, for the keys whose answer did not come.</summary>
    internal static ErrorRecord Source(ZvarException error, object? target)
    {
        string[] words =
        [
            .. new[] { error.Message, error.Details, AdviceOn(error.Error) }
                .Where(one => !string.IsNullOrEmpty(one))!,
        ];
        ErrorRecord record = Make(error, error.Error.ToString(), CategoryOf(error.Error), target);
        if (words.Length > 1)
        {
            record.ErrorDetails = new ErrorDetails(
                string.Join(' ', words.Select(one => char.IsPunctuation(one[^1]) ? one : $"{one}.")));
        }

        return record;
    }

    /// <summary>Whether nothing further can be asked once a source has said this.</summary>
    internal static bool EndsEverything(ZvarError error) => error is ZvarError.AuthenticationFailed
        or ZvarError.UnencryptedAuthentication or ZvarError.RedirectRefused;

    /// <summary>The catalogue lacks a star.</summary>
    internal static ErrorRecord ObjectNotFound(long psid) => Make(
        new ItemNotFoundException($"The catalogue has no object {psid}."),
        nameof(ObjectNotFound),
        ErrorCategory.ObjectNotFound,
        psid);

    /// <summary>An input object is none of what the cmdlet takes.</summary>
    internal static ErrorRecord InputNotUnderstood(object? input, string message) => Make(
        new ArgumentException(message), nameof(InputNotUnderstood), ErrorCategory.InvalidArgument, input);

    /// <summary>A filter that nothing can meet.</summary>
    internal static ErrorRecord EmptyRange(string least, string most) => Make(
        new ArgumentException($"-{least} is more than -{most}: nothing can be both. Give the smaller one to -{least}."),
        nameof(EmptyRange),
        ErrorCategory.InvalidArgument,
        target: null);

    /// <summary>Two parameters of which only one can be meant.</summary>
    internal static ErrorRecord ParametersExcludeEachOther(string message) => Make(
        new ArgumentException(message), nameof(ParametersExcludeEachOther), ErrorCategory.InvalidArgument, target: null);

    /// <summary>A light curve has no period to find, or its baseline makes too many frequencies of the range.</summary>
    internal static ErrorRecord PeriodSearch(PeriodSearchException error, LightCurve lightCurve)
    {
        ErrorCategory category = error.Error == PeriodSearchError.GridTooLarge
            ? ErrorCategory.LimitsExceeded
            : ErrorCategory.InvalidData;
        ErrorRecord record = Make(error, error.Error.ToString(), category, lightCurve);
        record.ErrorDetails = new ErrorDetails($"No period of {NameOf(lightCurve)} was searched. {error.Message}");
        return record;
    }

    /// <summary>There is nothing to fold at.</summary>
    internal static ErrorRecord PeriodRequired(LightCurve lightCurve) => Make(
        new ArgumentException(
            $"No period came with {NameOf(lightCurve)}: give one with -Period, in days or as in 6.543911h or 90min, or"
            + " send the star through Get-ZvarObject first, which brings its periods."),
        nameof(PeriodRequired),
        ErrorCategory.InvalidArgument,
        TargetOf(lightCurve));

    /// <summary>
    /// A light curve has no points to show, or only such as have not what is shown, or as no axis holds.
    /// </summary>
    internal static ErrorRecord NothingToShow(
        LightCurve lightCurve, int leftOut, PhotometryColumn shown = PhotometryColumn.Mag) => NothingToShow(
        lightCurve,
        leftOut > 0
            ? $": {leftOut} of its values are infinite or beyond 1e10, which no axis holds."
            : lightCurve.Points > 0 && Array.TrueForAll(lightCurve.GetNumbers(shown), double.IsNaN)
            ? $": none of the {lightCurve.Points} has a {(shown == PhotometryColumn.Mag ? "magnitude" : "flux")}."
            : " in these bands. Ask for more bands, or cut less.");

    /// <summary>A cut asks for a ratio of which nothing is known, and so leaves nothing to show.</summary>
    internal static ErrorRecord SnrUnknown(LightCurve lightCurve) => NothingToShow(lightCurve, $": {UnknownSnr}");

    /// <summary>A light curve has no detections to compute anything of, or a cut has left none.</summary>
    /// <param name="lightCurve">All of it.</param>
    /// <param name="detections">Its detections in the bands that are wanted.</param>
    /// <param name="cutsBySnr">Whether a signal-to-noise ratio is asked for.</param>
    internal static ErrorRecord NoDetections(LightCurve lightCurve, LightCurve detections, bool cutsBySnr)
    {
        string why = lightCurve.Points > 0 && !lightCurve.Mag.Any(double.IsFinite)
            ? $"none of its {lightCurve.Points} points has a magnitude."
            : cutsBySnr && detections.Points > 0 && Array.TrueForAll(detections.Snr, double.IsNaN)
            ? UnknownSnr
            : "there are none in these bands. Ask for more bands, or cut less.";
        return Make(
            new InvalidOperationException($"There are no detections of {NameOf(lightCurve)} to use: {why}"),
            nameof(NoDetections),
            ErrorCategory.InvalidData,
            TargetOf(lightCurve));
    }

    /// <summary>A user or an address that cannot be connected with.</summary>
    internal static ErrorRecord InvalidConnection(Exception error, object? target) => Make(
        error, nameof(InvalidConnection), ErrorCategory.InvalidArgument, target);

    /// <summary>No user and password were given.</summary>
    internal static ErrorRecord CredentialRequired(Uri uri) => Make(
        new ArgumentException(
            $"{uri} wants a user and a password: give -Credential (Get-Credential), or set ZVAR_USERNAME and"
            + " ZVAR_PASSWORD (with ZVAR_URI for another address than the default)."),
        nameof(CredentialRequired),
        ErrorCategory.AuthenticationError,
        uri);

    /// <summary>Nobody says where a name is.</summary>
    internal static ErrorRecord Name(NameException error, string name) => Make(
        error,
        error.Error.ToString(),
        error.Error == NameError.NameNotResolved ? ErrorCategory.ObjectNotFound : ErrorCategory.ConnectionError,
        name);

    /// <summary>No message went to other programs, or one that did was not obeyed.</summary>
    internal static ErrorRecord Samp(SampException error, string? target) => Make(
        error,
        error.Error.ToString(),
        error.Error == SampError.NoSampClient ? ErrorCategory.ObjectNotFound : ErrorCategory.ConnectionError,
        target);

    /// <summary>What is wanted of a table was not sent in one.</summary>
    internal static ErrorRecord NotSent(string message, object? target) => Make(
        new InvalidOperationException(message), nameof(NotSent), ErrorCategory.InvalidOperation, target);

    /// <summary>An archive's file that cannot be used.</summary>
    internal static ErrorRecord Archive(ArchiveException error, string? path) =>
        Make(error, error.Error.ToString(), CategoryOf(error.Error), path);

    /// <summary>A table that cannot be read, or to which something cannot be written.</summary>
    internal static ErrorRecord Table(TableException error, object? target) => Make(
        error,
        error.Error.ToString(),
        error.Error switch
        {
            TableError.TableColumnsDiffer => ErrorCategory.InvalidArgument,
            TableError.CatalogDiffers or TableError.IncompleteCatalog => ErrorCategory.InvalidOperation,
            _ => ErrorCategory.InvalidData,
        },
        target);

    /// <summary>There is no such share of a catalogue.</summary>
    internal static ErrorRecord InvalidShard(string message) => Make(
        new ArgumentException(message), nameof(InvalidShard), ErrorCategory.InvalidArgument, target: null);

    /// <summary>A file could not be read.</summary>
    internal static ErrorRecord CannotRead(Exception error, string path) => Make(
        error, nameof(CannotRead), ErrorCategory.ReadError, path);

    /// <summary>Some of an archive is damaged, and was not copied.</summary>
    internal static ErrorRecord NotAllCopied(string path, IReadOnlyList<ArchiveDamage> damage) => Make(
        new ArchiveException(
            ArchiveError.ArchiveDamaged,
            $"Some of '{path}' is damaged and was left out; all else was copied. Its cones are known no more where stars"
            + " were damaged: save them anew."),
        nameof(ArchiveError.ArchiveDamaged),
        ErrorCategory.InvalidData,
        damage.ToArray());

    /// <summary>Nothing was given to save.</summary>
    internal static ErrorRecord NothingToSave() => Make(
        new ArgumentException(
            "Say what to save: a region with -Position and -Radius, stars or their data down the pipeline, or another"
            + " archive with -Connection (Connect-Zvar -Archive … -PassThru)."),
        nameof(NothingToSave),
        ErrorCategory.InvalidArgument,
        target: null);

    /// <summary>A path of an archive that is no file's.</summary>
    internal static ErrorRecord PathNotSupported(Exception error, string path) =>
        Make(error, nameof(PathNotSupported), ErrorCategory.InvalidArgument, path);

    /// <summary>The viewer in the terminal has no keys to read.</summary>
    internal static ErrorRecord InputRedirected() => Make(
        new InvalidOperationException(
            "The viewer in the terminal reads keys, and the input is redirected. Run it from a prompt,"
            + " or ask for a file with -Path."),
        nameof(InputRedirected),
        ErrorCategory.InvalidOperation,
        target: null);

    /// <summary>There is no terminal to give verdicts in.</summary>
    internal static ErrorRecord TerminalRequired() => Make(
        new InvalidOperationException(
            "Verdicts are given in the viewer, which needs a terminal: run it from a prompt, and let nothing but the"
            + " pipeline take what it gives."),
        nameof(TerminalRequired),
        ErrorCategory.InvalidOperation,
        target: null);

    /// <summary>A parameter that means something only where stars get labels.</summary>
    internal static ErrorRecord LabelRequired(string parameter) => Make(
        new ArgumentException(
            $"-{parameter} is for vetting, which begins with labels: give them with -Label, as in -Label EW, EA, RRab,"
            + " junk, or -Label Default for the usual classes."),
        nameof(LabelRequired),
        ErrorCategory.InvalidArgument,
        target: null);

    /// <summary>Verdicts could not be written, and are the target.</summary>
    internal static ErrorRecord VerdictsNotWritten(Exception error, string path, IReadOnlyList<Verdict> verdicts) => new(
        new IOException(
            $"The verdicts were not written. They are not lost while the session lasts: $Error[0].TargetObject |"
            + $" Export-Csv a-file.csv. {error.Message}",
            error),
        nameof(VerdictsNotWritten),
        ErrorCategory.WriteError,
        verdicts.ToArray())
    {
        CategoryInfo = { TargetName = Excerpt.Of(path) },
    };

    /// <summary>A file could not be written.</summary>
    internal static ErrorRecord CannotWrite(Exception error, string path) => Make(
        error, nameof(CannotWrite), ErrorCategory.WriteError, path);

    private static string MissingVariable => ServiceEnvironment.MissingVariable is { } missing
        ? $", and of ZVAR_USERNAME and ZVAR_PASSWORD {missing} is not set"
        : "";

    // What a source does not know: which cmdlet would mend it.
    private static string? AdviceOn(ZvarError error) => error switch
    {
        ZvarError.AuthenticationFailed => "Connect with those it knows: Connect-Zvar -Credential (Get-Credential); or"
            + " Connect-Zvar alone, once ZVAR_USERNAME and ZVAR_PASSWORD are right.",
        ZvarError.UnencryptedAuthentication => "Use https, or allow it: Connect-Zvar -AllowUnencryptedAuthentication.",
        _ => null,
    };

    /// <summary>No picture holds so many diagrams, or no page so many bands.</summary>
    internal static ErrorRecord TooManyDiagrams(Exception error, string path) => Make(
        error, nameof(TooManyDiagrams), ErrorCategory.LimitsExceeded, path);

    /// <summary>The ending of -Path is none there is, or says something else than -As.</summary>
    internal static ErrorRecord FormatNotUnderstood(string message, string path) => Make(
        new ArgumentException(message), nameof(FormatNotUnderstood), ErrorCategory.InvalidArgument, path);

    private static ErrorCategory CategoryOf(ArchiveError error) => error switch
    {
        ArchiveError.ArchiveNotFound => ErrorCategory.ObjectNotFound,
        ArchiveError.ArchiveNotReadable => ErrorCategory.ReadError,
        ArchiveError.ArchiveNotWritable => ErrorCategory.WriteError,
        ArchiveError.SyntheticAndReal => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.InvalidData,
    };

    private static ErrorCategory CategoryOf(ZvarError error) => error switch
    {
        ZvarError.AuthenticationFailed => ErrorCategory.AuthenticationError,
        ZvarError.UnencryptedAuthentication or ZvarError.RedirectRefused => ErrorCategory.SecurityError,
        ZvarError.RequestFailed => ErrorCategory.ConnectionError,
        ZvarError.RequestRejected => ErrorCategory.InvalidArgument,
        ZvarError.NotInArchive => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidData,
    };

    // The rows of a table need not say whose they are.
    private static string NameOf(LightCurve lightCurve) => TargetOf(lightCurve) is { } target
        ? Excerpt.Of(Convert.ToString(target, CultureInfo.InvariantCulture))
        : "these points";

    private static object? TargetOf(LightCurve lightCurve) =>
        lightCurve.Psid > 0 ? lightCurve.Psid : lightCurve.TargetName;

    private static ErrorRecord NothingToShow(LightCurve lightCurve, string why) => Make(
        new InvalidOperationException($"There is nothing of {NameOf(lightCurve)} to show{why}"),
        nameof(NothingToShow),
        ErrorCategory.InvalidData,
        TargetOf(lightCurve));

    // A view of errors names the target by its text, which may be anybody's.
    private static ErrorRecord Make(Exception error, string id, ErrorCategory category, object? target)
    {
        var record = new ErrorRecord(error, id, category, target);
        record.CategoryInfo.TargetName = Excerpt.Of($"{target}");
        return record;
    }
}
