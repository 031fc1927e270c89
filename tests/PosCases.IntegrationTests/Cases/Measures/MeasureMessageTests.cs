using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Legality;
using PosCases.Cases.Measures;
using PosCases.Cases.Notices;
using PosCases.Cases.Verification;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Measures;

public sealed class MeasureMessageTests(MeasureMessageTests.Host app) : IClassFixture<MeasureMessageTests.Host>
{
    [Fact]
    public async Task The_watch_asks_ten_days_before_and_the_day_after_and_tells_owner_and_merchant_until_an_answer_is_recorded()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var start = Today.AddMonths(-6).AddDays(20);
        await FreezeAsync(id, start);
        var expiry = start.AddMonths(6);

        await RunAtAsync(ShanghaiTime.StartOf(expiry.AddDays(-10)).AddSeconds(-1));
        Assert.Empty((await app.ViewOf(id)).Case.RenewalAsks);
        await RunAtAsync(ShanghaiTime.StartOf(expiry.AddDays(-10)).AddMinutes(2));
        await app.DeliverAsync();

        var asked = await app.ViewOf(id);
        Assert.Equal(RenewalAskKind.BeforeExpiry, Assert.Single(asked.Case.RenewalAsks).Kind);
        Assert.NotNull(asked.Case.RenewalDueAt);
        var told = await app.AskAsync(db => db.Set<Notification>().Where(n => n.CaseId == id && n.EventKind == CaseEventKind.RenewalDue).Select(n => n.PersonId).ToListAsync());
        Assert.Contains(app.CallerOf("li").Id, told);
        Assert.Contains(app.CallerOf("huanan").Id, told);

        await RunAtAsync(ShanghaiTime.StartOf(expiry.AddDays(1)).AddMinutes(4));
        Assert.Equal([RenewalAskKind.BeforeExpiry, RenewalAskKind.AfterExpiry], (await app.ViewOf(id)).Case.RenewalAsks.Select(a => a.Kind));
        await RunAtAsync(ShanghaiTime.StartOf(expiry.AddDays(2)));
        Assert.Equal(2, (await app.ViewOf(id)).Case.RenewalAsks.Count);

        var now = (await app.ViewOf(id)).Case;
        await Must(app.As("li").Send(new RecordRenewal.Command(id, now.Version, now.Measures[0].Id, new RenewalRecord { DocumentNumber = "R-2", Term = new Term(6, TermUnit.Months) })));

