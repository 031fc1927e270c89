namespace PosCases.Platform.Documents;

/// <summary>A paper to be printed: what stands in it, free of any file format. The writers in this folder make DOCX, HTML and PDF of it.</summary>
/// <param name="Title">Title; printed at the top and kept in the file's properties.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>: fonts, indents and the words of page numbers follow it.</param>
/// <param name="Blocks">What stands in it, in order.</param>
public sealed record PrintDocument(string Title, string Language, IReadOnlyList<Block> Blocks)
{
    /// <summary>Stands large on every page, e.g. that it is a draft; none on a final paper.</summary>
    public string? Mark { get; init; }

    /// <summary>Stands small at the head of every page, e.g. the number of the case.</summary>
    public string? Header { get; init; }

    /// <summary>Whether its pages are counted at their foot; not where it becomes a part of something longer.</summary>
    public bool CountsPages { get; init; } = true;

    /// <summary>Who made it, for the file's properties.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it was made, for the file's properties.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether it is Chinese.</summary>
    public bool IsChinese => !Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A part of a paper.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A heading below the title.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Text">Its words.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph.</summary>
public sealed record Paragraph(ParagraphStyle Style, IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A paragraph of plain words.</summary>
    public static Paragraph Of(string text, ParagraphStyle style = ParagraphStyle.Body) => new(style, [new Run(text)]);
}

/// <summary>How a paragraph stands.</summary>
public enum ParagraphStyle
{
    /// <summary>Running text; in Chinese its first line stands in by two characters.</summary>
    Body,

    /// <summary>At the margin, e.g. whom the letter goes to.</summary>
    Flush,

    /// <summary>In the middle.</summary>
    Centred,

    /// <summary>At the right margin.</summary>
    Right,

    /// <summary>Small print.</summary>
    Small,
}

/// <summary>Words of one look.</summary>
/// <param name="Text">The words; taken as they are, never as mark-up.</param>
/// <param name="Look">How they look.</param>
public sealed record Run(string Text, RunLook Look = RunLook.Plain);

/// <summary>How words look.</summary>
public enum RunLook
{
    /// <summary>Like the paragraph.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Still to be filled in: marked so that nobody overlooks it.</summary>
    Missing,
}

/// <summary>A list.</summary>
/// <param name="IsNumbered">Whether its items are counted.</param>
/// <param name="Items">Its items.</param>
public sealed record ListBlock(bool IsNumbered, IReadOnlyList<IReadOnlyList<Run>> Items) : Block;

/// <summary>A table. Its head is repeated on every page.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with a cell for every column.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Title">Head.</param>
/// <param name="Share">How wide, compared with the other columns.</param>
/// <param name="IsNumeric">Whether it stands at the right.</param>
public sealed record TableColumn(string Title, int Share = 1, bool IsNumeric = false);

/// <summary>A picture of numbers that stand in a table beside it.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="IsStanding">Whether they stand, for days; otherwise they lie, for names.</param>
public sealed record ChartBlock(IReadOnlyList<ChartBar> Bars, bool IsStanding) : Block;

/// <summary>What follows stands on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>Where people sign: lines that stay together on one page.</summary>
/// <param name="Lines">What stands beside each line, and what is known already; empty words leave room for a hand.</param>
public sealed record SignatureBlock(IReadOnlyList<SignatureLine> Lines) : Block;

/// <summary>A line to sign on.</summary>
/// <param name="Label">What belongs there.</param>
/// <param name="Text">What is known already.</param>
public sealed record SignatureLine(string Label, IReadOnlyList<Run> Text);

/// <summary>The rules that a paper refers to, each with how sure it is and when that was last looked at.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Note">That it is information.</param>
/// <param name="References">The rules.</param>
public sealed record LawBlock(string Title, string Note, IReadOnlyList<LawReference> References) : Block;

/// <summary>A rule that a paper refers to.</summary>
/// <param name="Name">Name and article.</param>
/// <param name="Label">How sure it is, in words.</param>
/// <param name="CheckedOn">When it was last compared with its source, in words.</param>
public sealed record LawReference(string Name, string Label, string CheckedOn);
