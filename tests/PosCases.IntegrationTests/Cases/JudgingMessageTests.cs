using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Judging;
using PosCases.Cases.Evidence.Redaction;
using PosCases.Cases.Restriction;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

public sealed class JudgingMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Reasons_of_the_list_and_free_words_reach_the_merchant_in_both_languages_and_stay_with_the_judgement()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;
        var item = made.Evidence[0];
        var check = Checklists.Of(item.Code)[0];

        await Must(app.As("li").Send(new JudgeEvidence.Command(made.Id, made.Version, item.Id, false, "3")
        {
            ReasonCodes = ["corners-cut", "blurred"],
            Checks = [new CheckMark(check.Code, CheckResult.No)],
        }));

        var seen = (await app.As("huanan").Send(new ViewCase.Query(made.Number))).Value.Case.Evidence.Single(i => i.Id == item.Id);
        Assert.Equal("It cannot be read. Please focus and take it again in good light. A corner is cut off. Please have all four corners in the picture. 3", seen.ReasonEn);
        Assert.EndsWith("3", seen.Reason, StringComparison.Ordinal);
        var judged = Assert.Single((await app.ViewOf(made.Id)).Case.Judgements, j => j.ItemId == item.Id);
        Assert.Equal(["blurred", "corners-cut"], judged.ReasonCodes);
        Assert.Equal(CheckResult.No, judged.Checks[0].Result);
        Assert.Equal("ok", (await app.AuditOf(made.Id.Value))[^1].Outcome);
    }

    [Fact]
    public async Task Sending_back_takes_a_reason_that_is_on_the_list()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;
        var code = (await app.As("zhao").Send(new AddSendBackReason.Command(new SendBackText("zh", "en", [])))).Value;
        await Must(app.As("zhao").Send(new RetireSendBackReason.Command(code, (await ReasonAsync(code)).Version)));
        JudgeEvidence.Command back = new(made.Id, made.Version, made.Evidence[0].Id, false, null);

        Assert.Equal(new NotFound("SendBackReason"), (await app.As("li").Send(back with { CommandId = Guid.NewGuid(), ReasonCodes = [code] })).Error);
        Assert.IsType<Invalid>((await app.As("li").Send(back with { CommandId = Guid.NewGuid() })).Error);
        Assert.Equal(EvidenceStatus.Submitted, (await app.ViewOf(made.Id)).Case.Evidence[0].Status);
    }

    [Fact]
    public async Task A_judgement_is_taken_back_with_the_paper_that_it_asked_for()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var file = await app.TakeAsync(id);
        var item = (await app.As("huanan").Send(new SubmitEvidence.Command(id, null, "ACCESS_LOG", file))).Value;
        await Must(app.As("li").Send(new JudgeEvidence.Command(id, (await app.ViewOf(id)).Case.Version, item, false, "why")));
        var asked = (await app.ViewOf(id)).Case.Requirements.Count;

        await Must(app.As("li").Send(new UndoJudgement.Command(id, (await app.ViewOf(id)).Case.Version, item)));

        var after = (await app.ViewOf(id)).Case;
        Assert.Equal(asked - 1, after.Requirements.Count);
        Assert.Equal(EvidenceStatus.Submitted, after.Evidence.Single(i => i.Id == item).Status);
        var kept = Assert.Single(after.Judgements);
        Assert.NotNull(kept.UndoneAt);
        Assert.Empty((await app.As("huanan").Send(new ViewCase.Query(after.Number))).Value.Case.Judgements);
        Assert.Equal(new Conflict(), (await app.As("li").Send(new UndoJudgement.Command(id, Guid.NewGuid(), item))).Error);
    }

    [Fact]
    public async Task The_list_of_reasons_is_the_supervisors_and_every_change_of_it_is_audited()
    {
        var before = (await ReasonsAsync()).Where(r => r.RetiredAt is null).Select(r => r.Code).ToList();
        Assert.IsType<NotPermitted>((await app.As("li").Send(new AddSendBackReason.Command(new SendBackText("a", "b", [])))).Error);
        Assert.IsType<Invalid>((await app.As("zhao").Send(new AddSendBackReason.Command(new SendBackText("a", "", ["NONSENSE"])))).Error);

        var code = (await app.As("zhao").Send(new AddSendBackReason.Command(new SendBackText("zh", "en", ["INVOICE"])))).Value;
        await Must(app.As("zhao").Send(new MoveSendBackReason.Command(code, (await ReasonAsync(code)).Version, Up: true)));
        await Must(app.As("sun").Send(new ReviseSendBackReason.Command(code, (await ReasonAsync(code)).Version, new SendBackText("zh2", "en2", []))));

        var offered = (await ReasonsAsync()).Where(r => r.RetiredAt is null).ToList();
        Assert.Equal([.. before.SkipLast(1), code, before[^1]], offered.Select(r => r.Code));
        Assert.Equal(("zh2", "en2"), (offered[^2].TextZh, offered[^2].TextEn));
        Assert.Empty(offered[^2].Papers);
        Assert.Equal(new Conflict(), (await app.As("zhao").Send(new RetireSendBackReason.Command(code, Guid.NewGuid()))).Error);

        await Must(app.As("zhao").Send(new RetireSendBackReason.Command(code, (await ReasonAsync(code)).Version)));
        Assert.NotNull((await ReasonsAsync())[^1].RetiredAt);
        await Must(app.As("zhao").Send(new RestoreSendBackReason.Command(code, (await ReasonAsync(code)).Version)));
        Assert.Equal(code, (await ReasonsAsync()).Last(r => r.RetiredAt is null).Code);
        await Must(app.As("zhao").Send(new RetireSendBackReason.Command(code, (await ReasonAsync(code)).Version)));
    }

    [Fact]
    public async Task The_product_reasons_are_entered_once_and_stay_as_they_were_edited()
    {
        var reason = await ReasonAsync("wrong-paper");
        await Must(app.As("zhao").Send(new ReviseSendBackReason.Command(reason.Code, reason.Version, new SendBackText("ours", "ours", []))));
        var count = (await ReasonsAsync()).Count;

        await Must(app.As(PosCases.Platform.Security.Caller.System).Send(new ImportSendBackReasons.Command()));

        Assert.Equal(count, (await ReasonsAsync()).Count);
        Assert.Equal("ours", (await ReasonAsync("wrong-paper")).TextZh);
    }

    [Fact]
    public async Task The_same_file_is_noticed_in_all_cases_of_one_merchant_and_never_in_anothers()
    {
        var (first, second) = (await app.Given.Case().At(DemoPath.Collecting), await app.Given.Case().At(DemoPath.Collecting));
        var others = await app.Given.Case().Of("lanxin").At(DemoPath.Collecting);
        var hash = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
        var (one, two) = (await HandInAsync("huanan", first, hash), await HandInAsync("huanan", first, hash));
        var three = await HandInAsync("huanan-staff", second, hash);
        await HandInAsync("lanxin", others, hash);

        var twins = (await app.As("li").Send(new ViewJudging.Query(first))).Value.Twins;

        Assert.Equal([two, three], twins[one].Select(t => t.Id));
        Assert.Equal((await app.ViewOf(second)).Case.Number, twins[one].Last().CaseNumber);
        Assert.Empty((await app.As("li").Send(new ViewJudging.Query(others))).Value.Twins);
    }

    [Fact]
    public async Task A_twin_in_a_restricted_case_is_shown_to_its_readers_only()
    {
        var (open, closed) = (await app.Given.Case().By("wang").At(DemoPath.Collecting), await app.Given.Case().At(DemoPath.Collecting));
        var hash = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
        var item = await HandInAsync("huanan", open, hash);
        await HandInAsync("huanan", closed, hash);
        Assert.Single((await app.As("wang").Send(new ViewJudging.Query(open))).Value.Twins[item]);

        var restricted = (await app.ViewOf(closed)).Case;
        await Must(app.As("li").Send(new RestrictCase.Command(closed, restricted.Version, RestrictionCause.Crime, "words", [app.CallerOf("zhao").Id], HideFromMerchantStaff: false)));

        Assert.Empty((await app.As("wang").Send(new ViewJudging.Query(open))).Value.Twins[item]);
        Assert.Single((await app.As("li").Send(new ViewJudging.Query(open))).Value.Twins[item]);
    }

    [Fact]
    public async Task A_redacted_copy_is_made_by_the_owner_and_how_it_came_to_be_is_the_desks()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;
        var file = await app.TakeAsync(made.Id);
        RedactEvidence.Command redact = new(made.Id, made.Evidence[0].Id, file, "why", [new RedactionMark(1, RedactionLabel.IdNumber)]);

        Assert.IsType<NotTheOwner>((await app.As("wang").Send(redact)).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(redact)).Error);
        Assert.IsType<Invalid>((await app.As("li").Send(redact with { CommandId = Guid.NewGuid(), Reason = "" })).Error);
        var copy = (await app.As("li").Send(redact with { CommandId = Guid.NewGuid() })).Value;

        Assert.Equal(copy, Assert.Single((await app.ViewOf(made.Id)).Case.Redactions).CopyId);
        var merchants = (await app.As("huanan").Send(new ViewCase.Query(made.Number))).Value.Case;
        Assert.Empty(merchants.Redactions);
        Assert.Contains(await app.AuditOf(made.Id.Value), e => e is { Message: "RedactEvidence", Outcome: "ok" });
    }

    private async Task<EvidenceItemId> HandInAsync(string person, CaseId id, string hash) =>
        (await app.As(person).Send(new SubmitEvidence.Command(id, null, "RECEIPT", await app.TakeAsync(id, [.. Pictures.Png(9), .. System.Text.Encoding.ASCII.GetBytes(hash)])))).Value;

    private async Task<IReadOnlyList<SendBackReason>> ReasonsAsync() => (await app.As("li").Send(new ListSendBackReasons.Query())).Value.Rows;

    private async Task<SendBackReason> ReasonAsync(string code) => (await ReasonsAsync()).Single(r => r.Code == code);

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);
}
