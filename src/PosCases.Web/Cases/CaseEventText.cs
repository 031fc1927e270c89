using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Legality;
using PosCases.Cases.Relief;
using PosCases.Web.Cases.Relief;
using PosCases.Web.Design;
using PosCases.Web.Remedies;

namespace PosCases.Web.Cases;

/// <summary>
/// Says what happened to a case in one plain sentence. A text holds <c>{name}</c> for a value of the event and <c>[…]</c> around a part that
/// vanishes when its value is missing; <c>Event.{Kind}.You</c> is for the merchant's side, <c>Event.{Kind}.{flag}</c> for an event with that flag.
/// </summary>
public sealed partial class CaseEventText(
    IStringLocalizer<CaseText> text, IStringLocalizer<DesignText> time, CaseWords words, TimeProvider clock)
{
    private static readonly string[] Flags = ["onBehalf", "correction", "cleared", "final", "works", "fails", "oneCard", "fault", "passed", "facts", "profile"];

    /// <summary>The sentence of an event.</summary>
    public string Of(CaseEvent happened, bool forMerchant) => Of(happened.Kind, happened.Details, forMerchant);

    /// <summary>The sentence of what happened.</summary>
    /// <param name="kind">What.</param>
    /// <param name="details">Its values, as the core wrote them.</param>
    /// <param name="forMerchant">Whether the merchant's side reads it.</param>
    public string Of(CaseEventKind kind, IReadOnlyDictionary<string, string> details, bool forMerchant)
    {
        var flag = Flags.FirstOrDefault(details.ContainsKey);
        var key = flag is null ? $"Event.{kind}" : $"Event.{kind}.{flag}";
        var yours = words.Text($"{key}.You");
        string template = forMerchant && !yours.ResourceNotFound ? yours : words.Text(key);

        return Part().Replace(template, found => found.Groups["name"].Success
            ? Speak(kind, found.Groups["name"].Value, details, forMerchant) ?? text["Unknown"]
            : Optional(found.Groups["part"].Value, kind, details, forMerchant));
    }

    private string Optional(string part, CaseEventKind kind, IReadOnlyDictionary<string, string> details, bool forMerchant)
    {
        var complete = true;
        var said = Part().Replace(part, found =>
        {
            var value = Speak(kind, found.Groups["name"].Value, details, forMerchant);
            complete &= value is not null;
            return value ?? "";
        });
        return complete ? said : "";
    }

    private string? Speak(CaseEventKind kind, string name, IReadOnlyDictionary<string, string> details, bool forMerchant) => name switch
    {
        "title" or "choice" => details.GetValueOrDefault(name + (CultureInfo.CurrentUICulture.Name == "en" ? "En" : "Zh")),
        "reason" when CultureInfo.CurrentUICulture.Name == "en" && details.TryGetValue("reasonEn", out var english) => english,
        _ when !details.TryGetValue(name, out var value) => null,
        "released" or "remaining" when kind == CaseEventKind.ResolutionApproved && NoMoney(details) => null,
        "evidence" => words.Evidence(details[name].Split('|')),
        "cause" => words.Cause(details[name]),
        "abilities" => string.Join(text["ListSeparator"], details[name].Split('|').Select(ability => text[$"{nameof(Ability)}.{ability}"].Value)),
        "interim" => InterimCatalogue.Shipped.Find(details[name])?.Title.Read(),
        "risk" => $"{details[name]} {RiskChecklist.Of(details[name]).Title.In(CultureInfo.CurrentUICulture)}",
        "amount" or "remaining" or "released" or "perDay" or "perDayMost" or "perDayBefore" or "perDayBeforeMost" or "toDate" or "toDateMost" => MoneyText.Format(decimal.Parse(details[name], CultureInfo.InvariantCulture)),
        "route" => RouteWords.TitleOf(details[name]),
        "until" or "followUp" or "due" or "on" => new WhenText(time).Day(
            DateOnly.ParseExact(details[name], "O", CultureInfo.InvariantCulture), clock.GetUtcNow(), WhenStyle.Date),
        "for" when forMerchant => text[$"{nameof(Ball)}.{details[name]}.You"],
        _ => EnumOf(kind, name) is { } type ? words.Text($"{type}.{details[name]}") : details[name],
    };

    // Some measures block abilities and no money.
    private static bool NoMoney(IReadOnlyDictionary<string, string> details) => IsZero(details, "released") && IsZero(details, "remaining");

    private static bool IsZero(IReadOnlyDictionary<string, string> details, string name) =>
        decimal.Parse(details.GetValueOrDefault(name, "0"), CultureInfo.InvariantCulture) == 0;

    // Which enum a value belongs to; anything else is words that somebody wrote.
    private static string? EnumOf(CaseEventKind kind, string name) => (kind, name) switch
    {
        (CaseEventKind.CheckRecorded, "answer") => "CheckAnswer",
        (CaseEventKind.InstitutionAnswered, "answer") => "InstitutionAnswer",
        (CaseEventKind.RouteAnswered, "answer") => "RouteResult",
        (CaseEventKind.MeasureRecorded or CaseEventKind.MeasureRenewed or CaseEventKind.MeasureEnded
            or CaseEventKind.RenewalDue or CaseEventKind.RenewalUnknown, "kind") => "MeasureKind",
        (CaseEventKind.LegalityAnswered or CaseEventKind.RiskAnswered, "answer") => nameof(PointAnswer),
        (_, "ending") => "MeasureEnding",
        (_, "question") => nameof(LegalityQuestion),
        (_, "restriction") => "RestrictionCause",
        (CaseEventKind.LedgerEntryAdded, "kind") => "LedgerKind",
        (_, "fromPriority" or "toPriority") => "Priority",
        (CaseEventKind.PriorityChanged, "why") => "PriorityReasonKind",
        (_, "reliefMove") => "ReliefMove",
        (_, "verdict") => "Authenticity",
        (_, "by") => "ImposedBy",
        (_, "source") => "CauseSource",
        (_, "confidence") => "Confidence",
        (_, "level") => "RequirementLevel",
        (_, "medium") => "Medium",
        (_, "direction") => "Direction",
        (_, "result") => "FollowUpResult",
        (_, "outcome") => "Outcome",
        (_, "for") => "Ball",
        (_, "clock") => "ClockKind",
        (_, "stage") => "CaseStatus",
        (_, "end") => "DeadlineEnd",
        (_, "dispute") => "DisputeReason",
        (_, "account") => "LookBackAnswer",
        (CaseEventKind.Linked or CaseEventKind.LinkEnded, "kind") => "LinkKind",
        _ => null,
    };

    [GeneratedRegex(@"\[(?<part>[^\]]*)\]|\{(?<name>[a-zA-Z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
