using PosCases.Institutions;

namespace PosCases.Cases.Verification;

/// <summary>What an official channel answered.</summary>
public enum CheckAnswer
{
    /// <summary>Yes, a measure is in force.</summary>
    Confirms,

    /// <summary>No, nothing is in force.</summary>
    Denies,

    /// <summary>Maintenance, or a fault of device or network.</summary>
    Technical,

    /// <summary>They do not know, or will not say.</summary>
    NoInformation,

    /// <summary>Nobody could be reached.</summary>
    NotReached,
}

/// <summary>One question put to an official channel: where, when, whom, under which reference, and the answer (S03–S07).</summary>
public sealed class OfficialCheck
{
    private OfficialCheck()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The institution asked.</summary>
    public InstitutionId InstitutionId { get; private init; }

    /// <summary>The channel as the directory named it at that time, e.g. the hotline's number.</summary>
    public string Channel { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Whom: name, staff number or desk.</summary>
    public string? Person { get; private init; }

    /// <summary>Ticket or call reference.</summary>
    public string? Reference { get; private init; }

    /// <summary>The answer.</summary>
    public CheckAnswer Answer { get; private init; }

    /// <summary>The answer in words.</summary>
    public string? Said { get; private init; }

    /// <summary>Who asked.</summary>
    public Guid ById { get; private init; }

    internal static OfficialCheck Of(CaseId caseId, RecordCheck.Command check, Guid by) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        InstitutionId = check.Institution,
        Channel = check.Channel,
        At = check.At,
        Person = check.Person,
        Reference = check.Reference,
        Answer = check.Answer,
        Said = check.Said,
        ById = by,
    };
}
