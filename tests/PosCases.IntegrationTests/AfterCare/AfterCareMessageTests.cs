using Microsoft.EntityFrameworkCore;
using PosCases.AfterCare;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Links;
using PosCases.Cases.Notices;
using PosCases.Cases.Resolution;
using PosCases.Cases.Restriction;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.AfterCare;

public sealed class AfterCareMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_plan_is_chosen_handed_over_at_the_closing_shown_returned_and_accepted()
    {
        var id = await app.Given.Case().Of("huanan").By("li").At(DemoPath.Proposed);
        var before = (await app.As("li").Send(new ViewCareOfCase.Query(id))).Value;
        Assert.NotEmpty(before.Proposed);
        var day = before.Today.AddDays(20);
        Assert.IsType<NotTheOwner>((await app.As("wang").Send(new SaveCarePlan.Command(id, null, []))).Error);
        Must(await app.As("li").Send(new SaveCarePlan.Command(id, null, [new CareLine("P01", day), new CareLine("P02", day, "at the till", "He")])));
        Assert.IsType<Conflict>((await app.As("li").Send(new SaveCarePlan.Command(id, null, []))).Error);
        Assert.Empty((await app.As("huanan").Send(new ViewMyCare.Query(id))).Value.Tasks);

        await CloseAsync(id);

        var mine = (await app.As("huanan-staff").Send(new ViewMyCare.Query(id))).Value;
        Assert.Equal(["P01", "P02", "P29"], mine.Tasks.Select(t => t.Code).Order(StringComparer.Ordinal));
        await app.DeliverAsync();
        Assert.Contains((await app.As("huanan").Send(new ListNotifications.Query())).Value.Rows, n => n.EventKind == CaseEventKind.CarePlanHanded);
        var password = mine.Tasks.Single(t => t.Code == "P02");
        Assert.Equal((day, "at the till", "He"), (password.DueOn, password.Words, password.Person));
        Assert.IsType<CareRefused>((await app.As("huanan").Send(new OfferCareTask.Command(password.Id, password.Version, " ", null))).Error);
        Must(await app.As("huanan").Send(new OfferCareTask.Command(password.Id, password.Version, "changed all three", null)));
        Assert.Equal([id], (await ListAsync("li", CarePart.Offered)).Select(r => IdOf(r.CaseNumber)));
        Assert.Empty(await ListAsync("wang", CarePart.Offered));
        await JudgeAsync(id, "P02", CareJudgement.Return, "which ones?");
        password = (await app.As("huanan").Send(new ViewMyCare.TaskQuery(password.Id))).Value.Task;
        Assert.Equal((CareTaskState.Open, "which ones?"), (password.State, password.Reason));
        Must(await app.As("huanan").Send(new OfferCareTask.Command(password.Id, password.Version, "portal, terminal, till", null)));
        await JudgeAsync(id, "P02", CareJudgement.Accept, null);

        var again = (await CareAsync(id)).Tasks.Single(t => t is { Code: "P02", State: CareTaskState.Open });
        Assert.Equal((2, before.Today.AddMonths(3)), (again.Occurrence, again.DueOn));
        Assert.Contains(await app.EventsOf(id), e => e.Kind == CaseEventKind.CarePlanHanded && e.Details["number"] == "2");
        Assert.Contains(await app.AuditOf(password.Id.Value), a => a.Message.Contains("JudgeCareTask", StringComparison.Ordinal));
        Assert.Equal(
            [NoticeKind.CareTaskReturned, NoticeKind.CareTaskAccepted],
            (await app.As("huanan").Send(new ListNotifications.Query())).Value.Rows.Select(n => n.Kind).Where(k => k is NoticeKind.CareTaskReturned or NoticeKind.CareTaskAccepted).Reverse());
    }

    [Fact]
    public async Task A_case_taken_over_from_other_records_has_no_after_care_however_it_is_closed()
    {
        var id = await app.Given.Case().Of("xiangman").By("li").At(DemoPath.Proposed);
        await app.AskAsync(db => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ImportedAt, app.Clock.GetUtcNow())));
        Assert.False((await CareAsync(id)).MayPlan);
        Assert.Equal(new CareRefused(CareRefusal.NoAfterCare), (await app.As("li").Send(new SaveCarePlan.Command(id, null, []))).Error);

        await CloseAsync(id);
        app.Clock.Advance(TimeSpan.FromDays(40));
        await FollowAsync();

        var care = await CareAsync(id);
        Assert.Equal((null, 0, 0), (care.Plan, care.Tasks.Count, care.LookBacks.Count));
        Assert.DoesNotContain(await app.EventsOf(id), e => e.Kind == CaseEventKind.CarePlanHanded);
    }

    [Fact]
    public async Task A_self_inspection_becomes_a_score_tasks_a_look_for_the_desk_and_comes_due_again()
    {
        var id = await app.Given.Case().Of("lanxin").By("wang").At(DemoPath.ClosedFull);
        await FollowAsync();
        var lanxin = app.As("lanxin");
        var begun = (await lanxin.Send(new StartInspection.Command())).Value;
        Assert.Equal(begun, (await lanxin.Send(new StartInspection.Command())).Value);
        Must(await lanxin.Send(new SaveInspection.Command(begun, new Dictionary<string, InspectionAnswer> { ["Q01"] = InspectionAnswer.No, ["Q15"] = InspectionAnswer.Partly })));
        Assert.IsType<InspectionUnanswered>((await lanxin.Send(new FinishInspection.Command(begun))).Error);
        var rest = (await lanxin.Send(new ViewMyCare.InspectionQuery(begun))).Value.Inspection.Unanswered;
        Must(await lanxin.Send(new SaveInspection.Command(begun, rest.ToDictionary(q => q.Code, _ => InspectionAnswer.Yes))));
        Assert.IsType<NotFound>((await app.As("huanan").Send(new FinishInspection.Command(begun))).Error);
        Must(await lanxin.Send(new FinishInspection.Command(begun)));

        var care = await CareAsync(id);
        Assert.Equal(["P16", "P21"], care.Tasks.Where(t => t.Source == CareSource.Finding).Select(t => t.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["Q01"], (await ListAsync("wang", CarePart.Findings)).Select(r => r.Question));
        await JudgeAsync(id, "P16", CareJudgement.Look, null);
        Assert.Empty(await ListAsync("wang", CarePart.Findings));
        var inspections = care.Tasks.Where(t => t.Code == CareMeasure.SelfInspection).OrderBy(t => t.Occurrence).ToList();
        Assert.Equal([CareTaskState.Accepted, CareTaskState.Open], inspections.Select(t => t.State));
        Assert.Equal(care.Plan!.ClosedOn!.Value.AddDays(30), inspections[1].DueOn);
        Assert.Equal(93, Assert.Single(care.Inspections).Score);
    }

    [Fact]
    public async Task After_thirty_days_one_looks_back_once_the_answer_prefills_it_and_a_new_case_is_linked()
    {
        var id = await app.Given.Case().Of("hengtong").By("li").At(DemoPath.ClosedFull);
        await FollowAsync();
        var plan = (await CareAsync(id)).Plan!;
        Assert.Equal(30, plan.NextLookBackDays);
        app.Clock.Advance(TimeSpan.FromDays(plan.NextLookBackOn!.Value.DayNumber - (await CareAsync(id)).Today.DayNumber));
        await RunAsync(OpenLookBack.Job);
        await RunAsync(OpenLookBack.Job);
        Must(await app.As(Caller.System).Send(new OpenLookBack.Command(id)));

        var asked = Assert.Single((await app.As("hengtong").Send(new ViewMyCare.Query(id))).Value.Asked);
        Assert.Equal(30, asked.Days);
        Assert.Contains(await ListAsync("li", CarePart.LookBacks), r => IdOf(r.CaseNumber) == id);
        Must(await app.As("hengtong").Send(new AnswerLookBack.Command(asked.Id, asked.Version, LookBackAnswer.Restricted, "since Monday")));
        var filed = (await app.As("hengtong").Send(new FileCase.Command(
            new FilingForm { ToldBy = NoticeChannel.NoNotice, Measure = MeasureKind.Unknown, ImposedBy = ImposedBy.Unknown, Reason = ReasonGiven.Unknown }, null, null))).Value;
        await RunAsync(FollowLookBack.Job);
        await RunAsync(FollowLookBack.Job);

        var care = await CareAsync(id);
        Assert.Equal(filed.Number, care.Followers[care.LookBacks[0].FollowedBy!.Value]);
        Assert.Equal([LinkKind.Follows], await app.AskAsync(db => db.Set<CaseLink>().Where(l => l.FromId == filed.Id && l.ToId == id).Select(l => l.Kind).ToListAsync()));
        Must(await app.As("li").Send(new RecordLookBack.Command(
            asked.Id, care.LookBacks[0].Version, new LookBackResult(LookBackAnswer.Restricted, true, CareProgress.None, "called"))));
        Assert.Contains(await app.EventsOf(id), e => e.Kind == CaseEventKind.LookedBack && e.Details["account"] == "Restricted");
        Assert.DoesNotContain(await ListAsync("li", CarePart.LookBacks), r => IdOf(r.CaseNumber) == id);
        Assert.Equal(90, (await CareAsync(id)).Plan!.NextLookBackDays);
    }

    [Fact]
    public async Task Strangers_staff_behind_a_restriction_and_other_agents_know_nothing_of_it()
    {
        var id = await app.Given.Case().Of("xiangman").By("li").At(DemoPath.ClosedFull);
        await FollowAsync();
        var task = (await CareAsync(id)).Tasks.Single(t => t.Code == CareMeasure.SelfInspection);

        Assert.IsType<NotFound>((await app.As("kangle").Send(new ViewMyCare.Query(id))).Error);
        Assert.IsType<NotFound>((await app.As("kangle").Send(new ViewMyCare.TaskQuery(task.Id))).Error);
        Assert.IsType<NotFound>((await app.As("kangle").Send(new OfferCareTask.Command(task.Id, task.Version, "x", null))).Error);
        Assert.IsType<NotPermitted>((await app.As("xiangman").Send(new JudgeCareTask.Command(task.Id, task.Version, CareJudgement.Accept, null))).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new ListCare.Query(CarePart.Offered, CareOwner.All))).Error);
        Must(await app.As("zhao").Send(new RestrictCase.Command(id, (await app.ViewOf(id)).Summary.Version, RestrictionCause.Crime, "r", [app.CallerOf("zhao").Id], HideFromMerchantStaff: true)));
        Assert.IsType<NotFound>((await app.As("chen").Send(new ViewCareOfCase.Query(id))).Error);
        Assert.IsType<NotFound>((await app.As("chen").Send(new JudgeCareTask.Command(task.Id, task.Version, CareJudgement.Drop, "r"))).Error);
        Assert.True((await app.As("li").Send(new ViewCareOfCase.Query(id))).Succeeded);
    }

    [Fact]
    public async Task Reminders_come_as_they_should_stop_when_switched_off_and_a_case_opened_again_is_not_looked_back_on()
    {
        var id = await app.Given.Case().Of("kangle").By("li").At(DemoPath.ClosedFull);
        await FollowAsync();
        app.Clock.Advance(TimeSpan.FromDays(CareDays.FirstInspection - 7));
        await RunAsync(RemindCareTask.Job);
        await RunAsync(RemindCareTask.Job);
        Assert.Equal([NoticeKind.CareTaskDue], await RemindedAsync());
        Must(await app.As("kangle").Send(new SwitchReminders.Command(On: false)));
        app.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync(RemindCareTask.Job);
        Must(await app.As("kangle").Send(new SwitchReminders.Command(On: true)));
        Assert.Equal([NoticeKind.CareTaskDue], await RemindedAsync());
        app.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync(RemindCareTask.Job);
        Assert.Equal([NoticeKind.CareTaskLate, NoticeKind.CareTaskDue], await RemindedAsync());

        Must(await app.As("zhao").Send(new ReopenCase.Command(id, (await app.ViewOf(id)).Summary.Version, "new facts")));
        await FollowAsync();
        Assert.Null((await CareAsync(id)).Plan!.NextLookBackOn);

        async Task<List<NoticeKind>> RemindedAsync() =>
            [.. (await app.As("kangle").Send(new ListNotifications.Query())).Value.Rows.Select(n => n.Kind).Where(k => k is NoticeKind.CareTaskDue or NoticeKind.CareTaskLate)];
    }

    [Fact]
    public async Task The_desks_list_goes_on_behind_its_last_row_and_is_narrowed_by_owner()
    {
        var id = await app.Given.Case().Of("jinhai").By("chen").At(DemoPath.ClosedFull);
        await FollowAsync();
        var today = (await app.As("chen").Send(new ViewCareOfCase.Query(id))).Value.Today;
        await app.AskAsync(async db =>
        {
            var plan = await db.Set<CarePlan>().SingleAsync(p => p.CaseId == id);
            var owner = new Actor(Guid.NewGuid(), "Shop", Role.MerchantOwner, plan.MerchantId.Value);
            for (var i = 0; i < 60; i++)
            {
                var task = CareTask.Plan(plan, new CareLine("P01", today.AddDays(10 + (i / 4))), app.Clock.GetUtcNow());
                task.Hand(today);
                task.Offer("done", null, owner, app.Clock.GetUtcNow());
                db.Add(task);
            }

            return await db.SaveChangesAsync();
        });

        List<ListCare.Row> rows = [];
        List<int> pages = [];
        for (string? after = null; ;)
        {
            var page = (await app.As("chen").Send(new ListCare.Query(CarePart.Offered, CareOwner.Mine, after))).Value;
            rows.AddRange(page.Rows);
            pages.Add(page.Rows.Count);
            if ((after = page.Next) is null)
            {
                Assert.Equal(60, page.Counts[CarePart.Offered]);
                break;
            }
        }

        Assert.Equal([25, 25, 10], pages);
        Assert.Equal(rows.Select(r => r.DueOn).Order(), rows.Select(r => r.DueOn));
        Assert.Empty((await app.As("chen").Send(new ListCare.Query(CarePart.Offered, CareOwner.Queue))).Value.Rows);
        Assert.NotEmpty((await app.As("wang").Send(new ListCare.Query(CarePart.Offered, CareOwner.All))).Value.Rows);
    }

    private static void Must(Result result) => Assert.Null(result.Error?.Code);

    private async Task CloseAsync(CaseId id)
    {
        Must(await app.As("zhao").Send(new ApproveResolution.Command(id, (await app.ViewOf(id)).Summary.Version, null)));
        await FollowAsync();
    }

    private Task FollowAsync() => RunAsync(BeginAfterCare.Job);

    private async Task RunAsync(PosCases.Platform.Jobs.Job job)
    {
        foreach (var command in await app.AskAsync(db => job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None)))
        {
            Must(await app.As(Caller.System).Send(command));
        }
    }

    private async Task JudgeAsync(CaseId id, string code, CareJudgement judgement, string? reason)
    {
        var task = (await CareAsync(id)).Tasks.Single(t => t.Code == code && (t.State == CareTaskState.Offered || t.WantsLook));
        Must(await app.As("li").Send(new JudgeCareTask.Command(task.Id, task.Version, judgement, reason)));
    }

    private async Task<ViewCareOfCase.View> CareAsync(CaseId id) => (await app.As("li").Send(new ViewCareOfCase.Query(id))).Value;

    private async Task<IReadOnlyList<ListCare.Row>> ListAsync(string person, CarePart part) =>
        (await app.As(person).Send(new ListCare.Query(part, CareOwner.Mine))).Value.Rows;

    private CaseId IdOf(string number) => app.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync()).Result;
}
