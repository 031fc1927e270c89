using PosCases.Cases;
using PosCases.Cases.Links;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Links;

public sealed class LinkTests
{
    [Fact]
    public void A_link_is_set_once_with_a_reason_and_ended_with_another()
    {
        var (made, other) = (Stage.Talking(), Stage.Filed());

        Stage.Do(made.LinkTo(other, LinkKind.SameCause, "same notice", Li, Now));
        var again = made.LinkTo(other, LinkKind.SameCause, "same notice", Wang, Now);
        Stage.Do(made.EndLink(made.Links[0].Id, "another notice", Wang, Now));

        Assert.Equal("Link.Exists", Assert.IsType<Invalid>(again.Error).Fields[0].Code);
        Assert.Equal(("same notice", "Li", "another notice", "Wang"), (made.Links[0].Reason, made.Links[0].ByName, made.Links[0].EndReason, made.Links[0].EndedByName));
        Assert.All(made.Events.TakeLast(2), e => Assert.True(e.DeskOnly));
    }

    [Fact]
    public void A_case_follows_only_an_earlier_one_of_the_same_merchant()
    {
        var made = Stage.Filed();
        var foreign = Case.File(9, new(Stranger.Merchant!.Value), Stage.Form, Stranger, Now.AddDays(-9), Clock).Value;
        var later = Case.File(10, Shop, Stage.Form, Owner, Now.AddDays(1), Clock).Value;

        Assert.Equal("Link.OtherMerchant", Code(made.LinkTo(foreign, LinkKind.Follows, "r", Li, Now)));
        Assert.Equal("Link.Later", Code(made.LinkTo(later, LinkKind.Follows, "r", Li, Now)));
        Assert.Equal("Link.Closing", Code(made.LinkTo(later, LinkKind.Merged, "r", Li, Now)));
    }

    [Fact]
    public void A_merged_case_closes_points_to_the_other_and_goes_on_where_it_stood_when_that_is_undone()
    {
        var (made, survivor) = (Stage.Verification(), Stage.Talking());

        Stage.Do(made.MergeInto(survivor, "one freeze", Li, Now, Clock));
        var merged = (made.Status, made.Outcome, made.DuplicateOf, survivor.Events[^1].Kind);
        Stage.Do(made.UndoMerge(survivor, isUntouched: true, "two freezes", Zhao, Now, Clock));

        Assert.Equal((CaseStatus.Closed, Outcome.Duplicate, survivor.Id, CaseEventKind.MergedIn), merged);
        Assert.Equal((CaseStatus.Verification, null, null, Li.Id), (made.Status, made.Outcome, made.DuplicateOf, made.OwnerId));
        Assert.NotNull(made.Links[0].EndedAt);
        Assert.Equal(CaseEventKind.MergeUndone, survivor.Events[^1].Kind);
    }

    [Fact]
    public void A_merge_is_undone_by_a_supervisor_only_and_only_while_nothing_happened()
    {
        var (made, survivor) = (Stage.Filed(), Stage.Talking());
        Stage.Do(made.MergeInto(survivor, "one freeze", Li, Now, Clock));

        Assert.IsType<MergeStands>(made.UndoMerge(survivor, isUntouched: false, "r", Zhao, Now, Clock).Error);
        Assert.IsType<CaseMoveRefused>(made.UndoMerge(survivor, isUntouched: true, "r", Li, Now, Clock).Error);
        Assert.IsType<NotMerged>(made.UndoMerge(Stage.Talking(), isUntouched: true, "r", Zhao, Now, Clock).Error);
        Assert.IsType<LinkStands>(made.EndLink(made.Links[0].Id, "r", Li, Now).Error);
        Assert.Equal(CaseStatus.Closed, made.Status);
    }

    [Fact]
    public void Cases_are_merged_only_within_one_merchant_and_into_one_that_is_open()
    {
        var made = Stage.Filed();
        var foreign = Case.File(9, new(Stranger.Merchant!.Value), Stage.Form, Stranger, Now, Clock).Value;

        Assert.Equal("Merge.OtherMerchant", Code(made.MergeInto(foreign, "r", Li, Now, Clock)));
        Assert.Equal("Merge.Closed", Code(made.MergeInto(Stage.Closed(Outcome.FullyUnfrozen), "r", Li, Now, Clock)));
        Assert.Equal("Link.Self", Code(made.MergeInto(made, "r", Li, Now, Clock)));
    }

    [Fact]
    public void A_merged_case_that_is_reopened_is_no_part_of_the_other_any_more()
    {
        var (made, survivor) = (Stage.Filed(), Stage.Talking());
        Stage.Do(made.MergeInto(survivor, "one freeze", Li, Now, Clock));

        Stage.Do(made.Reopen("new facts", Zhao, Now, Clock));

        Assert.Equal("new facts", made.Links[0].EndReason);
        Assert.Null(made.DuplicateOf);
    }

    private static string Code(Result result) => Assert.IsType<Invalid>(result.Error).Fields[0].Code;
}
