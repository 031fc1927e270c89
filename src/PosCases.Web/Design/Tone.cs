namespace PosCases.Web.Design;

/// <summary>What a mark says before it is read; always shown with an icon and a word, never by colour alone.</summary>
public enum Tone
{
    /// <summary>Nothing to do: closed, waiting for others, background.</summary>
    Quiet,

    /// <summary>In progress, or the next thing to look at.</summary>
    Active,

    /// <summary>Done, accepted, released.</summary>
    Good,

    /// <summary>Needs attention soon; also what is wrong in a form.</summary>
    Warn,

    /// <summary>Late or dangerous, and nothing else: the only red.</summary>
    Danger,
}

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Quiet => "tone-quiet",
        Tone.Active => "tone-active",
        Tone.Good => "tone-good",
        Tone.Warn => "tone-warn",
        Tone.Danger => "tone-danger",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Quiet => "circle",
        Tone.Active => "circle-dot",
        Tone.Good => "circle-check",
        Tone.Warn => "alert-triangle",
        Tone.Danger => "alert-octagon",
    };
}
