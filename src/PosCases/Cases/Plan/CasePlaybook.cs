namespace PosCases.Cases.Plan;

/// <summary>A playbook version that a case keeps to. A newer version changes nothing until the owner moves the case to it.</summary>
public sealed class CasePlaybook
{
    private CasePlaybook()
    {
    }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Code of the playbook.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Its version.</summary>
    public int Version { get; private set; }

    /// <summary>Pinned at.</summary>
    public DateTimeOffset PinnedAt { get; private set; }

    /// <summary>No longer called for since; the row stays.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    internal static CasePlaybook Of(CaseId caseId, string code, int version, DateTimeOffset at) =>
        new() { CaseId = caseId, Code = code, Version = version, PinnedAt = at };

    internal void PinTo(int version, DateTimeOffset at) => (Version, PinnedAt, LeftAt) = (version, at, null);

    internal void Leave(DateTimeOffset at) => LeftAt = at;
}
