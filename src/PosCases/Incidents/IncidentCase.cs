using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>What a case is to an incident.</summary>
public enum Membership
{
    /// <summary>待定: the system thinks that it belongs here; the case does not know.</summary>
    Suggested,

    /// <summary>已归入: somebody put it in.</summary>
    In,

    /// <summary>已移出: somebody took it out; it is not suggested again.</summary>
    Out,
}

/// <summary>A case in an incident. It is taken out, never deleted.</summary>
public sealed class IncidentCase : IChangeSignal
{
    private IncidentCase()
    {
    }

    /// <summary>The incident.</summary>
    public IncidentId IncidentId { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Its merchant.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>What it is to the incident.</summary>
    public Membership State { get; private set; }

    /// <summary>When it came to be that.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>By whom; empty for the system.</summary>
    public string ByName { get; private set; } = "";

    Guid IChangeSignal.Topic => IncidentId.Value;

    internal static IncidentCase Suggest(IncidentId incident, CaseId found, MerchantId merchant, DateTimeOffset at) =>
        new() { IncidentId = incident, CaseId = found, MerchantId = merchant, State = Membership.Suggested, At = at };

    internal static IncidentCase PutIn(IncidentId incident, Case found, Actor by, DateTimeOffset at) =>
        new() { IncidentId = incident, CaseId = found.Id, MerchantId = found.MerchantId, State = Membership.In, At = at, ByName = by.Name };

    internal Error? PutIn(Actor by, DateTimeOffset at) => Become(Membership.In, IncidentRefusal.HasCase, by, at);

    internal Error? TakeOut(Actor by, DateTimeOffset at) => Become(Membership.Out, IncidentRefusal.LacksCase, by, at);

    private IncidentRefused? Become(Membership state, IncidentRefusal otherwise, Actor by, DateTimeOffset at)
    {
        if (State == state)
        {
            return new IncidentRefused(otherwise);
        }

        (State, At, ByName) = (state, at, by.Name);
        return null;
    }
}
