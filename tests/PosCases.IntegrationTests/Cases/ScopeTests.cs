using System.Reflection;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Impact;
using PosCases.Cases.Notices;
using PosCases.Cases.Plan;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>What one may not see does not exist.</summary>
public sealed class ScopeTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Another_merchants_case_is_not_found_by_any_message_that_names_one()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;
        var (version, item, requirement) = (made.Version, made.Evidence[0].Id, made.Requirements[0].Id);
        StoredFile file = new(Guid.NewGuid().ToString("N"), "f.png", "image/png", 1, new string('a', 64));
        (object Message, Func<Task<Result>> Send)[] all =
        [
            Of(new ViewCase.Query(made.Number)),
            Of(new ViewTimeline.Query(made.Id)),
            Of(new ViewMessages.Query(made.Id)),
            Of(new PostMessage.Command(made.Id, "let me in")),
            Of(new MarkMessagesRead.Command(made.Id, 1)),
            Of(new SubmitEvidence.MayQuery(made.Number, requirement)),
            Of(new SubmitEvidence.Command(made.Id, requirement, "OTHER", file)),
            Of(new TakeEvidenceBack.Command(made.Id, item)),
            Of(new OpenEvidence.Command(item)),
            Of(new EndStep.Command(made.Id, made.Steps.First(s => s.Role == StepRole.Merchant).Id, Done: true, null)),
            Of(new ViewImpact.Query(made.Number)),
            Of(new RecordImpact.Command(made.Id, 0, new ImpactForm())),
            Of(new SaveImpactDraft.Command(made.Number, 0, new ImpactForm())),
            Of(new ChooseInterim.Command(made.Id, new InterimTerms { Code = "platform", StartsOn = new DateOnly(2026, 11, 24), OwnName = true })),
            Of(new EndInterim.Command(made.Id, Guid.NewGuid(), "not mine")),
            Of(new WithdrawCase.Command(made.Id, version, "not mine")),
            Of(new RateCase.Command(made.Id, 1, null)),
        ];

        var before = JsonSerializer.Serialize((await app.ViewOf(made.Id)).Case);
        var results = await Task.WhenAll(all.Select(m => m.Send()));

        Assert.All(results, r => Assert.IsType<NotFound>(r.Error));
        Assert.Equal(before, JsonSerializer.Serialize((await app.ViewOf(made.Id)).Case));
        Assert.Equal(NamingACase(Role.MerchantOwner), all.Select(m => m.Message.GetType().FullName).Order(StringComparer.Ordinal));

        (object, Func<Task<Result>>) Of<T>(IRequest<T> message)
            where T : Result => (message, async () => await app.As("lanxin").Send(message));
    }

    [Fact]
    public async Task Another_merchants_cases_stand_in_no_list_and_no_count()
    {
        var mine = await app.Given.Case().Of("lanxin").At(DemoPath.Verifying);
        await app.Given.Case().Of("hengtong").At(DemoPath.Verifying);

        foreach (var view in Enum.GetValues<WorkView>())
        {
            var rows = (await app.As("lanxin").Send(new ListCases.Query(view, new CaseFilter()))).Value.Rows;
            Assert.DoesNotContain(rows, r => r.Id != mine && r.MerchantName != rows[0].MerchantName);
        }

        var listed = (await app.As("lanxin").Send(new ListCases.Query(WorkView.All, new CaseFilter()))).Value.Rows;
        Assert.Contains(listed, r => r.Id == mine);
        Assert.Equal(listed.Count, (await app.As("lanxin").Send(new ListCases.CountQuery())).Value[WorkView.All]);
    }

    [Fact]
    public async Task A_merchants_employee_sees_the_merchants_cases_and_an_admin_sees_none()
    {
        var id = await app.Given.Case().At(DemoPath.Filed);
        var number = (await app.ViewOf(id)).Case.Number;

        Assert.True((await app.As("huanan-staff").Send(new ViewCase.Query(number))).Succeeded);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new ViewCase.Query(number))).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new ListCases.Query(WorkView.All, new CaseFilter()))).Error);
        Assert.Empty(NamingACase(Role.Admin).Except([typeof(MarkNotificationsRead.Command).FullName]));
    }

    [Fact]
    public async Task An_internal_note_reaches_a_merchant_in_no_answer_at_all()
    {
        var word = "whisper" + Guid.NewGuid().ToString("N");
        var id = await app.Given.Case().Noted($"they sound nervous, {word}").At(DemoPath.Submitted);
        await app.DeliverAsync();
        var number = (await app.ViewOf(id)).Case.Number;
        var owner = app.As("huanan");

        var page = (await owner.Send(new ViewCase.Query(number))).Value;
        object[] seen =
        [
            page.Case,
            page.Summary,
            (await owner.Send(new ViewTimeline.Query(id))).Value,
            (await owner.Send(new ViewMessages.Query(id))).Value,
            (await owner.Send(new ListNotifications.Query())).Value,
            (await owner.Send(new ListCases.Query(WorkView.All, new CaseFilter()))).Value,
        ];

        Assert.Equal(word, Assert.Single((await app.As("li").Send(new ViewNotes.Query(id))).Value).Text[^word.Length..]);
        Assert.IsType<NotPermitted>((await owner.Send(new ViewNotes.Query(id))).Error);
        Assert.All(seen, answer => Assert.DoesNotContain(word, Json(answer), StringComparison.Ordinal));
        Assert.Single((await app.As("li").Send(Search(word))).Value.Rows);
        Assert.Empty((await owner.Send(Search(word))).Value.Rows);
    }

    [Fact]
    public async Task What_is_for_the_desk_alone_is_not_even_loaded_for_a_merchant()
    {
        var id = await app.Given.Case().At(DemoPath.Submitted);
        var made = (await app.ViewOf(id)).Case;
        var secret = "secret" + Guid.NewGuid().ToString("N");
        await Must(app.As("li").Send(new LogCommunication.Command(
            id, made.Version, made.Parties[0].Id, Medium.Call, Direction.Incoming, app.Clock.GetUtcNow(), null, null, secret, null, null, SharedWithMerchant: false)));
        await Must(app.As("li").Send(new EndStep.Command(id, made.Steps.First(s => s.Role == StepRole.Agent).Id, Done: true, secret)));

        var seen = (await app.As("huanan").Send(new ViewCase.Query(made.Number))).Value.Case;
        var timeline = (await app.As("huanan").Send(new ViewTimeline.Query(id))).Value;

        Assert.Contains((await app.As("li").Send(new ViewTimeline.Query(id))).Value, e => e.DeskOnly);
        Assert.DoesNotContain(timeline, e => e.DeskOnly);
        Assert.All(seen.Steps, s => Assert.Equal(StepRole.Merchant, s.Role));
        Assert.All(seen.Communications, c => Assert.True(c.SharedWithMerchant));
        Assert.DoesNotContain(secret, Json(seen) + Json(timeline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merchant_reads_an_outcome_once_it_was_approved_and_not_before()
    {
        var proposed = (await app.ViewOf(await app.Given.Case().At(DemoPath.Returned))).Case;
        var closed = (await app.ViewOf(await app.Given.Case().At(DemoPath.ClosedPartly))).Case;

        var before = (await app.As("huanan").Send(new ViewCase.Query(proposed.Number))).Value.Case;
        var after = (await app.As("huanan").Send(new ViewCase.Query(closed.Number))).Value.Case;

        Assert.NotEmpty(proposed.Proposals);
        Assert.Empty(before.Proposals);
        Assert.Equal(Outcome.PartlyUnfrozen, Assert.Single(after.Proposals).Outcome);
    }

    [Fact]
    public async Task A_paper_is_opened_by_the_desk_and_its_merchant_only_and_every_opening_is_audited()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;
        var item = made.Evidence[0];

        var opened = (await app.As("huanan").Send(new OpenEvidence.Command(item.Id))).Value;
        Assert.True((await app.As("wang").Send(new OpenEvidence.Command(item.Id))).Succeeded);
        Assert.Equal(new NotFound("Evidence"), (await app.As("lanxin").Send(new OpenEvidence.Command(item.Id))).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new OpenEvidence.Command(item.Id))).Error);

        Assert.Equal((item.StorageKey, item.Sha256), (opened.Key, opened.Sha256));
        Assert.Equal(["ok", "ok", "NotFound.Evidence", "NotPermitted"], (await app.AuditOf(item.Id.Value)).Select(e => e.Outcome));
    }

    [Fact]
    public async Task A_draft_belongs_to_the_one_who_writes_it()
    {
        var draft = (await app.As("huanan").Send(new PosCases.Cases.Filing.StartDraft.Command(null))).Value;

        foreach (var other in new[] { "huanan-staff", "lanxin", "li" })
        {
            Assert.Equal(new NotFound("Draft"), (await app.As(other).Send(new PosCases.Cases.Filing.ViewDraft.Query(draft))).Error);
            Assert.Equal(new NotFound("Draft"), (await app.As(other).Send(new PosCases.Cases.Filing.SaveDraft.Command(draft, new()))).Error);
            Assert.Equal(new NotFound("Draft"), (await app.As(other).Send(new PosCases.Cases.Filing.DiscardDraft.Command(draft))).Error);
        }

        Assert.True((await app.As("huanan").Send(new PosCases.Cases.Filing.ViewDraft.Query(draft))).Succeeded);
    }

    [Fact]
    public async Task A_merchants_user_files_for_the_own_merchant_whatever_the_command_says()
    {
        var other = await app.AskAsync(db => db.Set<PosCases.People.Person>().Where(p => p.UserName == "lanxin@demo.example").Select(p => p.MerchantId).SingleAsync());
        PosCases.Cases.Filing.FilingForm form = new()
        {
            ToldBy = PosCases.Cases.Filing.NoticeChannel.NoNotice,
            Measure = PosCases.Cases.Filing.MeasureKind.Unknown,
            ImposedBy = PosCases.Cases.Filing.ImposedBy.Unknown,
            Reason = PosCases.Cases.Filing.ReasonGiven.Unknown,
        };

        var filed = await app.As("huanan").Send(new PosCases.Cases.Filing.FileCase.Command(form, other, null));

        Assert.True((await app.As("huanan-staff").Send(new ViewCase.Query(filed.Value.Number))).Succeeded);
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(new ViewCase.Query(filed.Value.Number))).Error);
    }

    // The messages of cases that a role may send and that name a case or a paper.
    private static IEnumerable<string?> NamingACase(Role role) =>
        typeof(Case).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IBaseRequest)) && t.GetCustomAttribute<RequiresAttribute>() is { } requires
                && Permissions.Of(role).Contains(requires.Permission))
            .Where(t => t.GetProperties().Any(p =>
                p.PropertyType == typeof(CaseId) || p.PropertyType == typeof(EvidenceItemId) || p is { Name: "Number" or "CaseNumber", PropertyType.Name: "String" }))
            .Where(t => t != typeof(MarkNotificationsRead.Command) || role == Role.Admin)
            .Select(t => t.FullName).Order(StringComparer.Ordinal);

    private static ListCases.Query Search(string text) => new(WorkView.All, new CaseFilter { Text = text });

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);

    private static string Json(object answer) => JsonSerializer.Serialize(answer, answer.GetType());
}
