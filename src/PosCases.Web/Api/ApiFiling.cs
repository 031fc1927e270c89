using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Web.Api;

/// <summary>What is told when a case is filed.</summary>
internal sealed record ApiFiling
{
    public Guid? Merchant { get; init; }

    public NoticeChannel? ToldBy { get; init; }

    public string? Teller { get; init; }

    public string? CallerNumber { get; init; }

    public DateOnly? ToldOn { get; init; }

    public string? Wording { get; init; }

    public IReadOnlyList<Demand> Demands { get; init; } = [];

    public bool NothingDemanded { get; init; }

    public MeasureKind? Measure { get; init; }

    public IReadOnlyList<Ability> AbilitiesOff { get; init; } = [];

    public decimal? Amount { get; init; }

    public string? AccountTail { get; init; }

    public string? TerminalNumber { get; init; }

    public string? Region { get; init; }

    public DateOnly? Since { get; init; }

    public ImposedBy? ImposedBy { get; init; }

    public Guid? Institution { get; init; }

    public string? InstitutionName { get; init; }

    public ReasonGiven? Reason { get; init; }

    public string? ReasonText { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? ExpectedEnd { get; init; }

    public decimal? DailyTakings { get; init; }

    public int? CashDays { get; init; }

    public decimal? PayablesDue { get; init; }

    public decimal? RefundsDue { get; init; }

    public IReadOnlyList<PriorEvent> Before { get; init; } = [];

    public string? BeforeText { get; init; }

    /// <summary>The command that files it.</summary>
    public FileCase.Command ToCommand() => new(
        new FilingForm
        {
            ToldBy = ToldBy,
            Teller = Teller,
            CallerNumber = CallerNumber,
            ToldOn = ToldOn,
            Wording = Wording,
            Demands = Demands,
            NothingDemanded = NothingDemanded,
            Measure = Measure,
            AbilitiesOff = AbilitiesOff,
            Amount = Amount,
            AccountTail = AccountTail,
            TerminalNumber = TerminalNumber,
            Region = Region,
            Since = Since,
            ImposedBy = ImposedBy,
            Institution = Institution is { } institution ? new InstitutionId(institution) : null,
            InstitutionName = InstitutionName,
            Reason = Reason,
            ReasonText = ReasonText,
            DocumentNumber = DocumentNumber,
            ExpectedEnd = ExpectedEnd,
            DailyTakings = DailyTakings,
            CashDays = CashDays,
            PayablesDue = PayablesDue,
            RefundsDue = RefundsDue,
            Before = Before,
            BeforeText = BeforeText,
        },
        Merchant is { } merchant ? new MerchantId(merchant) : null,
        null);
}

/// <summary>The case that was made.</summary>
internal sealed record ApiFiled(string Number, Guid Id);
