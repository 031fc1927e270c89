namespace PosCases.Cases.Measures;

/// <summary>Which paper orders the measure.</summary>
public enum DocumentKind
{
    /// <summary>协助冻结财产通知书.</summary>
    FreezeNotice,

    /// <summary>紧急止付通知.</summary>
    StopPaymentNotice,

    /// <summary>裁定书 or 协助执行通知书 of a court.</summary>
    CourtOrder,

    /// <summary>The institution's own notice.</summary>
    InstitutionNotice,

    /// <summary>Another paper.</summary>
    Other,

    /// <summary>没见到文书: nobody has shown one.</summary>
    NoneSeen,
}

/// <summary>What of the account it covers.</summary>
public enum FreezeScope
{
    /// <summary>不清楚.</summary>
    Unknown,

    /// <summary>整个账户.</summary>
    WholeAccount,

    /// <summary>限额冻结: a stated sum only; the rest may be used.</summary>
    AmountOnly,
}

/// <summary>The body that ordered the measure and how its unit is reached.</summary>
/// <param name="Authority">The body.</param>
/// <param name="Unit">The unit that handles it.</param>
/// <param name="Contact">Whom to ask for there.</param>
/// <param name="DutyPhone">Telephone on duty.</param>
public sealed record OrderingBody(string? Authority, string? Unit, string? Contact, string? DutyPhone)
{
    /// <summary>Longest of each field.</summary>
    public const int Longest = 128;

    /// <summary>The most exact name that is known.</summary>
    public string? Name => Unit is null ? Authority : Authority is null || Unit.StartsWith(Authority, StringComparison.Ordinal) ? Unit : $"{Authority} {Unit}";

    /// <summary>Without empty fields; none when nothing was filled in.</summary>
    public static OrderingBody? Of(string? authority, string? unit, string? contact, string? dutyPhone)
    {
        OrderingBody body = new(OrNone(authority), OrNone(unit), OrNone(contact), OrNone(dutyPhone));
        return body == new OrderingBody(null, null, null, null) ? null : body;
    }

    private static string? OrNone(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>How a measure ended.</summary>
public enum MeasureEnding
{
    /// <summary>解除.</summary>
    Lifted,

    /// <summary>到期失效.</summary>
    Lapsed,

    /// <summary>被另一项措施代替.</summary>
    Replaced,
}
