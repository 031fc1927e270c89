using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Cases.Notices;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Urgency;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>Impact, urgency and releases through the door and the database.</summary>
public sealed class ReliefMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Merchant_and_desk_read_the_same_estimate_and_what_survives_the_store_is_what_was_said()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var number = (await app.ViewOf(id)).Case.Number;
        ImpactForm form = new()
        {
            DailyTakings = 3000m,
            LostSharePercent = 50m,
            MarginPercent = 33.5m,
            FixedCosts = 100m,
            Payables = [new Payable("wages", 800m, new DateOnly(2027, 1, 5))],
            Refunds = [new PendingRefund("order 7", 60.5m)],
            Effects = [ImpactEffect.Credit],
            Note = "n",
        };

        Assert.Null((await app.As("huanan").Send(new RecordImpact.Command(id, 0, form))).Error);
        var mine = (await app.As("huanan").Send(new ViewImpact.Query(number))).Value;
        var theirs = (await app.As("li").Send(new ViewImpact.Query(number))).Value;

        Assert.Equal(new YuanRange(502.5m, 602.5m), mine.Loss.PerDay);
        Assert.Equal((mine.Loss.PerDay, mine.Reading.Number), (theirs.Loss.PerDay, theirs.Reading.Number));
        Assert.Equal((form.Payables[0], form.Refunds[0], ImpactEffect.Credit), (mine.Reading.Form.Payables[0], mine.Reading.Form.Refunds[0], mine.Reading.Form.Effects[0]));
        Assert.Equal(ImpactTeller.Merchant, mine.Reading.Marks[ImpactFigure.Margin].Teller);
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(new ViewImpact.Query(number))).Error);
    }

    [Fact]
    public async Task A_draft_of_the_impact_is_its_writers_alone_and_goes_with_the_statement()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var number = (await app.ViewOf(id)).Case.Number;
        await app.As("huanan").Send(new SaveImpactDraft.Command(number, 0, new ImpactForm { CashDays = 4 }));
        await app.As("huanan").Send(new SaveImpactDraft.Command(number, 0, new ImpactForm { CashDays = 5 }));

        Assert.Equal(5, (await app.As("huanan").Send(new ViewImpact.Query(number))).Value.Draft!.CashDays);
        Assert.Null((await app.As("li").Send(new ViewImpact.Query(number))).Value.Draft);
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(new SaveImpactDraft.Command(number, 0, new ImpactForm()))).Error);
        Assert.Null((await app.As("huanan").Send(new RecordImpact.Command(id, 0, new ImpactForm { CashDays = 5 }))).Error);
        Assert.Null((await app.As("huanan").Send(new ViewImpact.Query(number))).Value.Draft);
    }

    [Fact]
    public async Task What_raises_the_score_raises_the_priority_in_the_same_moment_and_says_why()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        Assert.NotEqual(Priority.Urgent, (await app.ViewOf(id)).Case.Priority);

        Assert.Null((await app.As("huanan").Send(new RecordImpact.Command(id, 0, new ImpactForm { Effects = [ImpactEffect.Survival] }))).Error);

        var view = await app.ViewOf(id);
        Assert.Equal((Priority.Urgent, Priority.Urgent), (view.Case.Priority, view.WhyPriority!.Level));
        Assert.Contains(view.WhyPriority.Reasons, r => r.Kind == PriorityReasonKind.Survival);
        Assert.Single(await app.EventsOf(id), e => e.Kind == CaseEventKind.PriorityChanged);
        var merchants = (await app.As("huanan").Send(new ViewCase.Query(view.Case.Number))).Value;
        Assert.Null(merchants.WhyPriority);
    }

    [Fact]
    public async Task Only_a_supervisor_decides_the_priority_and_it_stays_until_cleared()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new OverridePriority.Command(id, await VersionOf(id), Priority.Urgent, "r"))).Error);
        Assert.Null((await app.As("zhao").Send(new OverridePriority.Command(id, await VersionOf(id), Priority.Normal, "other shops"))).Error);
        Assert.Null((await app.As("huanan").Send(new RecordImpact.Command(id, 0, new ImpactForm { Effects = [ImpactEffect.Survival] }))).Error);
        Assert.Equal(Priority.Normal, (await app.ViewOf(id)).Case.Priority);

        Assert.Null((await app.As("zhao").Send(new OverridePriority.Command(id, await VersionOf(id), null, "they closed"))).Error);

        Assert.Equal((Priority.Urgent, null), ((await app.ViewOf(id)).Case.Priority, (await app.ViewOf(id)).Case.PriorityOverride));
    }

    [Fact]
    public async Task An_entry_names_a_paper_of_its_own_case_as_proof()
    {
        var id = await app.Given.Case().At(DemoPath.Submitted);
        var paper = (await app.ViewOf(await app.Given.Case().Of("lanxin").At(DemoPath.Judging))).Case.Evidence[0].Id;
        var own = (await app.ViewOf(id)).Case.Evidence[0].Id;
        var today = ShanghaiTime.DateOf(app.Clock.GetUtcNow());

        var foreign = await app.As("li").Send(new EnterLedger.Command(id, await VersionOf(id), LedgerKind.Released, 1m, today, "p", paper));
        var proven = await app.As("li").Send(new EnterLedger.Command(id, await VersionOf(id), LedgerKind.Released, 1m, today, "p", own));

        Assert.Equal("ProofUnfit", Assert.IsType<Invalid>(foreign.Error).Fields[0].Code);
        Assert.Null(proven.Error);
    }

    [Fact]
    public async Task A_granted_release_is_read_back_whole_and_the_ledger_shows_it_to_the_merchant()
    {
        var id = await app.Given.Case().At(DemoPath.PartlyReleased);
        var number = (await app.ViewOf(id)).Case.Number;

        var seen = (await app.As("huanan").Send(new ViewCase.Query(number))).Value;

        var talk = Assert.Single(seen.Case.Reliefs);
        Assert.Equal(
            [ReliefMove.Asked, ReliefMove.Countered, ReliefMove.Asked, ReliefMove.Accepted], talk.Steps.OrderBy(s => s.Number).Select(s => s.Move));
        Assert.Equal((20_000m, ReliefStatus.Accepted), (talk.Terms.DailyLimit, talk.Status));
        Assert.Equal(decimal.Round(48_200m * 0.7m, 2), seen.Case.Balance.Remaining);
        var line = seen.Abilities.Lines.Single(l => l.Ability == Ability.Withdraw);
        Assert.Equal((true, talk.EndsOn), (line.Works, line.Until));
    }

    [Fact]
    public async Task Full_is_refused_while_an_ability_works_for_a_time_only()
    {
        var id = await app.Given.Case().At(DemoPath.PartlyReleased);
        var made = (await app.ViewOf(id)).Case;
        var today = ShanghaiTime.DateOf(app.Clock.GetUtcNow());
        Assert.Null((await app.As("li").Send(new EnterLedger.Command(id, made.Version, LedgerKind.Released, made.Balance.Remaining, today, "p", null))).Error);
        ProposalRecord full = new() { Outcome = Outcome.FullyUnfrozen, Statement = "s", Proof = "p", Advice = "a" };

        var refused = await app.As("li").Send(new ProposeResolution.Command(id, await VersionOf(id), full));
        Assert.Equal(new CaseNotReady(Lack.Abilities, 1), refused.Error);
        Assert.Null((await app.As("li").Send(
            new EnterLedger.Command(id, await VersionOf(id), LedgerKind.Released, 0m, today, "p", null) { Abilities = [Ability.Withdraw] })).Error);

        Assert.Null((await app.As("li").Send(new ProposeResolution.Command(id, await VersionOf(id), full))).Error);
    }

    private async Task<Guid> VersionOf(CaseId id) => (await app.ViewOf(id)).Case.Version;
}

