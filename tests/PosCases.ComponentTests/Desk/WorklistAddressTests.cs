using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

public sealed class WorklistAddressTests
{
    [Fact]
    public void Every_state_of_the_list_survives_its_address()
    {
        var asked = new WorklistAddress
        {
            View = WorkView.DueToday,
            Sort = CaseSort.Amount,
            Cursors = ["12-3", "45-6"],
            Filter = new CaseFilter
            {
                Statuses = [CaseStatus.Verification, CaseStatus.LegalRoute],
                Institution = InstitutionId.New(),
                Measure = MeasureKind.JudicialFreeze,
                Cause = "ABNORMAL_TXN",
                AmountFrom = 100.50m,
                AmountTo = 9999m,
                OlderThanDays = 7,
                Owner = OwnedBy.Person(Guid.NewGuid()),
                Text = "noodle & more",
            },
        };

        var read = WorklistAddress.Parse(asked.ToHref())!;

        Assert.Equal(asked.ToHref(), read.ToHref());
        Assert.Equal("45-6", read.ToQuery().After);
        Assert.Equal([CaseStatus.Verification, CaseStatus.LegalRoute], read.Filter.Statuses);
        Assert.Equal(asked.Filter with { Statuses = [] }, read.Filter with { Statuses = [] });
    }

    [Fact]
    public void What_is_as_usual_is_left_out() => Assert.Equal("/desk", new WorklistAddress().ToHref());

    [Fact]
    public void A_view_may_stand_in_the_path() => Assert.Equal(WorkView.InReview, WorklistAddress.Parse("http://host/desk/in-review")!.View);

    [Fact]
    public void Nobodys_and_the_readers_own_cases_have_links_that_can_be_sent()
    {
        Assert.Equal("/desk?view=all&owner=nobody", new WorklistAddress { View = WorkView.All, Filter = new CaseFilter { Owner = OwnedBy.Nobody } }.ToHref());
        Assert.Equal(OwnedBy.Nobody, WorklistAddress.Parse("/desk?owner=nobody")!.Filter.Owner);
        Assert.Equal(OwnedBy.Me, WorklistAddress.Parse("/desk?owner=me")!.Filter.Owner);
        Assert.Equal(1, WorklistAddress.Parse("/desk?owner=me")!.Conditions);
    }

    [Theory]
    [InlineData("/desk/review")]
    [InlineData("/desk/cases/FZ-2026-000123")]
    [InlineData("/merchants")]
    public void Another_pages_address_is_not_read(string address) => Assert.Null(WorklistAddress.Parse(address));

    [Fact]
    public void Nonsense_counts_as_not_said()
    {
        var read = WorklistAddress.Parse("/desk?view=99&status=nope&from=x&age=-1&owner=them&sort=&after=")!;

        Assert.Equal("/desk", read.ToHref());
        Assert.False(read.IsNarrowed);
    }
}
