using System.Globalization;
using System.Management.Automation;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// Writes folds as pictures: all into the one file that was named, or a file for each star in a folder, which unless
/// named is ZvarPS in the user's home. The files are the cmdlet's output.
/// </summary>
internal sealed class PictureWriter
{
    private readonly PSCmdlet _cmdlet;
    private readonly FoldFormat _format;
    private readonly string? _file;
    private readonly string _folder;
    private readonly List<FoldView> _sheet = [];
    private bool _warned;

    private PictureWriter(PSCmdlet cmdlet, FoldFormat format, string? file, string folder) =>
        (_cmdlet, _format, _file, _folder) = (cmdlet, format, file, folder);

    internal static PictureWriter Open(PSCmdlet cmdlet, FoldFormat? format, string? path)
    {
        if (path is null)
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return new(cmdlet, format ?? FoldFormat.Png, file: null, System.IO.Path.Combine(home, "ZvarPS"));
        }

        string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        return Directory.Exists(full) || System.IO.Path.EndsInDirectorySeparator(full)
            ? new(cmdlet, format ?? FoldFormat.Png, file: null, full)
            : new(cmdlet, format ?? FormatOf(full), full, System.IO.Path.GetDirectoryName(full)!);
    }

    /// <summary>Takes a fold, and writes it at once where it has a file of its own.</summary>
    internal void Add(FoldView fold)
    {
        if (_file is not null)
        {
            _sheet.Add(fold);
            return;
        }

        string name = fold.LightCurve.Psid.ToString(CultureInfo.InvariantCulture) + Extension;
        Write([fold], System.IO.Path.Combine(_folder, name));
    }

    /// <summary>Writes the sheet, if there is one.</summary>
    internal void Finish()
    {
        if (_file is not null && _sheet.Count > 0)
        {
            Write(_sheet, _file);
        }
    }

    private static FoldFormat FormatOf(string path) =>
        path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? FoldFormat.Svg : FoldFormat.Png;

    private string Extension => _format == FoldFormat.Svg ? ".svg" : ".png";

    private void Write(List<FoldView> folds, string path)
    {
        if (!_cmdlet.ShouldProcess(path, $"Write a picture of {folds.Count} folded light curve(s)"))
        {
            return;
        }

        try
        {
            var picture = Picture.OfFolds(folds, new PictureStyle());
            Directory.CreateDirectory(_folder);
            if (_format == FoldFormat.Svg)
            {
                File.WriteAllText(path, picture.ToSvg());
            }
            else
            {
                WarnOfFonts();
                File.WriteAllBytes(path, picture.ToPng());
            }

            _cmdlet.WriteObject(new FileInfo(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _cmdlet.WriteError(ErrorRecords.CannotWrite(error, path));
        }
    }

    private void WarnOfFonts()
    {
        if (!_warned && Picture.FontWarning is { } warning)
        {
            _cmdlet.WriteWarning(warning);
        }

        _warned = true;
    }
}
