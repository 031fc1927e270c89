using PosCases.Cases.Causes;
using PosCases.Platform.Security;

namespace PosCases.Cases.Restriction;

/// <summary>Why a case is restricted.</summary>
public enum RestrictionCause
{
    /// <summary>违规: the merchant may have broken rules.</summary>
    Violation,

    /// <summary>法律风险: what is written here may matter in proceedings.</summary>
    LegalExposure,

    /// <summary>涉嫌犯罪, by whomever.</summary>
    Crime,
}

/// <summary>Somebody of the desk who is named on a restricted case. Its owner sees it without being named.</summary>
public sealed class CaseReader
{
    private CaseReader()
    {
    }

    internal CaseReader(CaseId caseId, NamedPerson person, DateTimeOffset at)
    {
        CaseId = caseId;
        PersonId = person.Id;
        Name = person.Name;
        Role = person.Role;
        At = at;
    }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Name at the time.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Role at the time.</summary>
    public Role Role { get; private init; }

    /// <summary>Named at.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>No longer named since; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    internal void NameAgain(DateTimeOffset at) => (At, RemovedAt) = (at, null);

    internal void Remove(DateTimeOffset at) => RemovedAt = at;
}

/// <summary>Why a case was restricted, by whom, and until when. For the desk alone.</summary>
public sealed class CaseRestriction
{
    private CaseRestriction()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Why.</summary>
    public RestrictionCause Cause { get; private init; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Name of the one who restricted it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Restricted at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Lifted at.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    internal static CaseRestriction Of(CaseId caseId, RestrictionCause cause, string reason, string by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Cause = cause,
        Reason = reason,
        ByName = by,
        At = at,
    };

    internal void Lift(DateTimeOffset at) => LiftedAt = at;
}

/// <summary>Somebody of the desk to be named.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Agent or supervisor.</param>
public sealed record NamedPerson(Guid Id, string Name, Role Role);

/// <summary>Causes with which the merchant may face proceedings himself; they suggest restricting the case, nothing more.</summary>
public static class LegalExposure
{
    /// <summary>Why the case should be restricted; none where nothing suggests it, or where it is.</summary>
    public static RestrictionCause? SuggestedFor(Case found) =>
        found.IsRestricted ? null : found.Causes.Where(c => c.RemovedAt is null).OrderBy(c => c.AddedAt).Select(c => Of(c.Code)).FirstOrDefault(c => c is not null);

    /// <summary>What a cause suggests, by the library of causes; money of somebody else's crime exposes without any breach.</summary>
    public static RestrictionCause? Of(string code) => CauseLibrary.Find(code) switch
    {
        { Group: "CASE_FUNDS" } => RestrictionCause.LegalExposure,
        { Group: "SECURITY_INCIDENT" } cause when cause.Is(CauseTrait.LegalExposure) => RestrictionCause.LegalExposure,
        { } cause when cause.Is(CauseTrait.LegalExposure) => RestrictionCause.Violation,
        _ => null,
    };
}
