namespace PosCases.Cases.Triage;

/// <summary>A self-check of a terminal, kept with the case as it was told. Never changed.</summary>
public sealed class DeviceCheck
{
    private DeviceCheck()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who recorded it.</summary>
    public Guid ById { get; private init; }

    /// <summary>The name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>What was found.</summary>
    public DeviceSnapshot Snapshot { get; private init; } = new();

    internal static DeviceCheck Of(CaseId caseId, DeviceSnapshot snapshot, Guid by, string name, DateTimeOffset at) =>
        new() { Id = Guid.NewGuid(), CaseId = caseId, At = at, ById = by, ByName = name, Snapshot = snapshot };
}
