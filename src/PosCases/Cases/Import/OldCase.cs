using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Cases.Import;

/// <summary>A case of the old records, read from one row.</summary>
public sealed record OldCase
{
    /// <summary>Row of the file.</summary>
    public required int Row { get; init; }

    /// <summary>How the old records call it.</summary>
    public required string Number { get; init; }

    /// <summary>Name of the merchant.</summary>
    public required string Merchant { get; init; }

    /// <summary>Its unified credit code.</summary>
    public string? UnifiedCreditCode { get; init; }

    /// <summary>What it is in law, when the row says so.</summary>
    public MerchantKind? MerchantKind { get; init; }

    /// <summary>Where it trades.</summary>
    public string? Region { get; init; }

    /// <summary>When it was handed in.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>When it was closed; none while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ended.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Frozen, in yuan.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Released, in yuan; with a full outcome everything unless it says otherwise.</summary>
    public decimal? Released { get; init; }

    /// <summary>Deducted, in yuan.</summary>
    public decimal? Deducted { get; init; }

    /// <summary>Kind of measure.</summary>
    public MeasureKind Measure { get; init; } = MeasureKind.Unknown;

    /// <summary>Who imposed it.</summary>
    public ImposedBy ImposedBy { get; init; } = ImposedBy.Unknown;

    /// <summary>Name of the institution.</summary>
    public string? Institution { get; init; }

    /// <summary>The institution of the directory that bears this name; found when the row is taken in.</summary>
    public InstitutionId? InstitutionId { get; init; }

    /// <summary>Frozen since; Shanghai date.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Number of the document.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Last four digits of the account.</summary>
    public string? AccountTail { get; init; }

    /// <summary>Terminal number.</summary>
    public string? TerminalNumber { get; init; }

    /// <summary>Code of the cause.</summary>
    public string? Cause { get; init; }

    /// <summary>What the notice said, or what the old records note.</summary>
    public string? Notice { get; init; }

    /// <summary>Name of who works it.</summary>
    public string? Owner { get; init; }

    internal FilingForm Form => new()
    {
        ToldBy = NoticeChannel.Unknown,
        NothingDemanded = true,
        Wording = Notice,
        Measure = Measure,
        Amount = Amount,
        AccountTail = AccountTail,
        TerminalNumber = TerminalNumber,
        Region = Region,
        Since = Since,
        ImposedBy = ImposedBy,
        Institution = InstitutionId,
        InstitutionName = InstitutionId is null ? Institution : null,
        Reason = ReasonGiven.Unknown,
        DocumentNumber = DocumentNumber,
    };
}

/// <summary>A row that is no case.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Number">How it calls the case, when it says so.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record BadCaseRow(int Row, string? Number, IReadOnlyList<CaseRowFault> Faults);
