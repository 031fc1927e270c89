using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Calendar;
using PosCases.Cases.Routes;
using PosCases.Remedies;
using PosCases.Rules;
using PosCases.Web.Remedies;
using PosCases.Web.Rules;

namespace PosCases.ComponentTests.Remedies;

/// <summary>Whatever routes and rules say in codes has words in both languages.</summary>
public sealed class RemedyTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_stage_fit_reason_unit_and_error_of_a_route_has_a_text(string culture)
    {
        string[] keys =
        [
            .. Enum.GetNames<RouteStage>().Select(s => $"Stage.{s}"),
            .. Enum.GetNames<RouteFit>().Select(f => $"Fit.{f}"),
            .. Enum.GetNames<RouteReasonKind>().Select(r => $"Reason.{r}"),
            .. Enum.GetNames<TermUnit>().Select(u => $"Term.{u}"),
            .. Enum.GetNames<ClockBasis>().Select(b => $"Filing.From.{b}"),
            .. new[] { new RouteDoesNotFit("").Code, new RouteTooEarly("", "").Code, new RouteNeedsConfirmation("", "").Code }.Select(c => $"Error.{c}"),
            .. new[] { "Unknown", "Step", "InFuture", "ReceivedBeforeSent", "AnsweredBeforeFiled", "DayOutOfRange", "BodyDoesNotSuit", "NextNotOpen" }.Select(c => $"Field.Route.{c}"),
        ];

        Assert.Empty(keys.Except(All<RemedyText>(culture)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_kind_and_label_of_a_rule_has_a_text(string culture)
    {
        string[] keys =
        [
            .. Enum.GetNames<RuleKind>().Select(k => $"Kind.{k}"),
            .. Enum.GetNames<RuleLabel>().SelectMany(l => new[] { $"Label.{l}", $"Label.{l}.Hint" }),
        ];

        Assert.Empty(keys.Except(All<RuleText>(culture)));
    }

    private static List<string> All<TText>(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return [.. services.GetRequiredService<IStringLocalizer<TText>>().GetAllStrings(includeParentCultures: false).Select(t => t.Name)];
    }
}
