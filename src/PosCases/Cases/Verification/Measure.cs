using PosCases.Calendar;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Institutions;

namespace PosCases.Cases.Verification;

/// <summary>One measure: who imposed what, on which basis, since when, until when. Unknown is said as unknown.</summary>
public sealed partial class Measure
{
    private Measure()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>What.</summary>
    public MeasureKind Kind { get; private set; }

    /// <summary>By whom.</summary>
    public ImposedBy ImposedBy { get; private set; }

    /// <summary>The institution, when it is in the directory.</summary>
    public InstitutionId? InstitutionId { get; private set; }

    /// <summary>The institution in words, when it is not.</summary>
    public string? InstitutionName { get; private set; }

    /// <summary>Basis that the institution claims: a law, a rule, a contract clause.</summary>
    public string? Basis { get; private set; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>What no longer works.</summary>
    public IReadOnlyList<Ability> AbilitiesOff { get; private set; } = [];

    /// <summary>Amount in yuan, when one was named.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Last four digits of the account.</summary>
    public string? AccountTail { get; private set; }

    /// <summary>Terminal number.</summary>
    public string? TerminalNumber { get; private set; }

    /// <summary>Region.</summary>
    public string? Region { get; private set; }

    /// <summary>Since.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Expected end; never a promise.</summary>
    public DateOnly? ExpectedEnd { get; private set; }

    /// <summary>Whether an agent confirmed it with the institution; until then it is what the merchant said.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Recorded as ended at: lifted, lapsed, replaced, or ended with the case.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Recorded at; orders the measures of a case.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    internal static Measure Told(CaseId caseId, FilingForm form, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Kind = form.Measure ?? MeasureKind.Unknown,
        ImposedBy = form.ImposedBy ?? ImposedBy.Unknown,
        InstitutionId = form.Institution,
        InstitutionName = form.InstitutionName,
        DocumentNumber = form.DocumentNumber,
        AbilitiesOff = form.AbilitiesOff,
        Amount = form.Amount,
        AccountTail = form.AccountTail,
        TerminalNumber = form.TerminalNumber,
        Region = form.Region,
        Since = form.Since,
        ExpectedEnd = form.ExpectedEnd,
        RecordedAt = at,
    };

    internal static Measure Confirmed(CaseId caseId, MeasureRecord record, DateTimeOffset at)
    {
        var measure = new Measure { Id = Guid.NewGuid(), CaseId = caseId, RecordedAt = at };
        measure.Confirm(record);
        return measure;
    }

    internal void Confirm(MeasureRecord record)
    {
        var before = IsConfirmed ? Expiry : null;
        Kind = record.Kind;
        ImposedBy = record.ImposedBy;
        InstitutionId = record.Institution;
        InstitutionName = record.InstitutionName;
        Basis = record.Basis;
        DocumentNumber = record.DocumentNumber;
        AbilitiesOff = record.AbilitiesOff;
        Amount = record.Amount;
        AccountTail = record.AccountTail;
        TerminalNumber = record.TerminalNumber;
        Region = record.Region;
        Since = record.Since;
        ExpectedEnd = record.ExpectedEnd;
        IsConfirmed = true;
        TakeDocument(record);
        Rewatch(before);
    }

    internal void Lift(DateTimeOffset at) => (LiftedAt, WatchAt) = (LiftedAt ?? at, null);
}

/// <summary>What an agent records of a measure.</summary>
public sealed record MeasureRecord
{
    /// <summary>What.</summary>
    public MeasureKind Kind { get; init; } = MeasureKind.Unknown;

    /// <summary>By whom.</summary>
    public ImposedBy ImposedBy { get; init; } = ImposedBy.Unknown;

    /// <summary>The institution, when it is in the directory.</summary>
    public InstitutionId? Institution { get; init; }

    /// <summary>The institution in words, when it is not.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Claimed basis.</summary>
    public string? Basis { get; init; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>What no longer works.</summary>
    public IReadOnlyList<Ability> AbilitiesOff { get; init; } = [];

    /// <summary>Amount in yuan.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Last four digits of the account.</summary>
    public string? AccountTail { get; init; }

    /// <summary>Terminal number.</summary>
    public string? TerminalNumber { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>Since.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day, where the document names it.</summary>
    public DateOnly? ExpectedEnd { get; init; }

    /// <summary>Which paper orders it.</summary>
    public DocumentKind? DocumentKind { get; init; }

    /// <summary>The body that ordered it.</summary>
    public OrderingBody? OrderedBy { get; init; }

    /// <summary>The moment since when, where hours are counted.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The term that the document states.</summary>
    public Term? Term { get; init; }

    /// <summary>What of the account it covers.</summary>
    public FreezeScope Scope { get; init; }

    /// <summary>Whether it waits behind an earlier freeze.</summary>
    public bool IsQueued { get; init; }

    /// <summary>Whether the document states a major or complex case.</summary>
    public bool IsMajorCase { get; init; }
}
