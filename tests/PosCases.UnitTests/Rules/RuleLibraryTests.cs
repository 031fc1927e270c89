using System.Text.RegularExpressions;
using PosCases.Cases.Filing;
using PosCases.Cases.Legality;
using PosCases.Cases.Measures;
using PosCases.Rules;

namespace PosCases.UnitTests.Rules;

public sealed partial class RuleLibraryTests
{
    [Fact]
    public void Codes_are_unique() => Assert.Equal(RuleLibrary.All.Count, RuleLibrary.All.Select(e => e.Code).Distinct().Count());

    [Fact]
    public void Every_rule_that_playbooks_and_routes_cite_is_in_it()
    {
        string[] cited =
        [
            "ATFL-18", "ATFL-20", "ATFL-31", "ATFL-32", "AML-30", "AML-34", "AML-35", "AML-38", "AML-39", "AML-43", "REG768-6", "REG768-20",
            "REG768-27", "REG768-30", "REG768-34", "REG768-35", "IMPL768-49", "IMPL768-58", "ACQ2013", "PBOC2020-5", "CBIRC2020-3", "MPS159-196",
            "MPS159-240", "MPS159-243", "MPS159-247", "MPS2024-FREEZE", "CPL-117", "CPL-145", "PBOC2016-86", "PBOC2016-261", "PBOC2019-85",
            "PBOC2021-259", "CPCA2021-161", "CPCA-RISK", "SPC2021-CARD", "RECON2023", "ALL-45", "CIVIL-188", "CIVIL-201", "CIVIL-202", "CIVIL-203",
            "CIVIL-496", "PIPL-28", "CBL-30",
        ];

        Assert.DoesNotContain(cited, code => !RuleLibrary.Exists(code));
    }

    [Fact]
    public void Measures_and_the_check_of_their_lawfulness_cite_rules_that_are_in_it_and_say_as_sure_as_it_does()
    {
        List<RuleSource> cited =
        [
            .. Enum.GetValues<MeasureKind>().SelectMany(k => MeasureLibrary.Of(k).Rules),
            .. LegalityCheck.All.SelectMany(p => p.Authority.Concat(p.Institution)),
        ];

        Assert.NotEmpty(cited);
        Assert.Empty(cited.Where(c => RuleLibrary.Find(c.Code)?.Label.ToString() != c.Confidence.ToString()).Distinct().Select(c => $"{c.Code} {c.Confidence} {RuleLibrary.Find(c.Code)?.Label}"));
    }

    [Fact]
    public void Every_card_passes_the_rules_for_editing_one()
    {
        RuleCard.Validator rules = new(TimeProvider.System);

        Assert.All(RuleLibrary.All, e => Assert.DoesNotContain(rules.Validate(e.Card).Errors, f => f.ErrorCode != "Rule.CheckedInFuture"));
    }

    [Fact]
    public void What_only_others_say_is_worded_as_usual()
    {
        var secondary = RuleLibrary.All.Where(e => e.Card.Label == RuleLabel.Secondary).ToList();

        Assert.NotEmpty(secondary);
        Assert.All(secondary, e =>
        {
            Assert.Matches("\u901A\u5E38", e.Card.SaysZh);
            Assert.StartsWith("Usually", e.Card.SaysEn, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Chinese_texts_use_full_width_punctuation() =>
        Assert.All(RuleLibrary.All, e => Assert.DoesNotMatch(HalfWidth(), e.Card.SaysZh + e.Card.SourceZh));

    [Fact]
    public void Nothing_says_whether_a_report_was_filed() =>
        Assert.DoesNotContain(RuleLibrary.All, e => e.Code.Contains("STR", StringComparison.Ordinal));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:!?()]|[,;:!?()]\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex HalfWidth();
}
