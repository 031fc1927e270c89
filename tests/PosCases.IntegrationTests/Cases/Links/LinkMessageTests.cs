using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Links;
using PosCases.Cases.Restriction;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Links;

public sealed class LinkMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Cases_with_the_same_wording_are_found_and_it_is_said_why()
    {
        var one = await FileAsync("huanan", "因平台安全升级，您的账户余额暂不可提现。", "YF-1");
        var other = await FileAsync("xiangman", "因平台安全升级，您的账户余额 9,000 元暂不可提现", "YF-2");
        var apart = await FileAsync("kangle", "登记手机号停用，请到网点更新资料", "YF-3");
        await app.IndexAsync();

        var found = (await app.As("li").Send(new ListSimilar.Query(one))).Value;

        var row = Assert.Single(found, r => r.Case.Id == other);
        Assert.Contains(LikenessReason.SameWording, row.Likeness.Reasons);
        Assert.False(row.Likeness.MayBeDuplicate);
        Assert.DoesNotContain(found, r => r.Case.Id == apart || r.Case.Id == one);
    }

    [Fact]
    public async Task Cases_of_the_same_merchant_and_with_the_same_document_are_found_until_they_are_linked()
    {
        var one = await FileAsync("lanxin", "冻结甲", "演字〔2026〕88号");
        var own = await FileAsync("lanxin", "冻结乙", null);
        var document = await FileAsync("dafeng", "冻结丙", "演字〔2026〕88号");
        var before = await Similar(one);
        var link = new LinkCases.Command(one, (await app.ViewOf(one)).Summary.Version, (await app.ViewOf(document)).Summary.Number, LinkKind.SameCause, "同一份文书");

        Must(await app.As("li").Send(link));

        Assert.Equal([document, own], before);
        Assert.DoesNotContain(document, await Similar(one));
        var there = Assert.Single((await app.As("wang").Send(new ViewLinks.Query(document))).Value);
        Assert.Equal((one, false, "同一份文书"), (there.Other.Id, there.IsFrom, there.Link.Reason));

        async Task<List<CaseId>> Similar(CaseId id) => [.. (await app.As("li").Send(new ListSimilar.Query(id))).Value.Select(r => r.Case.Id)];
    }

    [Fact]
    public async Task A_restricted_case_is_neither_similar_nor_linked_for_whom_it_does_not_exist()
    {
        var one = await FileAsync("mingshi", "店铺核查期间暂停划款", "TS-9");
        var secret = await FileAsync("qingfeng", "店铺核查期间暂停划款", "TS-9");
        await app.IndexAsync();
        Must(await app.As("li").Send(new LinkCases.Command(one, (await app.ViewOf(one)).Summary.Version, (await app.ViewOf(secret)).Summary.Number, LinkKind.Related, "r")));
        Must(await app.As("zhao").Send(new RestrictCase.Command(
            secret, (await app.ViewOf(secret)).Summary.Version, RestrictionCause.Crime, "涉案", [app.CallerOf("zhao").Id, app.CallerOf("sun").Id], false)));

        Assert.Empty((await app.As("wang").Send(new ViewLinks.Query(one))).Value);
        Assert.Single((await app.As("sun").Send(new ViewLinks.Query(one))).Value);
        Assert.DoesNotContain((await app.As("wang").Send(new ListSimilar.Query(one))).Value, r => r.Case.Id == secret);
    }

    [Fact]
    public async Task A_merge_shows_what_the_merged_case_holds_to_desk_and_merchant_and_moves_nothing()
    {
        var survivor = await app.Given.Case().Of("harbor").By("li").At(DemoPath.Collecting);
        var merged = await app.Given.Case().Of("harbor").By("li").At(DemoPath.Verifying);
        Must(await app.As("harbor").Send(new PostMessage.Command(merged, "Is this the same freeze?")));
        Must(await app.As("harbor").Send(new SubmitEvidence.Command(merged, null, EvidenceCode.Other, await app.TakeAsync(merged))));

        Must(await MergeAsync(merged, survivor));

        foreach (var person in new[] { "li", "harbor" })
        {
            var part = Assert.Single((await app.As(person).Send(new ViewMerged.Query(survivor))).Value);
            Assert.Equal((merged, 1, "Is this the same freeze?"), (part.Id, part.Evidence.Count, part.Messages[^1].Text));
        }

        var view = await app.ViewOf(merged);
        Assert.Equal((CaseStatus.Closed, Outcome.Duplicate), (view.Summary.Status, view.Summary.Outcome));
        Assert.Single(view.Case.Evidence);
        Assert.Equal([view.Summary.Number], (await app.ViewOf(survivor)).MergedIn);
        Assert.Equal("NotFound.Case", (await app.As("huanan").Send(new ViewMerged.Query(survivor))).Error!.Code);
    }

    [Fact]
    public async Task A_merge_is_undone_while_nobody_touched_either_case_and_not_afterwards()
    {
        var survivor = await app.Given.Case().Of("hengtong").By("li").At(DemoPath.Collecting);
        var (first, second) = (await app.Given.Case().Of("hengtong").By("li").At(DemoPath.Filed), await app.Given.Case().Of("hengtong").By("li").At(DemoPath.Verifying));
        Must(await MergeAsync(first, survivor));

        Must(await app.As("zhao").Send(new UndoMerge.Command(first, (await app.ViewOf(first)).Summary.Version, "两笔不同的冻结")));
        Must(await MergeAsync(second, survivor));
        Must(await app.As("zhao").Send(new AssignCases.Command([survivor], app.CallerOf("wang").Id)));
        var late = await app.As("zhao").Send(new UndoMerge.Command(second, (await app.ViewOf(second)).Summary.Version, "r"));

        var view = await app.ViewOf(first);
        Assert.Equal((CaseStatus.Filed, null, null), (view.Summary.Status, view.Summary.Outcome, view.Summary.OwnerId));
        Assert.IsType<MergeStands>(late.Error);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new UndoMerge.Command(second, Guid.NewGuid(), "r"))).Error);
        Assert.Equal([second], (await app.As("li").Send(new ViewMerged.Query(survivor))).Value.Select(p => p.Id));
    }

    private async Task<Result> MergeAsync(CaseId merged, CaseId into) => await app.As("li").Send(new MergeCases.Command(
        merged, (await app.ViewOf(merged)).Summary.Version, (await app.ViewOf(into)).Summary.Number, "同一笔冻结"));

    private async Task<CaseId> FileAsync(string shop, string wording, string? document)
    {
        var bank = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-YUNFAN").Select(i => i.Id).SingleAsync());
        return (await app.As(shop).Send(new FileCase.Command(
            new FilingForm
            {
                ToldBy = NoticeChannel.App,
                NothingDemanded = true,
                Wording = wording,
                Measure = MeasureKind.SettlementDelay,
                ImposedBy = ImposedBy.PaymentInstitution,
                Institution = bank,
                Reason = ReasonGiven.NoReason,
                DocumentNumber = document,
            },
            null, null))).Value.Id;
    }

    private static void Must(Result result) => Assert.True(result.Succeeded, $"{result.Error} {(result.Error is Invalid i ? string.Join(' ', i.Fields) : "")}");
}
