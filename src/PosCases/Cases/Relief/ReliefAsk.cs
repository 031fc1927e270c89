using PosCases.Platform.Security;

namespace PosCases.Cases.Relief;

/// <summary>The talk with one institution about a temporary or partial release: every ask and offer in order, and where it stands.</summary>
public sealed class ReliefAsk
{
    private readonly List<ReliefStep> steps = [];

    private ReliefAsk()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The institution on the case.</summary>
    public Guid PartyId { get; private init; }

    /// <summary>First asked at.</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Where it stands.</summary>
    public ReliefStatus Status { get; private set; }

    /// <summary>Last day, once granted; none where no end was named.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>When owner and merchant were told that it ends soon.</summary>
    public DateTimeOffset? AlertedAt { get; private set; }

    /// <summary>What happens when it ends; none until that is settled.</summary>
    public string? EndPlan { get; private set; }

    /// <summary>What was said, in order.</summary>
    public IReadOnlyList<ReliefStep> Steps => steps;

    /// <summary>What was asked, offered or granted last.</summary>
    public ReliefTerms Terms => steps[^1].Terms;

    /// <summary>Whether it waits for an answer.</summary>
    public bool IsOpen => Status is ReliefStatus.Asked or ReliefStatus.Countered;

    /// <summary>Whether it is granted and its term not over.</summary>
    public bool IsRunning => Status == ReliefStatus.Accepted;

    internal static ReliefAsk Of(CaseId caseId, Guid partyId, ReliefTerms terms, ReliefSaying said, Actor by, DateTimeOffset at)
    {
        ReliefAsk made = new() { Id = Guid.NewGuid(), CaseId = caseId, PartyId = partyId, AskedAt = at };
        made.Take(ReliefMove.Asked, terms, said, by, at);
        return made;
    }

    internal void Take(ReliefMove move, ReliefTerms terms, ReliefSaying said, Actor by, DateTimeOffset at)
    {
        steps.Add(ReliefStep.Of(Id, steps.Count + 1, move, terms, said, by, at));
        Status = move switch
        {
            ReliefMove.Asked => ReliefStatus.Asked,
            ReliefMove.Countered => ReliefStatus.Countered,
            ReliefMove.Accepted => ReliefStatus.Accepted,
            ReliefMove.Refused => ReliefStatus.Refused,
            ReliefMove.Lapsed => ReliefStatus.Lapsed,
            _ => throw new ArgumentOutOfRangeException(nameof(move), move, null),
        };
        EndsOn = move == ReliefMove.Accepted ? terms.To : null;
    }

    internal void Alert(DateTimeOffset at) => AlertedAt = at;

    internal void Settle(string plan) => EndPlan = plan;

    internal void End() => Status = ReliefStatus.Ended;
}

/// <summary>One thing said in the talk about a release. Never changed.</summary>
public sealed class ReliefStep
{
    private ReliefStep()
    {
    }

    /// <summary>The ask.</summary>
    public Guid ReliefId { get; private init; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private init; }

    /// <summary>What was said.</summary>
    public ReliefMove Move { get; private init; }

    /// <summary>The terms after it.</summary>
    public ReliefTerms Terms { get; private init; } = new();

    /// <summary>Who said it.</summary>
    public string? Person { get; private init; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset SaidAt { get; private init; }

    /// <summary>Where it can be looked up.</summary>
    public string? Reference { get; private init; }

    /// <summary>Entered by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Entered at.</summary>
    public DateTimeOffset EnteredAt { get; private init; }

    internal static ReliefStep Of(Guid reliefId, int number, ReliefMove move, ReliefTerms terms, ReliefSaying said, Actor by, DateTimeOffset at) => new()
    {
        ReliefId = reliefId,
        Number = number,
        Move = move,
        Terms = terms,
        Person = said.Person,
        SaidAt = said.At,
        Reference = said.Reference,
        ById = by.Id,
        ByName = by.Name,
        EnteredAt = at,
    };
}
