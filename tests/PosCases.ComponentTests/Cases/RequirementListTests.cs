using System.Reflection;
using PosCases.Cases.Evidence;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

public sealed class RequirementListTests : CaseContext
{
    [Fact]
    public void What_is_owed_comes_first_and_says_why_and_how()
    {
        var list = Show(
            Asked("INVOICE", EvidenceStatus.Accepted),
            Asked("SALES_SLIP"));

        Assert.Equal(["Sales slip (merchant's copy)", "Invoice"], list.FindAll(".paper-name").Select(n => n.TextContent.Trim()));
        Assert.Contains("Why: because", list.Find(".paper").TextContent, StringComparison.Ordinal);
        Assert.Contains("How: Photograph the original slip", list.Find(".paper").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Why:", list.FindAll(".paper")[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "BUSINESS_LICENSE", "RECEIPT", "INVOICE", "SALES_SLIP", "LEASE_CONTRACT", "OTHER")]
    [InlineData(true, "BUSINESS_LICENSE", "RECEIPT", "SALES_SLIP", "INVOICE", "LEASE_CONTRACT", "OTHER")]
    public void What_is_needed_comes_first_then_the_readers_own_turn_and_what_may_be_comes_last(bool forMerchant, params string[] order)
    {
        EvidenceRequirement[] asked =
        [
            Of("OTHER", RequirementLevel.Optional),
            Asked("LEASE_CONTRACT", EvidenceStatus.Accepted),
            Asked("SALES_SLIP", EvidenceStatus.Rejected),
            Asked("INVOICE", EvidenceStatus.Submitted),
            Of("RECEIPT", RequirementLevel.OneOf),
            Asked("BUSINESS_LICENSE"),
        ];

        var list = Render<RequirementList>(p => p.Add(l => l.Requirements, asked).Add(l => l.ForMerchant, forMerchant));

        Assert.Equal(order.Select(code => $"paper-{asked.Single(a => a.Codes[0] == code).Id}"), list.FindAll(".paper").Select(paper => paper.Id));
    }

    [Fact]
    public void A_paper_that_was_sent_back_says_why_until_another_one_came()
    {
        Assert.Equal("slip.jpg was sent back: too dark", Show(Asked("SALES_SLIP", EvidenceStatus.Rejected)).Find(".paper-back").TextContent.Trim());
        Assert.Empty(Show(Asked("SALES_SLIP", EvidenceStatus.Rejected, EvidenceStatus.Submitted)).FindAll(".paper-back"));
    }

    [Theory]
    [InlineData(PaperState.Missing)]
    [InlineData(PaperState.Missing, EvidenceStatus.TakenBack)]
    [InlineData(PaperState.Again, EvidenceStatus.Rejected)]
    [InlineData(PaperState.Waiting, EvidenceStatus.Rejected, EvidenceStatus.Submitted)]
    [InlineData(PaperState.Accepted, EvidenceStatus.Accepted, EvidenceStatus.Rejected)]
    public void A_papers_state_follows_from_what_was_handed_in(PaperState state, params EvidenceStatus[] items) =>
        Assert.Equal(state, Asked("SALES_SLIP", items).StateOf());

    [Fact]
    public void A_paper_that_was_waived_or_is_optional_is_not_owed()
    {
        var waived = Asked("SALES_SLIP");
        waived.Waive("known to the bank", Now);

        Assert.False(waived.IsOwed());
        Assert.False(Of("SALES_SLIP", RequirementLevel.Optional).IsOwed());
        Assert.Contains("Waived because: known to the bank", Show(waived).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_paper_it_says_so() => Assert.Contains("No papers are needed now", Show().Markup, StringComparison.Ordinal);

    IRenderedComponent<RequirementList> Show(params EvidenceRequirement[] asked) =>
        Render<RequirementList>(p => p.Add(l => l.Requirements, asked).Add(l => l.ShowHints, true));

    static EvidenceRequirement Of(string code, RequirementLevel level) =>
        EvidenceRequirement.Of(PosCases.Cases.CaseId.New(), new EvidenceAsk([code], level, "因为", "because"), 1, 0, Now);

    // Which file belongs to which paper is put together by the database; here by hand.
    static EvidenceRequirement Asked(string code, params EvidenceStatus[] items)
    {
        var asked = Of(code, RequirementLevel.Required);
        var files = (List<EvidenceItem>)typeof(EvidenceRequirement).GetField("items", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(asked)!;
        foreach (var status in items)
        {
            var item = EvidenceItem.Of(asked.CaseId, asked.Id, code, new StoredFile("k", "slip.jpg", "image/jpeg", 3, "h"), null, Shop, Now);
            item.Judge(status, status == EvidenceStatus.Rejected ? "too dark" : null, Agent.Id, Now);
            files.Add(item);
        }

        return asked;
    }
}
