using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>How a plan comes about, follows what is learnt, and keeps to its versions.</summary>
public sealed class PlanMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Every_cases_steps_are_planned_when_it_is_taken_up()
    {
        var walk = await CaseWalk.StartAsync(app);

        var made = await walk.SeeAsync();
        Assert.Equal(["every-case"], made.Playbooks.Select(p => p.Code));
        Assert.Contains(made.Steps, s => s.Code == "verify-notice");
        Assert.Empty(made.Requirements);
        Assert.Equal(Enumerable.Range(0, made.Steps.Count), made.Steps.Select(s => s.Position));
    }

    [Fact]
    public async Task Recorded_work_ends_its_step_in_the_name_of_whoever_did_it()
    {
        var walk = await CaseWalk.StartAsync(app);
        Assert.All((await walk.SeeAsync()).Steps, s => Assert.Equal(StepState.Todo, s.State));

        await walk.ConfirmAsync("ABNORMAL_TXN");

        var made = await walk.SeeAsync();
        var judged = made.Steps.Single(s => s.Code == "verify-notice");
        Assert.Equal((StepState.Done, "\u674e\u9759"), (judged.State, judged.EndedByName));
        Assert.Equal(StepState.Todo, made.Steps.Single(s => s.Code == "ask-restore").State);
        Assert.Equal(StepState.Todo, made.Steps.Single(s => s.Code == "ask-bank").State);
    }

    [Fact]
    public async Task A_cause_that_comes_later_brings_its_steps_and_papers_and_takes_the_untouched_ones_along_when_it_goes()
    {
        var walk = await CaseWalk.StartAsync(app);
        await walk.ConfirmAsync("ABNORMAL_TXN");
        var before = await walk.SeeAsync();

        await walk.AddCauseAsync("CONTACT_OR_ACCOUNT_CHANGED");
        var with = await walk.SeeAsync();
        await walk.Li(c => new BeginStep.Command(c.Id, c.Steps.Single(s => s.Code == "what-changed").Id));
        await walk.Li(c => new RemoveCause.Command(c.Id, c.Version, c.Causes.Single(k => k.Code == "CONTACT_OR_ACCOUNT_CHANGED").Id, "a guess"));
        var after = await walk.SeeAsync();

        Assert.Contains(with.Steps, s => s.Code == "update-data");
        Assert.Contains(with.Requirements, r => r.Codes.Contains("CHANGE_PROOF"));
        Assert.Equal(["changed-data", "abnormal-transactions"], with.Steps.Single(s => s.Code == "ask-restore").Origins.Select(o => o.Playbook).OrderDescending());
        Assert.Equal([.. before.Steps.Select(s => s.Code), "what-changed"], after.Steps.Select(s => s.Code).OrderBy(c => c == "what-changed"));
        Assert.DoesNotContain(after.Requirements, r => r.Codes.Contains("CHANGE_PROOF"));
        Assert.NotNull(after.Playbooks.Single(p => p.Code == "changed-data").LeftAt);
        Assert.Contains(await app.EventsOf(walk.Id), e => e is { Kind: CaseEventKind.PlanChanged, DeskOnly: true });
    }

    [Fact]
    public async Task An_answer_opens_its_branch_and_a_corrected_one_closes_what_nobody_began()
    {
        var walk = await CaseWalk.StartAsync(app);
        await walk.ConfirmAsync("REGION_OR_TRADE_BANNED");

        await AnswerAsync(walk, "qualifies", "yes");
        Assert.Contains((await walk.SeeAsync()).Steps, s => s.Code == "apply-compliant");
        await AnswerAsync(walk, "qualifies", "no");

        var made = await walk.SeeAsync();
        Assert.Contains(made.Steps, s => s.Code == "find-other-channel");
        Assert.DoesNotContain(made.Steps, s => s.Code == "apply-compliant");
    }

    [Fact]
    public async Task A_police_freeze_asks_nobody_but_the_police_to_lift_it()
    {
        var walk = await CaseWalk.StartAsync(app, MeasureKind.JudicialFreeze, ImposedBy.Police);
        await walk.ConfirmAsync("SUSPICIOUS_SALE");

        var codes = (await walk.SeeAsync()).Steps.Select(s => s.Code).ToList();
        Assert.Contains("ask-unrelated", codes);
        Assert.DoesNotContain("ask-restore", codes);
        Assert.DoesNotContain("ask-interim", codes);
    }

    [Fact]
    public async Task Once_a_police_freeze_has_ended_the_plan_asks_the_institution_again()
    {
        var walk = await CaseWalk.StartAsync(app, MeasureKind.JudicialFreeze, ImposedBy.Police);
        await walk.ConfirmAsync("SUSPICIOUS_SALE");
        await walk.Li(c => new RecordMeasure.Command(c.Id, c.Version, null, new() { Kind = MeasureKind.SettlementDelay, ImposedBy = ImposedBy.Acquirer }));
        Assert.Contains((await walk.SeeAsync()).Steps, s => s.Code == "ask-unrelated");

        await walk.Li(c => new EndMeasure.Command(
            c.Id, c.Version, c.Measures[0].Id, MeasureEnding.Lapsed, ShanghaiTime.DateOf(app.Clock.GetUtcNow()), "the account shows it", null));

        Assert.DoesNotContain((await walk.SeeAsync()).Steps, s => s.Code == "ask-unrelated");
        Assert.Contains((await walk.SeeAsync()).Steps, s => s.Code == "ask-restore");
    }

    [Fact]
    public async Task A_running_case_keeps_its_version_until_it_is_moved_and_keeps_what_was_done()
    {
        var walk = await CaseWalk.StartAsync(app);
        await walk.ConfirmAsync("SETTLEMENT_NOT_BY_RULES");
        await walk.Li(c => new EndStep.Command(c.Id, c.Steps.Single(s => s.Code == "list-failed").Id, Done: true, "listed"));
        await PublishAsync("failed-or-refund", 2, json => json
            .Replace("\"code\": \"pay-customers\"", "\"code\": \"pay-customers-first\"", StringComparison.Ordinal)
            .Replace("Correct the refund or settlement by the rules", "Correct it by the rules in force", StringComparison.Ordinal)
            .Replace("List every failed, refunded or unsettled sale", "List them all", StringComparison.Ordinal));
        await walk.AddCauseAsync("DORMANT");
        Assert.Equal(1, (await walk.SeeAsync()).Playbooks.Single(p => p.Code == "failed-or-refund").Version);

        var preview = (await app.As("li").Send(new PreviewNewerPlaybooks.Query(walk.Id))).Value;
        await walk.Li(c => new MoveToNewerPlaybooks.Command(c.Id, c.Version, preview.Newer.ToDictionary(n => n.Code, n => n.Newest)));

        var moved = await walk.SeeAsync();
        Assert.Equal([("failed-or-refund", 1, 2)], preview.Newer.Select(n => (n.Code, n.Pinned, n.Newest)));
        Assert.Equal(["pay-customers-first"], preview.Added.Select(s => s.Code));
        Assert.Equal(["pay-customers"], preview.Removed.Select(s => s.Code));
        Assert.Equal(["correct-operation"], preview.Changed.Select(c => c.Before.Code));
        Assert.Contains("list-failed", preview.Kept.Select(s => s.Code));
        Assert.DoesNotContain(preview.Kept, s => !s.IsTouched);
        Assert.Equal("Correct it by the rules in force", moved.Steps.Single(s => s.Code == "correct-operation").TitleEn);
        Assert.Equal("List every failed, refunded or unsettled sale", moved.Steps.Single(s => s.Code == "list-failed").TitleEn);
        Assert.DoesNotContain(moved.Steps, s => s.Code == "pay-customers");
        Assert.Empty((await app.As("li").Send(new PreviewNewerPlaybooks.Query(walk.Id))).Value.Newer);
    }

    [Fact]
    public async Task A_case_is_not_moved_to_a_version_that_does_not_exist_nor_by_somebody_else()
    {
        var walk = await CaseWalk.StartAsync(app);
        var made = await walk.SeeAsync();
        var nowhere = new Dictionary<string, int> { ["every-case"] = 99 };

        Assert.Equal(new NotFound("Playbook"), (await app.As("li").Send(new MoveToNewerPlaybooks.Command(made.Id, made.Version, nowhere))).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new MoveToNewerPlaybooks.Command(made.Id, made.Version, nowhere))).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new PreviewNewerPlaybooks.Query(made.Id))).Error);
    }

    [Fact]
    public async Task The_coverage_of_the_documents_is_read_off_the_playbooks_in_force()
    {
        var rows = (await app.As("li").Send(new ViewCoverage.Query())).Value;

        Assert.Contains(rows, r => r.Id == "S08" && r.Playbooks.Any(p => p.Code == "maintenance"));
    }

    private static Task AnswerAsync(CaseWalk walk, string step, string option) => walk.Li(c =>
        new AnswerDecision.Command(c.Id, c.Version, c.Steps.Single(s => s.Code == step).Id, option, null));

    private Task<int> PublishAsync(string code, int version, Func<string, string> edit) => app.AskAsync(async db =>
    {
        var shipped = PlaybookLibrary.Read().Where(p => p.Document.Code == code).MaxBy(p => p.Document.Version);
        var json = edit(shipped.Json).Replace($"\"version\": {shipped.Document.Version}", $"\"version\": {version}", StringComparison.Ordinal);
        db.Set<PlaybookVersion>().Add(PlaybookVersion.Of(PlaybookDocument.Parse(json), json, app.Clock.GetUtcNow()));
        return await db.SaveChangesAsync();
    });
}
