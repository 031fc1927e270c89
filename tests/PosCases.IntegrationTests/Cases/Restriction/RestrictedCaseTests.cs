using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Notices;
using PosCases.Cases.Resolution;
using PosCases.Cases.Restriction;
using PosCases.Cases.Worklist;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Restriction;

/// <summary>A restricted case does not exist for whoever is not named.</summary>
public sealed class RestrictedCaseTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Theory]
    [InlineData("wang", Role.Agent)]
    [InlineData("sun", Role.Supervisor)]
    public async Task No_message_that_names_a_case_or_a_paper_finds_it_for_staff_who_are_not_named(string person, Role role)
    {
        var made = await RestrictedAsync(DemoPath.Judging);
        var messages = EveryMessage.NamingACase(role).Select(type => EveryMessage.Made(type, made, app)).ToList();
        List<string> wrong = [];

        foreach (var message in messages)
        {
            var answer = await EveryMessage.SendAsync(app.As(person), message);
            if (answer.Error is not NotFound)
            {
                wrong.Add($"{message.GetType()}: {answer.Error?.ToString() ?? "done"}{(answer.Error is Invalid i ? string.Join(' ', i.Fields) : "")}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(messages.Count, 40, 200);
        Assert.Equal(made.Version, (await app.ViewOf(made.Id)).Case.Version);
    }

    [Fact]
    public async Task It_stands_in_no_list_no_count_no_search_no_load_and_no_notification_of_staff_who_are_not_named()
    {
        var word = "whisper" + Guid.NewGuid().ToString("N");
        var before = await CountsAsync("wang");
        var load = await LoadAsync("sun");
        var id = await app.Given.Case().Noted(word).At(DemoPath.Proposed);
        await app.DeliverAsync();
        var made = (await app.ViewOf(id)).Case;
        Assert.Equal(1, (await UnreadAsync("sun")).Count(n => n == made.Number));
        var unread = (await app.As("sun").Send(new ListNotifications.CountQuery())).Value;

        await RestrictAsync(made, hideFromStaff: false);
        await app.IndexAsync();

        foreach (var person in new[] { "wang", "sun" })
        {
            foreach (var view in Enum.GetValues<WorkView>())
            {
                Assert.DoesNotContain(made.Number, await NumbersAsync(person, new ListCases.Query(view, new CaseFilter(), Size: 100)));
            }

            Assert.Empty(await NumbersAsync(person, new ListCases.Query(WorkView.All, new CaseFilter { Text = word })));
            Assert.Empty(await NumbersAsync(person, new ListCases.Query(WorkView.All, new CaseFilter { Text = made.Number })));
        }

        Assert.Equal(before, await CountsAsync("wang"));
        Assert.Equal(load, await LoadAsync("sun"));
        Assert.DoesNotContain(made.Number, await UnreadAsync("sun"));
        Assert.True((await app.As("sun").Send(new ListNotifications.CountQuery())).Value < unread);
        Assert.Contains(made.Number, await NumbersAsync("zhao", new ListCases.Query(WorkView.All, new CaseFilter { Text = word })));
        Assert.Contains(made.Number, await NumbersAsync("li", new ListCases.Query(WorkView.Mine, new CaseFilter(), Size: 100)));
    }

    [Fact]
    public async Task Who_is_named_the_owner_and_the_merchant_see_it_and_the_merchants_employees_unless_hidden()
    {
        var open = await RestrictedAsync(DemoPath.Verifying);
        var hidden = await RestrictedAsync(DemoPath.Verifying, hideFromStaff: true);

        foreach (var person in new[] { "li", "zhao", "huanan", "huanan-staff" })
        {
            Assert.True((await app.As(person).Send(new ViewCase.Query(open.Number))).Succeeded, person);
        }

        Assert.True((await app.As("huanan").Send(new ViewCase.Query(hidden.Number))).Succeeded);
        Assert.Equal(new NotFound("Case"), (await app.As("huanan-staff").Send(new ViewCase.Query(hidden.Number))).Error);
        Assert.DoesNotContain(hidden.Number, await NumbersAsync("huanan-staff", new ListCases.Query(WorkView.All, new CaseFilter(), Size: 100)));
    }

    [Fact]
    public async Task Why_it_is_restricted_and_who_is_named_reaches_no_merchant()
    {
        var made = await RestrictedAsync(DemoPath.Verifying);

        var seen = (await app.As("huanan").Send(new ViewCase.Query(made.Number))).Value.Case;
        var timeline = (await app.As("huanan").Send(new ViewTimeline.Query(made.Id))).Value;

        Assert.Empty(seen.Readers);
        Assert.Empty(seen.Restrictions);
        Assert.DoesNotContain(timeline, e => e.Kind == CaseEventKind.Restricted);
        Assert.NotEmpty((await app.ViewOf(made.Id)).Case.Restrictions);
    }

    [Fact]
    public async Task A_notice_goes_to_the_named_supervisor_and_no_other_and_not_to_an_employee_from_whom_it_is_hidden()
    {
        var id = await app.Given.Case().At(DemoPath.Answered);
        var made = (await app.ViewOf(id)).Case;
        await RestrictAsync(made, hideFromStaff: true);
        await app.DeliverAsync();
        var last = app.Clock.GetUtcNow();
        var notes = await TellingsAsync(id);

        foreach (var step in (await app.ViewOf(id)).Case.Steps.Where(s => s is { Mandatory: true, State: PosCases.Cases.Plan.StepState.Todo, Role: PosCases.Cases.Plan.StepRole.Agent }))
        {
            await Must(app.As("li").Send(new PosCases.Cases.Plan.EndStep.Command(id, step.Id, Done: true, null)));
        }

        await Must(app.As("li").Send(new EnterLedger.Command(id, (await app.ViewOf(id)).Case.Version, LedgerKind.Released, 100m, ShanghaiTime.DateOf(last), "mail", null)));
        await Must(app.As("li").Send(new ProposeResolution.Command(id, (await app.ViewOf(id)).Case.Version, new ProposalRecord
        {
            Outcome = Outcome.PartlyUnfrozen,
            Statement = "s",
            Proof = "p",
            Conditions = "c",
            Advice = "a",
        })));
        await app.DeliverAsync();

        var told = (await TellingsAsync(id)).Except(notes).Select(t => t.PersonId).Distinct().ToList();
        Assert.Contains(app.CallerOf("zhao").Id, told);
        Assert.Contains(app.CallerOf("huanan").Id, told);
        Assert.DoesNotContain(app.CallerOf("sun").Id, told);
        Assert.DoesNotContain(app.CallerOf("huanan-staff").Id, told);
    }

    [Fact]
    public async Task Naming_and_removing_people_opens_and_closes_it_at_once_and_all_of_it_is_audited()
    {
        var made = await RestrictedAsync(DemoPath.Verifying);
        var (wang, zhao, sun) = (app.CallerOf("wang").Id, app.CallerOf("zhao").Id, app.CallerOf("sun").Id);

        await Must(app.As("zhao").Send(new ChangeReaders.Command(made.Id, await VersionAsync(made.Id), [zhao, wang], false, "second pair of eyes")));
        var named = await app.As("wang").Send(new ViewCase.Query(made.Number));
        await Must(app.As("zhao").Send(new ChangeReaders.Command(made.Id, await VersionAsync(made.Id), [zhao], false, "done")));
        var removed = await app.As("wang").Send(new ViewCase.Query(made.Number));
        var nobody = await app.As("li").Send(new ChangeReaders.Command(made.Id, await VersionAsync(made.Id), [wang], false, "no supervisor"));
        await Must(app.As("li").Send(new ChangeReaders.Command(made.Id, await VersionAsync(made.Id), [sun, zhao], false, "leave")));
        await Must(app.As("sun").Send(new LiftRestriction.Command(made.Id, await VersionAsync(made.Id), "settled")));

        Assert.True(named.Succeeded);
        Assert.Equal(new NotFound("Case"), removed.Error);
        Assert.Equal("SupervisorNeeded", Assert.Single(Assert.IsType<Invalid>(nobody.Error).Fields).Code);
        Assert.True((await app.As("wang").Send(new ViewCase.Query(made.Number))).Succeeded);
        Assert.Equal(
            ["ok", "ok", "ok", "Invalid", "ok", "ok"],
            (await app.AuditOf(made.Id.Value)).Where(e => e.Message is "RestrictCase" or "ChangeReaders" or "LiftRestriction").Select(e => e.Outcome));
    }

    [Fact]
    public async Task A_case_that_is_given_to_somebody_else_opens_for_the_new_owner_and_closes_for_the_old_one()
    {
        var made = await RestrictedAsync(DemoPath.Verifying);

        Assert.True((await app.As("zhao").Send(new AssignCases.Command([made.Id], app.CallerOf("wang").Id))).Succeeded);

        Assert.True((await app.As("wang").Send(new ViewCase.Query(made.Number))).Succeeded);
        Assert.Equal(new NotFound("Case"), (await app.As("li").Send(new ViewCase.Query(made.Number))).Error);
    }

    [Fact]
    public async Task Only_active_people_of_the_desk_can_be_named()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Verifying))).Case;

        foreach (var stranger in new[] { app.CallerOf("huanan").Id, app.CallerOf("admin").Id, Guid.NewGuid() })
        {
            var refused = await app.As("li").Send(new RestrictCase.Command(
                made.Id, made.Version, RestrictionCause.Crime, "r", [app.CallerOf("zhao").Id, stranger], false));
            Assert.Equal("NotFound.Person", Assert.Single(Assert.IsType<Invalid>(refused.Error).Fields).Code);
        }

        Assert.DoesNotContain((await app.As("li").Send(new ListReaders.Query(made.Id))).Value, r => r.Name == "系统管理员");
    }

    private async Task<Case> RestrictedAsync(DemoPath path, bool hideFromStaff = false)
    {
        var made = (await app.ViewOf(await app.Given.Case().At(path))).Case;
        await RestrictAsync(made, hideFromStaff);
        return (await app.ViewOf(made.Id)).Case;
    }

    private async Task RestrictAsync(Case made, bool hideFromStaff) => await Must(app.As("li").Send(new RestrictCase.Command(
        made.Id, made.Version, RestrictionCause.Violation, "the merchant admits it", [app.CallerOf("zhao").Id], hideFromStaff)));

    private async Task<Guid> VersionAsync(CaseId id) => (await app.ViewOf(id)).Case.Version;

    private async Task<IReadOnlyList<string>> NumbersAsync(string person, ListCases.Query query) =>
        [.. (await app.As(person).Send(query)).Value.Rows.Select(r => r.Number)];

    private async Task<IReadOnlyDictionary<WorkView, int>> CountsAsync(string person) => (await app.As(person).Send(new ListCases.CountQuery())).Value;

    private async Task<IReadOnlyList<ViewLoad.Row>> LoadAsync(string person) => (await app.As(person).Send(new ViewLoad.Query())).Value;

    private async Task<IReadOnlyList<string>> UnreadAsync(string person) =>
        [.. (await app.As(person).Send(new ListNotifications.Query())).Value.Rows.Where(r => !r.IsRead).Select(r => r.CaseNumber)];

    private Task<List<(Guid Id, Guid PersonId)>> TellingsAsync(CaseId id) =>
        app.AskAsync(async db => (await db.Set<Notification>().Where(n => n.CaseId == id).Select(n => new { n.Id, n.PersonId }).ToListAsync())
            .Select(n => (n.Id, n.PersonId)).ToList());

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);

    // Every message that a role may send and that names a case or a paper, but for the one that only marks one's own list.
}
