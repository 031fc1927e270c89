using DocumentFormat.OpenXml.Wordprocessing;

namespace PosCases.Platform.Documents;

/// <summary>The lists of a DOCX. Every counted list starts at one.</summary>
internal sealed class DocxLists
{
    /// <summary>The list with dots.</summary>
    public const int Bullets = 1;

    private const int Dots = 0;
    private const int Counts = 1;
    private int last = Bullets;

    public Numbering Numbering { get; } = new(
        Abstract(Dots, NumberFormatValues.Bullet, "\u2022"),
        Abstract(Counts, NumberFormatValues.Decimal, "%1."),
        new NumberingInstance(new AbstractNumId { Val = Dots }) { NumberID = Bullets });

    /// <summary>A counted list of its own.</summary>
    public int NewCount()
    {
        var id = ++last;
        Numbering.Append(new NumberingInstance(
            new AbstractNumId { Val = Counts },
            new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
        { NumberID = id });
        return id;
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "560", Hanging = "420" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };
}
