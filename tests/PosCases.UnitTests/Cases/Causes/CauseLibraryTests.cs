using PosCases.Cases.Causes;
using PosCases.Cases.Evidence;
using PosCases.Cases.Verification;
using PosCases.Platform;

namespace PosCases.UnitTests.Cases.Causes;

public sealed class CauseLibraryTests
{
    // Codes that cases in use carry; they must stay selectable.
    private static readonly string[] Older =
    [
        "ABNORMAL_TXN", "INFO_CHANGE", "MISLABEL", "SYSTEM_FAULT", "INSTITUTION_RISK", "REFUND_SETTLEMENT_ERROR", "CASE_FUNDS", "FRAUD_DISPUTE",
        "FALSE_OR_SELF_TXN", "TERMINAL_MISUSE", "LICENCE_SCOPE", "SYSTEM_UPGRADE", "DEVICE_FAULT", "POLICY_LIMIT", "BUSINESS_DISTRESS", "DORMANT", "UNKNOWN",
    ];

    [Fact]
    public void Every_cause_of_the_documents_is_a_cause_of_its_own() =>
        Assert.Equal(
            Enumerable.Range(1, 47).Select(n => $"C{n:00}"),
            CauseLibrary.Causes.Select(c => c.Seed).OfType<string>().Order(StringComparer.Ordinal));

    [Fact]
    public void Codes_are_unique_short_and_the_older_ones_still_exist()
    {
        var codes = CauseLibrary.Causes.Select(c => c.Code).ToList();

        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[A-Z_]{3,40}$", code));
        Assert.Equal([], Older.Except(codes));
    }

    [Fact]
    public void Every_group_begins_with_the_cause_that_stands_for_it_and_holds_its_members_together()
    {
        Assert.Equal(CauseLibrary.Groups.Select(g => g.Code), CauseLibrary.Causes.Where(c => c.IsGroup).Select(c => c.Code));
        Assert.Equal(CauseLibrary.Groups.SelectMany(g => CauseLibrary.Within(g.Code)), CauseLibrary.Causes.Select(c => c.Code));
        Assert.Equal(["WRONGLY_FLAGGED"], CauseLibrary.Within("WRONGLY_FLAGGED"));
    }

    [Fact]
    public void Every_cause_is_named_explained_and_found_in_both_languages() => Assert.All(CauseLibrary.Causes, cause =>
    {
        AssertBoth(cause.Name);
        AssertBoth(cause.Plain);
        Assert.NotEmpty(cause.Words.Zh);
        Assert.NotEmpty(cause.Words.En);
        Assert.All(cause.Words.All, word => Assert.Contains(cause, CauseLibrary.Search(word)));
    });

    [Fact]
    public void What_a_cause_refers_to_exists() => Assert.All(CauseLibrary.Causes, cause =>
    {
        Assert.NotEmpty(cause.Measures);
        Assert.NotEmpty(cause.Evidence);
        Assert.All(cause.Evidence, paper => Assert.True(EvidenceCode.Exists(paper), paper));
        Assert.All(cause.RiskTypes, type => Assert.Contains(CauseLibrary.RiskTypes, r => r.Code == type));
    });

    [Fact]
    public void The_confidential_measure_of_acquirers_does_not_exist_here()
    {
        Assert.Equal(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "99"], CauseLibrary.AcquirerMeasures.Select(m => m.Cpca));
        Assert.All(CauseLibrary.AcquirerMeasures, m => AssertBoth(m.Name));
    }

    [Fact]
    public void The_risk_types_are_the_list_of_the_association_without_its_gap()
    {
        var codes = CauseLibrary.RiskTypes.Select(r => r.Code).ToList();

        Assert.Equal(47, codes.Count);
        Assert.DoesNotContain("16", codes);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Theory]
    [InlineData("\u67e5\u5c01", "ACCOUNT_OPERATION")]
    [InlineData("\u8bef\u5c01", "WRONGLY_FLAGGED")]
    [InlineData("battery", "LOW_BATTERY")]
    [InlineData("c45", "CARD_DATA_LEAK")]
    [InlineData("chargeback", "FRAUD_DISPUTE")]
    public void A_word_of_the_street_finds_its_cause(string word, string code) => Assert.Contains(CauseLibrary.Search(word), c => c.Code == code);

    [Fact]
    public void What_may_be_a_liability_is_marked()
    {
        var exposed = CauseLibrary.Causes.Where(c => c.Is(CauseTrait.LegalExposure)).Select(c => c.Code).ToList();

        Assert.Superset(new HashSet<string> { "OWN_CARD_SALES", "FALSE_SALES", "RULES_EVADED", "TRADE_DATA_HIDDEN", "UNLAWFUL_TRADE", "TERMINAL_DIVERTED" }, exposed.ToHashSet());
        Assert.True(CauseCode.Exists("UNKNOWN") && !CauseCode.Exists("SCAM"));
    }

    private static void AssertBoth(Bilingual text)
    {
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text.En);
        Assert.False(string.IsNullOrWhiteSpace(text.En));
    }
}
