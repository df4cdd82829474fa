namespace Zvar.Plots;

/// <summary>The ground a picture is drawn on.</summary>
public enum PictureTheme
{
    /// <summary>Dark on white, for paper.</summary>
    Light,

    /// <summary>Light on near black, for screens and slides.</summary>
    Dark,
}
