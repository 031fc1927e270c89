using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Notices;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>What a use case of cases does beside its verb: loading, looking up, keeping.</summary>
public sealed class CaseMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_case_goes_from_filing_to_a_reviewed_closing_and_nothing_of_it_is_lost()
    {
        var id = await app.Given.Case().At(DemoPath.ClosedFull);

        var made = (await app.ViewOf(id)).Case;
        Assert.Equal((CaseStatus.Closed, Outcome.FullyUnfrozen, 5), (made.Status, made.Outcome, made.Rating));
        Assert.Equal(
            [CaseStatus.Filed, CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.Resolution, CaseStatus.Closed],
            (await app.EventsOf(id)).Where(e => e.To is not null).Select(e => e.To!.Value));
        Assert.NotEmpty(made.Rounds[0].Papers);
        Assert.All(await app.AuditOf(id.Value), e => Assert.Equal("ok", e.Outcome));
    }

    [Fact]
    public async Task A_case_pins_the_version_of_its_playbook()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var newer = PlaybookLibrary.Read().Where(p => p.Document.Code == "abnormal-transactions").MaxBy(p => p.Document.Version);
        await app.AskAsync(async db =>
        {
            db.Set<PlaybookVersion>().Add(PlaybookVersion.Of(newer.Document with { Version = 3 }, newer.Json.Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal), app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        var later = await app.Given.Case().At(DemoPath.Collecting);

        Assert.Equal(2, (await app.ViewOf(id)).Case.Playbooks.Single(p => p.Code == "abnormal-transactions").Version);
        Assert.Equal(3, (await app.ViewOf(later)).Case.Playbooks.Single(p => p.Code == "abnormal-transactions").Version);
        Assert.Equal(3, (await app.ViewOf(later)).Case.Steps.Single(s => s.Code == "list-transactions").PlaybookVersion);
    }

    [Fact]
    public async Task A_kind_that_was_accepted_before_can_be_asked_for_again_by_desk_and_institution()
    {
        var asked = (await app.ViewOf(await app.Given.Case().At(DemoPath.ReadyToSubmit))).Case;
        var codes = asked.Requirements.First(r => r.Items.Any(i => i.Status == EvidenceStatus.Accepted)).Codes;
        Assert.Null((await app.As("li").Send(new AskForEvidence.Command(asked.Id, asked.Version, [new(codes, RequirementLevel.Required, "w", "w")]))).Error);

        var sent = (await app.ViewOf(await app.Given.Case().At(DemoPath.Submitted))).Case;
        Assert.Null((await app.As("li").Send(new RecordAnswer.Command(sent.Id, sent.Version, sent.Parties[0].Id, InstitutionAnswer.MoreRequested, "a better copy"))).Error);
        var answered = (await app.ViewOf(sent.Id)).Case;
        Assert.Null((await app.As("li").Send(new RequestMoreEvidence.Command(
            sent.Id, answered.Version, sent.Parties[0].Id, "a better copy", [new(codes, RequirementLevel.Required, "w", "w")]))).Error);

        Assert.Equal(2, (await app.ViewOf(asked.Id)).Case.Requirements.Count(r => r.Codes.SequenceEqual(codes)));
        Assert.Equal([1, 2], (await app.ViewOf(sent.Id)).Case.Requirements.Where(r => r.Codes.SequenceEqual(codes)).Select(r => r.Round));
    }

    [Fact]
    public async Task A_kind_still_open_is_not_asked_for_twice()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case;
        var open = made.Requirements.First(r => r.Level == RequirementLevel.Required).Codes;

        Assert.Null((await app.As("li").Send(new AskForEvidence.Command(made.Id, made.Version, [new(open, RequirementLevel.Required, "w", "w")]))).Error);

        Assert.Equal(made.Requirements.Count, (await app.ViewOf(made.Id)).Case.Requirements.Count);
    }

    [Fact]
    public async Task After_a_withdrawal_in_review_and_a_reopening_the_new_proposal_is_the_one_approved()
    {
        var id = await app.Given.Case().At(DemoPath.Proposed);
        var made = (await app.ViewOf(id)).Case;
        await Do("huanan", v => new WithdrawCase.Command(id, v, "solved"));
        await Do("li", v => new ConfirmWithdrawal.Command(id, v));
        await Do("zhao", v => new PosCases.Cases.Resolution.ReopenCase.Command(id, v, "not solved"));
        await Do("li", v => new RecordCheck.Command(id, v, made.Parties[0].InstitutionId, "95500", app.Clock.GetUtcNow(), null, null, CheckAnswer.Denies, null));
        await Do("li", v => new RecordVerdict.Command(id, v, Authenticity.Fake, "r"));
        foreach (var entry in made.Ledger.Reverse())
        {
            await Do("li", v => new PosCases.Cases.Resolution.CorrectLedger.Command(id, v, entry.Id, "it never was"));
        }

        await Do("li", v => new ConfirmFake.Command(id, v, [Demand.Fee], "do not pay"));
        await Do("zhao", v => new PosCases.Cases.Resolution.ApproveResolution.Command(id, v, null));

        Assert.Equal(Outcome.FakeNotice, (await app.ViewOf(id)).Case.Outcome);

        async Task Do(string person, Func<Guid, MediatR.IRequest<Result>> message) =>
            Assert.Null((await app.As(person).Send(message((await app.ViewOf(id)).Case.Version))).Error);
    }

    [Fact]
    public async Task Unknown_institutions_and_merchants_are_refused_and_never_a_fault()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Verifying))).Case;
        InstitutionId nowhere = new(Guid.NewGuid());
        var draft = (await app.As("li").Send(new StartDraft.Command(null))).Value;

        Result[] results =
        [
            await app.As("li").Send(new AddParty.Command(made.Id, made.Version, nowhere)),
            await app.As("li").Send(new RecordCheck.Command(made.Id, made.Version, nowhere, "c", app.Clock.GetUtcNow(), null, null, CheckAnswer.Denies, null)),
            await app.As("li").Send(new RecordMeasure.Command(made.Id, made.Version, null, new MeasureRecord { Institution = nowhere })),
            await app.As("huanan").Send(new FileCase.Command(made.Told with { Institution = nowhere }, null, null)),
            await app.As("li").Send(new FileCase.Command(made.Told, new MerchantId(Guid.NewGuid()), null)),
            await app.As("li").Send(new FileCase.Command(made.Told, null, null)),
            await app.As("li").Send(new StartDraft.Command(new MerchantId(Guid.NewGuid()))),
            await app.As("li").Send(new SaveDraft.Command(draft, new FilingForm(), new MerchantId(Guid.NewGuid()))),
        ];

        Assert.All(results, r => Assert.True(r.Error is Invalid or NotFound, r.Error?.Code ?? "done"));
    }

    [Fact]
    public async Task A_draft_is_kept_until_the_case_is_filed_from_it()
    {
        var draft = (await app.As("huanan").Send(new StartDraft.Command(null))).Value;
        FilingForm half = new() { ToldBy = NoticeChannel.Sms, Wording = "account frozen", Demands = [Demand.Link] };
        Assert.Null((await app.As("huanan").Send(new SaveDraft.Command(draft, half))).Error);
        var unfinished = await app.As("huanan").Send(new FileCase.Command(half, null, draft));
        var kept = (await app.As("huanan").Send(new ViewDraft.Query(draft))).Value.Form;

        var whole = kept with { Measure = MeasureKind.Unknown, ImposedBy = ImposedBy.Unknown, Reason = ReasonGiven.NoReason };
        var filed = await app.As("huanan").Send(new FileCase.Command(whole, null, draft));

        Assert.Equal(["Measure", "ImposedBy", "Reason"], Assert.IsType<Invalid>(unfinished.Error).Fields.Select(f => f.Field));
        Assert.Equal(("account frozen", Demand.Link), (kept.Wording, kept.Demands[0]));
        Assert.Matches(@"^FZ-\d{4}-\d{6}$", filed.Value.Number);
        Assert.Equal(new NotFound("Draft"), (await app.As("huanan").Send(new ViewDraft.Query(draft))).Error);
    }

    [Fact]
    public async Task Nobody_keeps_more_drafts_than_allowed()
    {
        for (var i = 0; i < StartDraft.Most; i++)
        {
            Assert.Null((await app.As("mingshi").Send(new StartDraft.Command(null))).Error);
        }

        Assert.Equal(new TooManyDrafts(), (await app.As("mingshi").Send(new StartDraft.Command(null))).Error);
        Assert.Null((await app.As("harbor").Send(new StartDraft.Command(null))).Error);
    }

    [Fact]
    public async Task A_case_takes_as_many_files_as_allowed_and_not_one_more()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case;
        var most = new EvidenceLimits().MostFiles;
        await app.AskAsync(async db =>
        {
            var found = await db.Set<Case>().SingleAsync(c => c.Id == made.Id);
            for (var i = 0; i < most - 1; i++)
            {
                StoredFile file = new(Guid.NewGuid().ToString("N"), "f", "image/png", 1, new string('a', 64));
                db.Add(PosCases.Platform.Storage.VaultFile.Of(file.KeptFor(made.Id.Value), file.Scan, app.Clock.GetUtcNow()));
                found.SubmitEvidence(null, "OTHER", file, Owner(made), app.Clock.GetUtcNow());
            }

            return await db.SaveChangesAsync();
        });
        var last = await app.As("huanan").Send(new SubmitEvidence.MayQuery(made.Number, null));
        Assert.Null((await app.As("huanan").Send(new SubmitEvidence.Command(made.Id, null, "OTHER", await app.TakeAsync(made.Id)))).Error);

        var oneMore = await app.As("huanan").Send(new SubmitEvidence.MayQuery(made.Number, null));

        Assert.True(last.Succeeded);
        Assert.Equal(new TooManyFiles(most), oneMore.Error);
    }

    [Fact]
    public async Task Cases_are_assigned_all_or_none_and_only_to_somebody_who_works_cases()
    {
        var (first, second) = (await app.Given.Case().At(DemoPath.Filed), await app.Given.Case().Of("kangle").At(DemoPath.Verifying));
        var closed = await app.Given.Case().At(DemoPath.WithdrawnEarly);
        var (wang, admin) = (app.CallerOf("wang").Id, app.CallerOf("admin").Id);

        Assert.IsType<Invalid>((await app.As("zhao").Send(new AssignCases.Command([first], admin))).Error);
        Assert.Equal(new CaseLocked(), (await app.As("zhao").Send(new AssignCases.Command([first, closed], wang))).Error);
        Assert.Equal(new NotFound("Case"), (await app.As("zhao").Send(new AssignCases.Command([first, CaseId.New()], wang))).Error);
        Assert.Null((await app.ViewOf(first)).Case.OwnerId);
        Assert.Equal(2, (await app.As("zhao").Send(new AssignCases.Command([first, second, first], wang))).Value);

        Assert.Equal((wang, wang), ((await app.ViewOf(first)).Case.OwnerId, (await app.ViewOf(second)).Case.OwnerId));
    }

    [Fact]
    public async Task A_case_waits_for_a_date_that_is_still_to_come()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Verifying))).Case;
        var today = PosCases.Platform.ShanghaiTime.DateOf(app.Clock.GetUtcNow());

        var past = await app.As("li").Send(new WaitCase.Command(made.Id, made.Version, Ball.Merchant, "r", today));

        Assert.Equal(("Until", "NotAfterToday"), (Assert.IsType<Invalid>(past.Error).Fields[0].Field, ((Invalid)past.Error!).Fields[0].Code));
        Assert.Null((await app.As("li").Send(new WaitCase.Command(made.Id, made.Version, Ball.Merchant, "r", today.AddDays(1)))).Error);
    }

    [Fact]
    public async Task Notifications_are_counted_until_they_are_read()
    {
        var id = await app.Given.Case().Of("yuehua").At(DemoPath.Verifying);
        var number = (await app.ViewOf(id)).Case.Number;
        await app.DeliverAsync();
        var before = (await app.As("yuehua").Send(new ListNotifications.CountQuery())).Value;

        Assert.Null((await app.As("yuehua").Send(new MarkNotificationsRead.Command(number))).Error);

        Assert.InRange(before, 1, 10);
        Assert.Equal(0, (await app.As("yuehua").Send(new ListNotifications.CountQuery())).Value);
        Assert.All((await app.As("yuehua").Send(new ListNotifications.Query())).Value.Rows, r => Assert.Equal((number, true), (r.CaseNumber, r.IsRead)));
    }

    private PosCases.Platform.Security.Actor Owner(Case made) =>
        new(app.CallerOf("huanan").Id, "owner", PosCases.Platform.Security.Role.MerchantOwner, made.MerchantId.Value);
}
