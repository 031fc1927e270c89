using Microsoft.Extensions.Localization;
using PosCases.Calendar;
using PosCases.Institutions;
using PosCases.Web.Design;

namespace PosCases.Web.Institutions;

/// <summary>The choices of institutions' forms.</summary>
internal static class InstitutionTexts
{
    public static IReadOnlyList<Choice> Kinds(IStringLocalizer<InstitutionText> text) =>
        [.. Enum.GetValues<InstitutionKind>().Select(kind => new Choice($"{kind}", text[$"Kind.{kind}"]))];

    public static IReadOnlyList<Choice> Channels(IStringLocalizer<InstitutionText> text) =>
        [.. Enum.GetValues<ChannelKind>().Select(kind => new Choice($"{kind}", text[$"Channel.{kind}"]))];

    public static IReadOnlyList<Choice> Confidences(IStringLocalizer<InstitutionText> text) =>
        [.. Enum.GetValues<SourceConfidence>().Select(confidence => new Choice($"{confidence}", text[$"Confidence.{confidence}"]))];

    public static IReadOnlyList<Choice> UsualUnits(IStringLocalizer<InstitutionText> text) =>
        [.. new[] { TermUnit.WorkingDays, TermUnit.Days }.Select(unit => new Choice($"{unit}", text[$"UsualUnit.{unit}"]))];

    public static string IconOf(ChannelKind kind) => kind switch
    {
        ChannelKind.Hotline => "phone",
        ChannelKind.App => "device-mobile",
        ChannelKind.Site => "external-link",
        ChannelKind.Counter => "building-bank",
        ChannelKind.Mail => "mail",
        ChannelKind.Address => "map-pin",
    };

    /// <summary>Where a click leads; nothing for what one cannot click.</summary>
    public static string? HrefOf(ChannelKind kind, string value) => kind switch
    {
        ChannelKind.Hotline => $"tel:{value.Replace(" ", "", StringComparison.Ordinal)}",
        ChannelKind.Site => Uri.TryCreate(value, UriKind.Absolute, out var site) && site.Scheme is "https" or "http" ? value : null,
        ChannelKind.Mail => $"mailto:{value}",
        ChannelKind.App or ChannelKind.Counter or ChannelKind.Address => null,
    };
}
