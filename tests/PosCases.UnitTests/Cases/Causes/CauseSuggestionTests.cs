using PosCases.Cases.Causes;
using PosCases.Cases.Filing;

namespace PosCases.UnitTests.Cases.Causes;

public sealed class CauseSuggestionTests
{
    public static TheoryData<string, FilingForm, string, SuggestionReason> Answers => new()
    {
        { "an account that changed", new() { Before = [PriorEvent.AccountChanged] }, "CONTACT_OR_ACCOUNT_CHANGED", SuggestionReason.Before },
        { "a burst of small sales", new() { Before = [PriorEvent.ManySmallSales] }, "BURST_OR_SMALL_SALES", SuggestionReason.Before },
        { "a notice that speaks of maintenance", new() { Wording = "Scheduled downtime tonight" }, "MAINTENANCE", SuggestionReason.Wording },
        { "a reason that speaks of a mistake", new() { ReasonText = "Flagged BY MISTAKE, sorry" }, "WRONGLY_FLAGGED", SuggestionReason.ReasonText },
        { "an account of the time before", new() { BeforeText = "we had no signal all week" }, "NETWORK_FAILURE", SuggestionReason.BeforeText },
        { "police and a judicial freeze", new() { Measure = MeasureKind.JudicialFreeze, ImposedBy = ImposedBy.Police }, "CASE_FUNDS", SuggestionReason.ImposedBy },
        { "a bank that controls the account", new() { Measure = MeasureKind.AccountControl, ImposedBy = ImposedBy.Bank }, "BANK_RISK_CONTROL", SuggestionReason.Measure },
        { "an ability that is off, beside its event", new() { Before = [PriorEvent.AccountChanged], AbilitiesOff = [Ability.Withdraw] }, "CONTACT_OR_ACCOUNT_CHANGED", SuggestionReason.Ability },
        { "a message of the machine, beside its word", new() { ToldBy = NoticeChannel.Terminal, Wording = "black screen" }, "DEVICE_FAILURE", SuggestionReason.Channel },
        { "nobody who gave a reason", new() { Reason = ReasonGiven.NoReason }, "UNKNOWN", SuggestionReason.NoReason },
        { "no sales for long", new() { Before = [PriorEvent.Dormant] }, "DORMANT", SuggestionReason.Before },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_was_answered_suggests_a_cause_and_says_why(string what, FilingForm told, string code, SuggestionReason because)
    {
        var suggested = CauseSuggestion.Of(told);

        Assert.True(suggested.Count > 0, what);
        Assert.Contains(suggested.Take(2), s => s.Code == code && s.Reasons.Any(r => r.Kind == because));
    }

    [Theory]
    [InlineData("risk control freeze")]
    [InlineData("")]
    public void Words_that_fit_everything_suggest_little(string words) =>
        Assert.DoesNotContain(CauseSuggestion.Of(new() { Wording = words }), s => s.Score > 6);

    [Fact]
    public void A_word_that_several_causes_share_is_not_enough_together_with_the_kind_of_freeze() =>
        Assert.DoesNotContain(
            CauseSuggestion.Of(new() { ReasonText = "\u6682\u7f13\u7ed3\u7b97", Measure = MeasureKind.SettlementDelay, AbilitiesOff = [Ability.Withdraw] }),
            s => s.Code == "SETTLEMENT_NOT_BY_RULES");

    [Fact]
    public void An_empty_form_suggests_nothing() => Assert.Empty(CauseSuggestion.Of(new()));

    [Fact]
    public void The_strongest_comes_first_and_a_group_gives_way_to_its_member()
    {
        var suggested = CauseSuggestion.Of(new() { ReasonText = "mistaken, flagged by mistake, staff error", Before = [PriorEvent.LargeSale] });

        Assert.Equal(suggested.OrderByDescending(s => s.Score).Select(s => s.Code), suggested.Select(s => s.Code));
        Assert.Equal("WRONGLY_FLAGGED", suggested[0].Code);
        Assert.DoesNotContain(suggested, s => s.Code == "MISLABEL");
        Assert.True(suggested.Count <= 5);
    }

    [Fact]
    public void A_word_inside_another_word_is_not_that_word() =>
        Assert.DoesNotContain(CauseSuggestion.Of(new() { Wording = "a discharge of duties, recharged" }), s => s.Code == "LOW_BATTERY");
}
