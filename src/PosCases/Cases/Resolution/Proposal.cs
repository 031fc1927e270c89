namespace PosCases.Cases.Resolution;

/// <summary>Where a proposed outcome stands.</summary>
public enum ProposalState
{
    /// <summary>待复核.</summary>
    Pending,

    /// <summary>通过.</summary>
    Approved,

    /// <summary>退回.</summary>
    Returned,
}

/// <summary>A proposed outcome and what became of it.</summary>
public sealed class Proposal
{
    private Proposal()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Counts the case's proposals from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The outcome.</summary>
    public Outcome Outcome { get; private init; }

    /// <summary>Why, with the facts; for fake notices the red flags.</summary>
    public string Statement { get; private init; } = "";

    /// <summary>What proves it: the institution's notice, statement or reference.</summary>
    public string? Proof { get; private init; }

    /// <summary>Conditions that the merchant must keep.</summary>
    public string? Conditions { get; private init; }

    /// <summary>What the merchant should do next; shown to him when approved.</summary>
    public string Advice { get; private init; } = "";

    /// <summary>Whether the ways to be paid meanwhile end with the case; none where there was none.</summary>
    public bool? EndsInterim { get; private init; }

    /// <summary>Released yuan at that time.</summary>
    public decimal Released { get; private init; }

    /// <summary>Remaining yuan at that time.</summary>
    public decimal Remaining { get; private init; }

    /// <summary>Proposed by.</summary>
    public Guid ProposedById { get; private init; }

    /// <summary>Name at the time.</summary>
    public string ProposedByName { get; private init; } = "";

    /// <summary>Proposed at.</summary>
    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>What became of it.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Reviewed by.</summary>
    public Guid? ReviewedById { get; private set; }

    /// <summary>Name at the time.</summary>
    public string? ReviewedByName { get; private set; }

    /// <summary>Reviewed at.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>The reviewer's note or reason.</summary>
    public string? ReviewNote { get; private set; }

    /// <summary>The red flags, where the statement is nothing but their names: a fake notice's; none otherwise.</summary>
    public IReadOnlyList<Filing.Demand> Flags =>
        Statement.Split(", ").Select(word => Enum.TryParse<Filing.Demand>(word, out var flag) && Enum.IsDefined(flag) ? flag : (Filing.Demand?)null).ToList() is var flags
        && flags.TrueForAll(flag => flag is not null) ? [.. flags.OfType<Filing.Demand>()] : [];

    internal static Proposal Of(CaseId caseId, int number, ProposalRecord record, Balance balance, Platform.Security.Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Number = number,
        Outcome = record.Outcome,
        Statement = record.Statement,
        Proof = record.Proof,
        Conditions = record.Conditions,
        Advice = record.Advice,
        EndsInterim = record.EndsInterim,
        Released = balance.Released,
        Remaining = balance.Remaining,
        ProposedById = by.Id,
        ProposedByName = by.Name,
        ProposedAt = at,
    };

    internal void Review(ProposalState state, string? note, Platform.Security.Actor by, DateTimeOffset at)
    {
        State = state;
        ReviewNote = note;
        ReviewedById = by.Id;
        ReviewedByName = by.Name;
        ReviewedAt = at;
    }
}

/// <summary>What an owner proposes.</summary>
public sealed record ProposalRecord
{
    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why, with the facts.</summary>
    public required string Statement { get; init; }

    /// <summary>What proves it.</summary>
    public string? Proof { get; init; }

    /// <summary>Conditions for the merchant.</summary>
    public string? Conditions { get; init; }

    /// <summary>What the merchant should do next.</summary>
    public required string Advice { get; init; }

    /// <summary>Whether the ways to be paid meanwhile end with the case; asked where there is one.</summary>
    public bool? EndsInterim { get; init; }
}
