using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Judging;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class ChecklistTests
{
    public static TheoryData<string> Codes => [.. EvidenceCode.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_paper_has_checks_in_both_languages(string code)
    {
        var checks = Checklists.Of(code);

        Assert.InRange(checks.Count, 3, 9);
        Assert.Equal(checks.Count, checks.DistinctBy(c => c.Code).Count());
        Assert.All(checks, c => Assert.True(c.Text.Zh.Length > 3 && c.Text.En.Length > 3));
    }

    [Fact]
    public void Every_check_that_fails_has_its_reason_to_send_the_paper_back()
    {
        var reasons = SendBackReasons.All.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], EvidenceCode.All.SelectMany(Checklists.Of).Select(c => c.Reason).Distinct().Except(reasons));
    }

    [Fact]
    public void A_reason_that_follows_from_a_papers_check_is_offered_for_that_paper()
    {
        var reasons = SendBackReasons.All.ToDictionary(r => r.Code, StringComparer.Ordinal);
        var wrong =
            from code in EvidenceCode.All
            from check in Checklists.Of(code)
            let papers = reasons[check.Reason].Papers
            where papers.Count > 0 && !papers.Contains(code)
            select $"{code}: {check.Code} leads to {check.Reason}";

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Reasons_are_short_and_name_papers_that_exist()
    {
        Assert.All(SendBackReasons.All, r => Assert.InRange(r.Text.Zh.Length, 4, SendBackReason.TextLength));
        Assert.All(SendBackReasons.All, r => Assert.InRange(r.Text.En.Length, 4, SendBackReason.TextLength));
        Assert.All(SendBackReasons.All.SelectMany(r => r.Papers), code => Assert.True(EvidenceCode.Exists(code)));
        Assert.Equal(SendBackReasons.All.Count, SendBackReasons.All.DistinctBy(r => r.Code).Count());
    }
}
