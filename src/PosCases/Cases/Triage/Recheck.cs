namespace PosCases.Cases.Triage;

/// <summary>A question to be put when announced maintenance is over: does it work again? Asked by the case's waking, answered once.</summary>
public sealed class Recheck
{
    private Recheck()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Where and how the maintenance was announced, in words.</summary>
    public string Announcement { get; private init; } = "";

    /// <summary>The announced end; Shanghai date.</summary>
    public DateOnly Until { get; private init; }

    /// <summary>When it was set.</summary>
    public DateTimeOffset SetAt { get; private init; }

    /// <summary>Who set it.</summary>
    public Guid SetById { get; private init; }

    /// <summary>When the question was put; none while the case waits.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The answer; none while it is open.</summary>
    public bool? Works { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>The name at the time.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>Whether the question is put and open.</summary>
    public bool IsDue => AskedAt is not null && AnsweredAt is null;

    internal static Recheck Of(CaseId caseId, string announcement, DateOnly until, Guid by, DateTimeOffset at) =>
        new() { Id = Guid.NewGuid(), CaseId = caseId, Announcement = announcement, Until = until, SetById = by, SetAt = at };

    internal void Ask(DateTimeOffset at) => AskedAt ??= at;

    internal void Answer(bool works, Guid by, string name, DateTimeOffset at) =>
        (Works, AnsweredAt, AnsweredById, AnsweredByName) = (works, at, by, name);
}
