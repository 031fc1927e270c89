using PosCases.Platform.Security;

namespace PosCases.Cases.Relief;

/// <summary>What is said of a chosen way.</summary>
public sealed record InterimTerms
{
    /// <summary>Code from the catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>From when; Shanghai date.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Limit a day in yuan.</summary>
    public decimal? DailyLimit { get; init; }

    /// <summary>What it costs, in words: a rate, a fee.</summary>
    public string? Cost { get; init; }

    /// <summary>Whom to ask: the provider's hotline or manager.</summary>
    public string? Contact { get; init; }

    /// <summary>In words.</summary>
    public string? Note { get; init; }

    /// <summary>Whether terminal, code and account run in the merchant's own name; without it nothing is taken into the plan.</summary>
    public bool OwnName { get; init; }
}

/// <summary>A way to be paid meanwhile that was chosen for a case.</summary>
public sealed class InterimWay
{
    private InterimWay()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Code from the catalogue.</summary>
    public string Code { get; private init; } = "";

    /// <summary>From when.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>Limit a day in yuan.</summary>
    public decimal? DailyLimit { get; private init; }

    /// <summary>What it costs.</summary>
    public string? Cost { get; private init; }

    /// <summary>Whom to ask.</summary>
    public string? Contact { get; private init; }

    /// <summary>In words.</summary>
    public string? Note { get; private init; }

    /// <summary>Chosen by; name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Chosen at.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Ended on; none while it runs.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended; none when the case's closing ended it.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Ended by; name at the time.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>Ended at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal static InterimWay Of(CaseId caseId, InterimTerms terms, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Code = terms.Code,
        StartsOn = terms.StartsOn,
        DailyLimit = terms.DailyLimit,
        Cost = terms.Cost,
        Contact = terms.Contact,
        Note = terms.Note,
        ByName = by.Name,
        AddedAt = at,
    };

    internal void End(DateOnly on, string? reason, Actor by, DateTimeOffset at) =>
        (EndedOn, EndReason, EndedByName, EndedAt) = (on, reason, by.Name, at);
}
