using FluentValidation;
using PosCases.Cases.Triage;
using PosCases.Institutions;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Filing;

/// <summary>
/// What a merchant tells when he files. Every field may be open while it is a draft; "no notice", "no reason given" and
/// "don't know" are answers like any other.
/// </summary>
public sealed record FilingForm
{
    /// <summary>How he was told.</summary>
    public NoticeChannel? ToldBy { get; init; }

    /// <summary>Who told him, in his words.</summary>
    public string? Teller { get; init; }

    /// <summary>The number that called or wrote.</summary>
    public string? CallerNumber { get; init; }

    /// <summary>When he was told or noticed; Shanghai date.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The wording of the notice.</summary>
    public string? Wording { get; init; }

    /// <summary>What was asked of him.</summary>
    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>Whether he was told that nothing was asked, or answered the question at all.</summary>
    public bool NothingDemanded { get; init; }

    /// <summary>What kind of measure.</summary>
    public MeasureKind? Measure { get; init; }

    /// <summary>What no longer works.</summary>
    public IReadOnlyList<Ability> AbilitiesOff { get; init; } = [];

    /// <summary>Blocked amount in yuan, two decimals; none when unknown.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Last four digits of the blocked account; more than that is never kept.</summary>
    public string? AccountTail { get; init; }

    /// <summary>Terminal number.</summary>
    public string? TerminalNumber { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>Blocked since; Shanghai date.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Who imposed it.</summary>
    public ImposedBy? ImposedBy { get; init; }

    /// <summary>The institution, when it is in the directory.</summary>
    public InstitutionId? Institution { get; init; }

    /// <summary>The institution in words, when it is not.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Whether a reason was given.</summary>
    public ReasonGiven? Reason { get; init; }

    /// <summary>The reason as it was given.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Expected end; Shanghai date.</summary>
    public DateOnly? ExpectedEnd { get; init; }

    /// <summary>Usual takings a day, in yuan.</summary>
    public decimal? DailyTakings { get; init; }

    /// <summary>Days that the cash lasts.</summary>
    public int? CashDays { get; init; }

    /// <summary>Payables due soon (goods, wages, rent), in yuan.</summary>
    public decimal? PayablesDue { get; init; }

    /// <summary>Refunds owed to customers, in yuan.</summary>
    public decimal? RefundsDue { get; init; }

    /// <summary>What happened just before.</summary>
    public IReadOnlyList<PriorEvent> Before { get; init; } = [];

    /// <summary>What happened just before, in words.</summary>
    public string? BeforeText { get; init; }

    /// <summary>What was answered in triage, where it came before.</summary>
    public TriageAnswers? Triage { get; init; }

    /// <summary>What the self-check of the terminal found, where it came before.</summary>
    public DeviceSnapshot? Device { get; init; }
}

/// <summary>What must be answered before a case can be filed; limits hold for drafts too.</summary>
public sealed class FilingFormValidator : AbstractValidator<FilingForm>
{
    /// <summary>Largest amount taken, in yuan.</summary>
    public const decimal LargestAmount = 9_999_999_999.99m;

    /// <summary>Rules of a finished form, or of a draft.</summary>
    /// <param name="finished">Whether unanswered questions are errors.</param>
    /// <param name="today">Today in Shanghai.</param>
    public FilingFormValidator(bool finished, DateOnly today)
    {
        RuleFor(f => f.Teller).MaximumLength(200);
        RuleFor(f => f.CallerNumber).MaximumLength(40);
        RuleFor(f => f.Wording).MaximumLength(2000);
        RuleFor(f => f.AccountTail).Matches(@"^[0-9]{4}\z").WithErrorCode("AccountTail").When(f => !string.IsNullOrEmpty(f.AccountTail));
        RuleFor(f => f.TerminalNumber).MaximumLength(32);
        RuleFor(f => f.Region).MaximumLength(80);
        RuleFor(f => f.InstitutionName).MaximumLength(128);
        RuleFor(f => f.ReasonText).MaximumLength(1000);
        RuleFor(f => f.DocumentNumber).MaximumLength(80);
        RuleFor(f => f.BeforeText).MaximumLength(2000);
        RuleFor(f => f.Device!).SetValidator(new DeviceSnapshotValidator()).When(f => f.Device is not null);
        RuleFor(f => f.Amount).InclusiveBetween(0.01m, LargestAmount).WithErrorCode("Amount");
        RuleFor(f => f.DailyTakings).InclusiveBetween(0m, LargestAmount).WithErrorCode("Amount");
        RuleFor(f => f.PayablesDue).InclusiveBetween(0m, LargestAmount).WithErrorCode("Amount");
        RuleFor(f => f.RefundsDue).InclusiveBetween(0m, LargestAmount).WithErrorCode("Amount");
        RuleFor(f => f.CashDays).InclusiveBetween(0, 3650).WithErrorCode("Days");
        RuleFor(f => f.ToldOn).Cascade(CascadeMode.Stop).IsOrdinaryDate().LessThanOrEqualTo(today).WithErrorCode("Future");
        RuleFor(f => f.Since).Cascade(CascadeMode.Stop).IsOrdinaryDate().LessThanOrEqualTo(today).WithErrorCode("Future");
        RuleFor(f => f.ExpectedEnd).IsOrdinaryDate();
        RuleFor(f => f.Triage!.MaintenanceUntil).IsOrdinaryDate().When(f => f.Triage is not null);
        RuleFor(f => f.ExpectedEnd).GreaterThanOrEqualTo(f => f.Since).WithErrorCode("EndBeforeStart").When(f => f.Since is not null);
        if (finished)
        {
            RuleFor(f => f.ToldBy).NotNull().WithErrorCode("Unanswered");
            RuleFor(f => f.Demands).NotEmpty().WithErrorCode("Unanswered").When(f => !f.NothingDemanded && f.ToldBy is not NoticeChannel.NoNotice);
            RuleFor(f => f.Measure).NotNull().WithErrorCode("Unanswered");
            RuleFor(f => f.ImposedBy).NotNull().WithErrorCode("Unanswered");
            RuleFor(f => f.Reason).NotNull().WithErrorCode("Unanswered");
            RuleFor(f => f.ReasonText).NotEmpty().WithErrorCode("Unanswered").When(f => f.Reason == ReasonGiven.Given);
        }
    }
}
