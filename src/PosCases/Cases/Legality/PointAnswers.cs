namespace PosCases.Cases.Legality;

/// <summary>The present answer to a question about a measure; the events keep the earlier ones. For the desk alone.</summary>
public sealed class LegalityAnswer
{
    private LegalityAnswer()
    {
    }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The measure.</summary>
    public Guid MeasureId { get; private init; }

    /// <summary>The question.</summary>
    public LegalityQuestion Question { get; private init; }

    /// <summary>The answer.</summary>
    public PointAnswer Answer { get; private set; }

    /// <summary>On what it rests.</summary>
    public string? Note { get; private set; }

    /// <summary>Answered at.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Name of the one who answered.</summary>
    public string ByName { get; private set; } = "";

    internal static LegalityAnswer Of(CaseId caseId, Guid measure, LegalityQuestion question) =>
        new() { CaseId = caseId, MeasureId = measure, Question = question };

    internal void Say(PointAnswer answer, string? note, string by, DateTimeOffset at) => (Answer, Note, ByName, At) = (answer, note, by, at);
}

/// <summary>The present answer to a point of the list of risks; the events keep the earlier ones. For the desk alone.</summary>
public sealed class RiskAnswer
{
    private RiskAnswer()
    {
    }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>R01 to R16.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The answer; yes means in order.</summary>
    public PointAnswer Answer { get; private set; }

    /// <summary>On what it rests.</summary>
    public string? Note { get; private set; }

    /// <summary>Answered at.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Name of the one who answered.</summary>
    public string ByName { get; private set; } = "";

    internal static RiskAnswer Of(CaseId caseId, string code) => new() { CaseId = caseId, Code = code };

    internal void Say(PointAnswer answer, string? note, string by, DateTimeOffset at) => (Answer, Note, ByName, At) = (answer, note, by, at);
}