/// <summary>What time alone does to releases and urgency.</summary>
public sealed class ReliefJobTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Owner_and_merchant_are_told_before_a_release_ends_and_it_ends_by_itself()
    {
        var id = await app.Given.Case().At(DemoPath.PartlyReleased);
        var ends = (await app.ViewOf(id)).Case.Reliefs[0].EndsOn!.Value;

        app.Clock.StopAt(ShanghaiTime.StartOf(ends));
        await app.RunJobsAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await app.RunJobsAsync();
        await app.DeliverAsync();
        var told = (await app.EventsOf(id)).Count(e => e.Kind == CaseEventKind.ReliefEnding);
        var running = (await app.ViewOf(id)).Case.Reliefs[0].Status;
        app.Clock.StopAt(ShanghaiTime.StartOf(ends.AddDays(1)).AddMinutes(1));
        await app.RunJobsAsync();

        var view = await app.ViewOf(id);
        Assert.Equal((1, ReliefStatus.Accepted, ReliefStatus.Ended), (told, running, view.Case.Reliefs[0].Status));
        Assert.False(view.Abilities.Lines.Single(l => l.Ability == Ability.Withdraw).Works);
        var listed = (await app.As("huanan").Send(new ListNotifications.Query())).Value.Rows;
        Assert.Contains(listed, r => r.EventKind == CaseEventKind.ReliefEnding);
    }

    [Fact]
    public async Task A_case_that_only_grows_old_is_weighed_again_and_an_unchanged_one_keeps_its_version()
    {
        var old = await app.Given.Case().Of("xiangman").Frozen(1_000m).At(DemoPath.Waiting);
        var done = await app.Given.Case().Of("xiangman").Frozen(1_000m).At(DemoPath.ClosedFull);
        var (before, version) = ((await app.ViewOf(old)).Case.Priority, (await app.ViewOf(done)).Case.Version);
        app.Clock.StopAt(app.Clock.GetUtcNow().AddDays(61));

        var due = await app.AskAsync(db => WeighCase.Job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Contains(new WeighCase.Command(old).Id, due.OfType<WeighCase.Command>().Select(c => c.Id));
        Assert.DoesNotContain(done, due.OfType<WeighCase.Command>().Select(c => c.Id));
        foreach (var id in new[] { old, done })
        {
            await app.As(Caller.System).Send(new WeighCase.Command(id));
        }

        Assert.Equal((Priority.Normal, Priority.High), (before, (await app.ViewOf(old)).Case.Priority));
        Assert.Equal(version, (await app.ViewOf(done)).Case.Version);
        Assert.DoesNotContain(
            (await app.AskAsync(db => WeighCase.Job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None))).OfType<WeighCase.Command>(), c => c.Id == old);
    }
}
