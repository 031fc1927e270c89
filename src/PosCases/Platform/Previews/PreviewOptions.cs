namespace PosCases.Platform.Previews;

/// <summary>Every limit of showing files, in one place; settings of the section <c>Previews</c>.</summary>
public sealed class PreviewOptions
{
    /// <summary>Where pages that were made wait to be asked for again, unreadable without this process; emptied at the start. Without it none is kept.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Most bytes kept there.</summary>
    public long MostKept { get; set; } = 256L * 1024 * 1024;

    /// <summary>Largest picture that is opened, in pixels.</summary>
    public long MostPixels { get; set; } = 100_000_000;

    /// <summary>Longest side of a page to be read, in pixels.</summary>
    public int PageSide { get; set; } = 2000;

    /// <summary>Longest side of a small picture, in pixels; nothing can be read on it.</summary>
    public int SmallSide { get; set; } = 200;

    /// <summary>Longest side of a page to be redacted or printed, in pixels.</summary>
    public int FineSide { get; set; } = 3000;

    /// <summary>Most pages that can be looked at.</summary>
    public int MostPages { get; set; } = 300;

    /// <summary>Most pages of an office document that are made.</summary>
    public int MostOfficePages { get; set; } = 40;

    /// <summary>Most bytes of a text that are shown.</summary>
    public int MostText { get; set; } = 256 * 1024;

    /// <summary>Longest time for one page.</summary>
    public TimeSpan Time { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for an office document.</summary>
    public TimeSpan OfficeTime { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Memory that a tool may address, in bytes.</summary>
    public long Memory { get; set; } = 3L << 30;
}

/// <summary>How large a page is shown.</summary>
public enum PreviewSize
{
    /// <summary>To be read.</summary>
    Page,

    /// <summary>To be told apart only.</summary>
    Small,

    /// <summary>To be redacted or printed.</summary>
    Fine,
}

/// <summary>A file to show.</summary>
/// <param name="Key">What tells it from any other.</param>
/// <param name="ContentType">Media type found in the content.</param>
/// <param name="OpenAsync">Opens its bytes.</param>
public sealed record PreviewSource(string Key, string ContentType, Func<CancellationToken, Task<Stream>> OpenAsync);

/// <summary>What can be shown of a file.</summary>
public abstract record Preview
{
    private Preview()
    {
    }

    /// <summary>A page as a picture that was made here, with nothing of the original but what one sees.</summary>
    /// <param name="Bytes">JPEG.</param>
    /// <param name="Page">Which, from 1.</param>
    /// <param name="Pages">Of how many.</param>
    public sealed record Picture(byte[] Bytes, int Page, int Pages) : Preview;

    /// <summary>Its words.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="IsWhole">Whether these are all.</param>
    public sealed record Words(string Text, bool IsWhole) : Preview;

    /// <summary>Nothing.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record None(NoPreview Why) : Preview;
}

/// <summary>Why a file cannot be shown.</summary>
public enum NoPreview
{
    /// <summary>Files of this kind are not shown.</summary>
    Kind,

    /// <summary>The tool for it is not on this machine.</summary>
    NoTool,

    /// <summary>It has more pixels than are opened.</summary>
    TooLarge,

    /// <summary>It has no such page.</summary>
    NoPage,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>The tool could not read it.</summary>
    Unreadable,
}
