using FluentValidation;
using PosCases.Merchants;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Readiness;

/// <summary>What a shop does on the day when the terminal takes no money.</summary>
public sealed record PlanParts
{
    /// <summary>Who decides, and who does when that person is away.</summary>
    public string WhoDecides { get; init; } = "";

    /// <summary>Who calls whom.</summary>
    public IReadOnlyList<PlanCall> Calls { get; init; } = [];

    /// <summary>What customers are told.</summary>
    public string ToldCustomers { get; init; } = "";

    /// <summary>What is done at the counter meanwhile.</summary>
    public string OfflineSteps { get; init; } = "";

    /// <summary>Where contracts, slips and delivery notes are.</summary>
    public string WherePapers { get; init; } = "";

    /// <summary>Whether every part says something.</summary>
    public bool IsWhole => Calls.Count > 0 && new[] { WhoDecides, ToldCustomers, OfflineSteps, WherePapers }.All(t => !string.IsNullOrWhiteSpace(t));
}

/// <summary>A call of the plan.</summary>
/// <param name="Caller">Who calls: a contact of the merchant's record; none when somebody else does.</param>
/// <param name="Whom">Whom, in words: an institution, the police, the supplier.</param>
/// <param name="About">What is asked or said.</param>
public sealed record PlanCall(ContactId? Caller, string Whom, string? About);

/// <summary>A version of a merchant's plan for the day of an outage. It never changes; every saving makes a further one.</summary>
public sealed class ContingencyPlan
{
    /// <summary>A plan older than this is to be looked through again.</summary>
    public const int DaysFresh = 365;

    /// <summary>Most calls of a plan.</summary>
    public const int MostCalls = 6;

    /// <summary>Whose.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Number of the version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it says.</summary>
    public required PlanParts Parts { get; init; }

    /// <summary>Name of who wrote it.</summary>
    public required string ByName { get; init; }

    /// <summary>Written at.</summary>
    public required DateTimeOffset At { get; init; }

    internal static ContingencyPlan Of(MerchantId merchant, int number, PlanParts parts, Actor by, DateTimeOffset at) =>
        new() { MerchantId = merchant, Number = number, Parts = parts, ByName = by.Name, At = at };
}

/// <summary>Field rules of a plan.</summary>
internal sealed class PlanPartsValidator : AbstractValidator<PlanParts>
{
    public const int TextLength = 2000;
    public const int ShortLength = 300;

    public PlanPartsValidator()
    {
        RuleFor(p => p.WhoDecides).NotEmpty().MaximumLength(ShortLength);
        RuleFor(p => p.Calls).NotNull().Must(c => c is null || c.Count <= ContingencyPlan.MostCalls).WithErrorCode("TooManyCalls");
        RuleForEach(p => p.Calls).ChildRules(call =>
        {
            call.RuleFor(c => c.Whom).NotEmpty().MaximumLength(ShortLength);
            call.RuleFor(c => c.About).MaximumLength(ShortLength);
        });
        RuleFor(p => p.ToldCustomers).MaximumLength(TextLength);
        RuleFor(p => p.OfflineSteps).MaximumLength(TextLength);
        RuleFor(p => p.WherePapers).MaximumLength(TextLength);
    }
}
