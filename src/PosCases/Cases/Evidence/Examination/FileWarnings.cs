using PosCases.Platform.Messages;

namespace PosCases.Cases.Evidence.Examination;

/// <summary>What is to be known of a file before somebody opens it. It was taken in nevertheless.</summary>
[Flags]
public enum FileWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>含宏: an Office file that carries a program.</summary>
    Macros = 1,

    /// <summary>有密码: it cannot be looked into without a password.</summary>
    Encrypted = 2,

    /// <summary>含活动内容: a PDF that carries a script, starts something, or holds other files.</summary>
    ActiveContent = 4,
}

/// <summary>Why a file is not taken in.</summary>
public enum FileRefusal
{
    /// <summary>It is of no kind that is taken in.</summary>
    Unknown,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>A web page, a drawing in SVG or another text that a browser would carry out.</summary>
    WebPage,

    /// <summary>A program or a script.</summary>
    Program,

    /// <summary>It ends too early or contradicts itself.</summary>
    Broken,

    /// <summary>It is two things at once, e.g. a picture that is also an archive.</summary>
    Polyglot,

    /// <summary>A picture of too many points.</summary>
    TooManyPixels,

    /// <summary>An archive that holds too much, another archive, or paths that lead out of it.</summary>
    Archive,

    /// <summary>An archive with a password, which nobody can look into.</summary>
    LockedArchive,

    /// <summary>An archive that holds a file which is not taken in by itself.</summary>
    ArchiveContent,
}

/// <summary>The content is of no acceptable kind.</summary>
/// <param name="Why">Why.</param>
public sealed record FileNotAcceptable(FileRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Evidence.NotAcceptable.{Why}";
}

/// <summary>What a file is.</summary>
/// <param name="ContentType">Media type found in the content.</param>
/// <param name="Warnings">What is to be known of it.</param>
public sealed record Examined(string ContentType, FileWarnings Warnings);
