using FluentValidation;
using PosCases.Cases.Filing;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Relief;

/// <summary>Where an ask for a temporary or partial release stands.</summary>
public enum ReliefStatus
{
    /// <summary>已提出.</summary>
    Asked,

    /// <summary>对方另有提议.</summary>
    Countered,

    /// <summary>已同意.</summary>
    Accepted,

    /// <summary>已拒绝.</summary>
    Refused,

    /// <summary>已失效: nobody answered, or it was dropped.</summary>
    Lapsed,

    /// <summary>已到期: it was granted and its term is over.</summary>
    Ended,
}

/// <summary>What somebody said in the talk about a release.</summary>
public enum ReliefMove
{
    /// <summary>我方提出.</summary>
    Asked,

    /// <summary>对方提议.</summary>
    Countered,

    /// <summary>对方同意.</summary>
    Accepted,

    /// <summary>对方拒绝.</summary>
    Refused,

    /// <summary>失效.</summary>
    Lapsed,
}

/// <summary>What the merchant offers, or the institution wants, in return.</summary>
public enum ReliefCondition
{
    /// <summary>承诺书: a written undertaking.</summary>
    Undertaking,

    /// <summary>留存保证金: a reserve stays behind.</summary>
    Reserve,

    /// <summary>延后结算 T+N: settlement some days later.</summary>
    LaterSettlement,

    /// <summary>限额: a limit a day.</summary>
    DailyLimit,
}

/// <summary>What is asked, offered or granted. Amounts are yuan, dates Shanghai's.</summary>
public sealed record ReliefTerms
{
    /// <summary>How much is released; none when only abilities are.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What works again.</summary>
    public IReadOnlyList<Ability> Abilities { get; init; } = [];

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; none where no end was named.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Conditions.</summary>
    public IReadOnlyList<ReliefCondition> Conditions { get; init; } = [];

    /// <summary>The reserve that stays.</summary>
    public decimal? Reserve { get; init; }

    /// <summary>N of T+N.</summary>
    public int? SettlementDays { get; init; }

    /// <summary>The limit a day.</summary>
    public decimal? DailyLimit { get; init; }

    /// <summary>Anything else, in words.</summary>
    public string? Words { get; init; }

    /// <summary>The measures that it is about; must be named where an authority ordered one of several.</summary>
    public IReadOnlyList<Guid> Concerns { get; init; } = [];
}

/// <summary>Who said something, when, and where it can be looked up.</summary>
/// <param name="Person">The person at the institution, or who asked for us; name and staff number as they were given.</param>
/// <param name="At">When.</param>
/// <param name="Reference">Number of the call, letter or notice.</param>
public sealed record ReliefSaying(string? Person, DateTimeOffset At, string? Reference)
{
    // Two clocks never agree to the minute.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Why it cannot have been said; none when it can.</summary>
    internal Invalid? RefusalAt(DateTimeOffset now) => At > now + Tolerance ? new Invalid("Said.At", "Future") : null;
}

/// <summary>Limits of the terms.</summary>
public sealed class ReliefTermsValidator : AbstractValidator<ReliefTerms>
{
    /// <summary>Sets the rules.</summary>
    public ReliefTermsValidator()
    {
        RuleFor(t => t.Amount).InclusiveBetween(0.01m, FilingFormValidator.LargestAmount).WithErrorCode("Amount");
        RuleFor(t => t.Amount).NotNull().WithErrorCode("ReliefEmpty").When(t => t.Abilities.Count == 0);
        RuleForEach(t => t.Abilities).IsInEnum().NotEqual(Ability.Unknown).WithErrorCode("AbilitiesUnfit");
        RuleForEach(t => t.Conditions).IsInEnum();
        RuleFor(t => t.From).IsOrdinaryDate();
        RuleFor(t => t.To).IsOrdinaryDate();
        RuleFor(t => t.To).GreaterThanOrEqualTo(t => t.From).WithErrorCode("EndBeforeStart").When(t => t.From is not null);
        RuleFor(t => t.Reserve).InclusiveBetween(0.01m, FilingFormValidator.LargestAmount).WithErrorCode("Amount");
        RuleFor(t => t.Reserve).NotNull().WithErrorCode("Unanswered").When(t => t.Conditions.Contains(ReliefCondition.Reserve));
        RuleFor(t => t.SettlementDays).InclusiveBetween(1, 180).WithErrorCode("SettlementDays");
        RuleFor(t => t.SettlementDays).NotNull().WithErrorCode("Unanswered").When(t => t.Conditions.Contains(ReliefCondition.LaterSettlement));
        RuleFor(t => t.DailyLimit).InclusiveBetween(0.01m, FilingFormValidator.LargestAmount).WithErrorCode("Amount");
        RuleFor(t => t.DailyLimit).NotNull().WithErrorCode("Unanswered").When(t => t.Conditions.Contains(ReliefCondition.DailyLimit));
        RuleFor(t => t.Words).MaximumLength(500);
        RuleFor(t => t.Concerns).NotNull();
    }
}

/// <summary>Limits of who said it.</summary>
public sealed class ReliefSayingValidator : AbstractValidator<ReliefSaying>
{
    /// <summary>Sets the rules.</summary>
    public ReliefSayingValidator()
    {
        RuleFor(s => s.Person).MaximumLength(80);
        RuleFor(s => s.Reference).MaximumLength(80);
    }
}
