using System.Globalization;

namespace PosCases.Web.Cases;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    /// <summary>E.g. <c>340 KB</c> or <c>1.2 MB</c>.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MB"),
    };
}
