namespace ZvarPS;

/// <summary>The ground a picture is drawn on.</summary>
public enum Theme
{
    /// <summary>Dark on white, for paper.</summary>
    Light,

    /// <summary>Light on near black, for screens and slides.</summary>
    Dark,
}
