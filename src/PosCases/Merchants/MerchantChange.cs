namespace PosCases.Merchants;

/// <summary>What of a merchant's record a change concerned.</summary>
public enum MerchantField
{
    /// <summary>The record itself, when it was made.</summary>
    Record,

    /// <summary>The merchant's name.</summary>
    Name,

    /// <summary>What it is in law.</summary>
    Kind,

    /// <summary>Unified social credit code.</summary>
    UnifiedCreditCode,

    /// <summary>Merchant category code.</summary>
    Mcc,

    /// <summary>Where it trades.</summary>
    Region,

    /// <summary>Its address.</summary>
    Address,

    /// <summary>Its telephone.</summary>
    Phone,

    /// <summary>A number at an acquirer.</summary>
    MerchantNumber,

    /// <summary>A store.</summary>
    Store,

    /// <summary>A terminal.</summary>
    Terminal,

    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A settlement account.</summary>
    SettlementAccount,

    /// <summary>A telephone or mail address, which somebody looked at in full; nothing was changed.</summary>
    Revealed,
}

/// <summary>One line of a merchant's change log. Only ever added; private parts are masked.</summary>
public sealed class MerchantChange
{
    private MerchantChange()
    {
    }

    internal MerchantChange(
        MerchantId merchant, MerchantField field, string? before, string? after, string? reason, string actor, DateTimeOffset at)
    {
        MerchantId = merchant;
        Field = field;
        Before = before;
        After = after;
        Reason = Identifiers.Typed.Text(reason);
        Actor = actor;
        At = at;
    }

    /// <summary>Order of the line.</summary>
    public long Id { get; private init; }

    /// <summary>Whose record.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>What was changed.</summary>
    public MerchantField Field { get; private init; }

    /// <summary>What it was; nothing when it was added.</summary>
    public string? Before { get; private init; }

    /// <summary>What it became; nothing when it was ended.</summary>
    public string? After { get; private init; }

    /// <summary>Why an odd identifier was kept, or a private value looked at.</summary>
    public string? Reason { get; private init; }

    /// <summary>Name of who did it; empty for the system and for a merchant that registered itself.</summary>
    public string Actor { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }
}