        var renewed = await app.ViewOf(id);
        Assert.Null(renewed.Case.RenewalDueAt);
        Assert.Equal(expiry.AddDays(1), renewed.Case.Measures[0].Renewals[0].StartsOn);
        Assert.Equal(expiry.AddDays(1).AddMonths(6), renewed.Case.Measures[0].Expiry!.Day);
        Assert.Contains(await app.AuditOf(id.Value), e => e is { Message: "WatchRenewals", Outcome: "ok" });
    }

    [Fact]
    public async Task A_waiting_case_shows_the_question_in_the_list_and_sleeps_on()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        await FreezeAsync(id, Today.AddMonths(-6).AddDays(3));
        var made = (await app.ViewOf(id)).Case;
        await Must(app.As("li").Send(new WaitCase.Command(id, made.Version, Ball.Authority, "their answer", Today.AddDays(60))));

        await RunAtAsync(app.Clock.GetUtcNow().AddMinutes(2));
        await RunAtAsync(app.Clock.GetUtcNow().AddDays(5));

        var summary = (await app.ViewOf(id)).Summary;
        Assert.Equal((CaseStatus.Waiting, NextStepKind.AskRenewal, Ball.Agent), (summary.Status, summary.Next.Kind, summary.Next.Ball));
        Assert.Equal(ShanghaiTime.EndOf(Today), summary.Next.At);
    }

    [Fact]
    public async Task A_bank_is_not_asked_to_lift_a_police_freeze_whoever_types_it()
    {
        var id = await app.Given.Case().At(DemoPath.ReadyToSubmit);
        await FreezeAsync(id, Today.AddMonths(-1));
        var made = (await app.ViewOf(id)).Case;
        var bank = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-DONGHAI-BANK").Select(i => i.Id).SingleAsync());
        var police = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-POLICE-DONGHAI").Select(i => i.Id).SingleAsync());
        var atBank = (await app.As("li").Send(new AddParty.Command(id, made.Version, bank))).Value;
        var atPolice = (await app.As("li").Send(new AddParty.Command(id, (await app.ViewOf(id)).Case.Version, police))).Value;

        var refused = await SubmitAsync(id, atBank, SubmissionPurpose.Lift);
        Assert.Equal("Measure.OnlyAuthorityMayLift", refused.Error?.Code);
        Assert.Contains(await app.AuditOf(id.Value), e => e is { Message: "SubmitToInstitution", Outcome: "Measure.OnlyAuthorityMayLift" });

        foreach (var asked in (await app.ViewOf(id)).Case.Requirements.Where(r => !r.IsSettled))
        {
            await Must(app.As("zhao").Send(new WaiveEvidence.Command(id, (await app.ViewOf(id)).Case.Version, asked.Id, "seen at the counter")));
        }

        await Must(SubmitAsync(id, atPolice, SubmissionPurpose.Lift));
        await Must(SubmitAsync(id, atBank, SubmissionPurpose.Facts));
        Assert.Equal([SubmissionPurpose.Lift, SubmissionPurpose.Facts], (await app.ViewOf(id)).Case.Rounds.Select(r => r.Purpose));
    }

    [Fact]
    public async Task A_merchant_learns_which_points_are_open_and_nothing_of_the_answers()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var made = (await app.ViewOf(id)).Case;
        var secret = "secret" + Guid.NewGuid().ToString("N");
        var measure = made.Measures[0].Id;
        await Must(app.As("li").Send(new AnswerLegality.Command(id, made.Version, measure, LegalityQuestion.Basis, PointAnswer.Yes, secret)));
        await Must(app.As("li").Send(new AnswerLegality.Command(id, (await app.ViewOf(id)).Case.Version, measure, LegalityQuestion.Term, PointAnswer.No, secret)));
        await Must(app.As("li").Send(new AnswerRisk.Command(id, (await app.ViewOf(id)).Case.Version, "R02", PointAnswer.No, secret)));

        var seen = (await app.As("huanan").Send(new ViewCase.Query(made.Number))).Value;
        var timeline = (await app.As("huanan").Send(new ViewTimeline.Query(id))).Value;

        Assert.Equal([LegalityQuestion.Basis], seen.SettledPoints[measure]);
        Assert.Empty(seen.Case.LegalityAnswers);
        Assert.Empty(seen.Case.RiskAnswers);
        Assert.DoesNotContain(secret, System.Text.Json.JsonSerializer.Serialize(seen.Case) + System.Text.Json.JsonSerializer.Serialize(timeline), StringComparison.Ordinal);
        Assert.Equal(2, (await app.ViewOf(id)).Case.LegalityAnswers.Count);
    }

    [Fact]
    public async Task The_document_behind_a_measure_is_kept_as_it_was_recorded()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        await FreezeAsync(id, Today);

        var measure = (await app.ViewOf(id)).Case.Measures[0];

        Assert.Equal(new OrderingBody("Donghai Police", "Squad 2", "Officer on duty", "0990-5550117"), measure.OrderedBy);
        Assert.Equal((DocumentKind.FreezeNotice, new Term(6, TermUnit.Months), FreezeScope.AmountOnly), (measure.DocumentKind, measure.Term, measure.Scope));
    }

    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    private async Task FreezeAsync(CaseId id, DateOnly start)
    {
        var made = (await app.ViewOf(id)).Case;
        await Must(app.As("li").Send(new RecordMeasure.Command(id, made.Version, made.Measures[0].Id, new MeasureRecord
        {
            Kind = MeasureKind.JudicialFreeze,
            ImposedBy = ImposedBy.Police,
            DocumentNumber = "D-1",
            DocumentKind = DocumentKind.FreezeNotice,
            OrderedBy = new OrderingBody("Donghai Police", "Squad 2", "Officer on duty", "0990-5550117"),
            Since = start,
            Term = new Term(6, TermUnit.Months),
            Scope = FreezeScope.AmountOnly,
        })));
    }

    private async Task<Result> SubmitAsync(CaseId id, Guid party, SubmissionPurpose purpose) => await app.As("li").Send(new SubmitToInstitution.Command(
        id, (await app.ViewOf(id)).Case.Version, party, Medium.Letter, null, "words", null, purpose));

    private async Task RunAtAsync(DateTimeOffset at)
    {
        app.Clock.StopAt(at);
        await app.RunJobsAsync();
    }

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);

    public sealed class Host : QuietHost
    {
        public Host() => Clock.StopAt(new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));
    }
}
