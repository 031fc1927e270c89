using PosCases.Cases;
using PosCases.Incidents;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.UnitTests.Incidents;

public sealed class IncidentSuggesterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly InstitutionId Bank = InstitutionId.New();
    private static readonly IncidentOptions Options = new();
    private static long serial;

    [Fact]
    public void Five_merchants_at_one_institution_within_three_days_are_suggested_and_four_are_not()
    {
        Assert.Empty(Suggest([.. AtBank(4)]));

        var found = Assert.Single(Suggest([.. AtBank(5)]));

        Assert.Equal((5, Bank), (found.Merchants, found.Marks.Institution));
        Assert.Equal(new SuggestionReason(SuggestionTrait.Institution, "Bank", 5, 0), found.Reasons[0]);
        Assert.Equal($"Institution:{Bank.Value}", found.Key);
    }

    [Fact]
    public void Five_cases_of_one_merchant_are_no_incident()
    {
        var shop = MerchantId.New();

        Assert.Empty(Suggest([.. AtBank(5).Select(c => c with { Merchant = shop })]));
    }

    [Fact]
    public void Cases_outside_the_window_and_closed_ones_do_not_count()
    {
        Assert.Empty(Suggest([.. AtBank(4), .. AtBank(1, daysAgo: 3.1)]));
        Assert.Empty(Suggest([.. AtBank(4), .. AtBank(1).Select(c => c with { IsOpen = false })]));
        Assert.Empty(Suggest([.. AtBank(4), .. AtBank(1, daysAgo: -1)]));
    }

    [Fact]
    public void Where_so_many_are_usual_it_takes_many_more()
    {
        // Nine in nine days before make three in three days.
        List<SuggestionInput> usual = [.. Enumerable.Range(0, 9).SelectMany(day => AtBank(1, 3.01 + day)), .. AtBank(1, 12).Select(c => c with { Institution = null, InstitutionName = null })];

        Assert.Empty(Suggest([.. usual, .. AtBank(8)]));
        var found = Assert.Single(Suggest([.. usual, .. AtBank(9)]));

        Assert.Equal(3, found.Reasons[0].Usual);
    }

    [Fact]
    public void The_same_wording_at_different_institutions_is_one_happening()
    {
        var found = Assert.Single(Suggest([.. Enumerable.Range(1, 5).Select(n => Input() with
        {
            Institution = InstitutionId.New(),
            InstitutionName = $"Bank {n}",
            Wording = $"因平台安全升级，您的账户余额 {n * 1000} 元暂不可提现",
        })]));

        Assert.Equal(SuggestionTrait.Wording, Assert.Single(found.Reasons).Trait);
        Assert.StartsWith("因平台安全升级", found.Marks.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_describes_but_does_not_make_an_incident()
    {
        Assert.Empty(Suggest([.. Enumerable.Range(0, 9).Select(_ => Input() with { Region = "East" })]));

        var found = Assert.Single(Suggest([.. AtBank(5).Select((c, i) => c with { Region = i < 4 ? "East" : "West", TerminalModel = i < 3 ? "X1" : "X2" })]));

        Assert.Equal([SuggestionTrait.Institution, SuggestionTrait.Region], found.Reasons.Select(r => r.Trait));
        Assert.Equal(("East", null), (found.Marks.Region, found.Marks.TerminalModel));
    }

    [Fact]
    public void What_shares_most_of_its_cases_is_suggested_once()
    {
        var found = Suggest([.. AtBank(6).Select(c => c with { TerminalModel = "x1", Wording = "您的结算已暂缓，请提交交易凭证" })]);

        Assert.Equal(6, Assert.Single(found).Merchants);
    }

    [Fact]
    public void The_key_of_a_wording_is_the_same_in_every_run()
    {
        List<SuggestionInput> cases = [.. Enumerable.Range(0, 5).Select(_ => Input() with { Wording = "账户因风险控制受限请等待核实" })];

        Assert.Equal(Suggest(cases)[0].Key, Suggest([.. cases, Input() with { Wording = "账户因风险控制受限请等待核实。" }])[0].Key);
    }

    private static IReadOnlyList<IncidentSuggestion> Suggest(IReadOnlyList<SuggestionInput> inputs) => IncidentSuggester.Suggest(inputs, Options, Now);

    private static IEnumerable<SuggestionInput> AtBank(int count, double daysAgo = 1) =>
        Enumerable.Range(0, count).Select(_ => Input(daysAgo) with { Institution = Bank, InstitutionName = "Bank" });

    private static SuggestionInput Input(double daysAgo = 1) => new() { Case = CaseId.New(), Serial = ++serial, Merchant = MerchantId.New(), FiledAt = Now.AddDays(-daysAgo) };
}
