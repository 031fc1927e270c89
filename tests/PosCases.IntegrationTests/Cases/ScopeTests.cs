using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Guests;
using PosCases.Cases.Notices;
using PosCases.Cases.Plan;
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
    [Theory]
    [InlineData("lanxin", Role.MerchantOwner)]
    [InlineData("xiangman-staff", Role.MerchantStaff)]
    public async Task Another_merchants_case_is_not_found_by_any_message_that_names_one(string person, Role role)
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;

        await AssertNothingFoundAsync(app.As(person), role, made);
    }

    [Fact]
    public async Task A_guest_finds_only_the_case_to_which_he_was_invited_by_any_message_that_names_one()
    {
        var (own, other) = (await app.Given.Case().At(DemoPath.Judging), await app.Given.Case().Of("lanxin").At(DemoPath.Judging));
        var guest = app.As(await GuestOf(own));

        await AssertNothingFoundAsync(guest, Role.Guest, (await app.ViewOf(other)).Case);

        Assert.Equal(own, Assert.Single((await guest.Send(new ListCases.Query(WorkView.All, new CaseFilter()))).Value.Rows).Id);
        Assert.True((await guest.Send(new ViewCase.Query((await app.ViewOf(own)).Case.Number))).Succeeded);
    }

    private async Task AssertNothingFoundAsync(Sender sender, Role role, Case made)
    {
        var before = JsonSerializer.Serialize((await app.ViewOf(made.Id)).Case);
        var messages = EveryMessage.NamingACase(role).Select(type => EveryMessage.Made(type, made, app)).ToList();
        List<string> wrong = [];
        foreach (var message in messages)
        {
            var answer = await EveryMessage.SendAsync(sender, message);
            if (answer.Error is not NotFound)
            {
                wrong.Add($"{message.GetType()}: {answer.Error?.ToString() ?? "done"}{(answer.Error is Invalid i ? string.Join(' ', i.Fields) : "")}");
            }
        }

        Assert.Equal([], wrong);
        Assert.InRange(messages.Count, 12, 200);
        Assert.Equal(before, JsonSerializer.Serialize((await app.ViewOf(made.Id)).Case));
    }

    [Fact]
    public async Task A_guest_reads_and_writes_as_the_merchants_side_and_nothing_that_is_for_the_desk_alone()
    {
        var word = "whisper" + Guid.NewGuid().ToString("N");
        var id = await app.Given.Case().Noted($"they sound nervous, {word}").At(DemoPath.Submitted);
        var guest = app.As(await GuestOf(id));
        var made = (await app.ViewOf(id)).Case;
        await Must(app.As("li").Send(new LogCommunication.Command(
            id, made.Version, made.Parties[0].Id, Medium.Call, Direction.Incoming, app.Clock.GetUtcNow(), null, null, word, null, null, SharedWithMerchant: false)));

        await Must(guest.Send(new PostMessage.Command(id, "I act for the shop.")));
        await Must(guest.Send(new AddAdvice.Command(id, "File the objection within the month.")));
        var seen = Json((await guest.Send(new ViewCase.Query(made.Number))).Value.Case) + Json((await guest.Send(new ViewTimeline.Query(id))).Value);

        Assert.DoesNotContain(word, seen, StringComparison.Ordinal);
        Assert.IsType<NotPermitted>((await guest.Send(new ViewNotes.Query(id))).Error);
        Assert.IsType<NotTheOwner>((await guest.Send(new EndStep.Command(id, made.Steps.First(s => s.Role == StepRole.Merchant).Id, Done: true, null))).Error);
        Assert.True((await app.As("li").Send(new ViewMessages.Query(id))).Value.Messages[^1].FromMerchant);
        Assert.Equal("File the objection within the month.", Assert.Single((await app.As("huanan").Send(new ViewAdvice.Query(id))).Value).Text);
        Assert.Single((await app.As("wang").Send(new ViewAdvice.Query(id))).Value);
        Assert.DoesNotContain("objection", Json(await app.EventsOf(id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_guest_and_one_whose_case_was_closed_for_thirty_days_find_nothing_any_more()
    {
        var (revoked, closed) = (await app.Given.Case().At(DemoPath.Submitted), await app.Given.Case().At(DemoPath.Proposed));
        var (first, second) = (await GuestOf(revoked), await GuestOf(closed));
        var number = (await app.ViewOf(closed)).Case.Number;
        var guests = (await app.As("huanan").Send(new ListGuests.Query((await app.ViewOf(revoked)).Case.Number))).Value.Rows;

        await Must(app.As("huanan").Send(new RevokeGuest.Command(revoked, guests[0].Id)));
        var proposal = (await app.ViewOf(closed)).Case;
        await Must(app.As("zhao").Send(new ApproveResolution.Command(closed, proposal.Version, null)));

        Assert.Equal(new NotFound("Case"), (await app.As(first).Send(new ViewMessages.Query(revoked))).Error);
        Assert.Equal(0, (await app.As(first).Send(new ListNotifications.CountQuery())).Value);
        Assert.True((await app.As(second).Send(new ViewCase.Query(number))).Succeeded);
        app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(new NotFound("Case"), (await app.As(second).Send(new ViewCase.Query(number))).Error);
        app.Clock.Advance(TimeSpan.FromDays(-31));
    }

    [Fact]
    public async Task Only_the_owner_of_the_case_and_the_merchants_owner_invite_and_nobody_who_has_another_account()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);

        Assert.IsType<NotTheHost>((await app.As("wang").Send(new InviteGuest.Command(id, "Xu", "a1@law.example"))).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan-staff").Send(new InviteGuest.Command(id, "Xu", "a1@law.example"))).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new InviteGuest.Command(id, "Xu", "a1@law.example"))).Error);
        Assert.Equal(
            "SignInName.Taken",
            Assert.IsType<Invalid>((await app.As("huanan").Send(new InviteGuest.Command(id, "Wang", "wang@demo.example"))).Error).Fields[0].Code);
        Assert.True((await app.As("li").Send(new InviteGuest.Command(id, "Xu", "a1@law.example"))).Succeeded);
        Assert.IsType<GuestAlreadyInvited>((await app.As("huanan").Send(new InviteGuest.Command(id, "Xu", "a1@law.example"))).Error);
    }

    [Fact]
    public async Task Somebody_who_is_a_guest_already_sees_a_further_case_at_once_and_with_it_only_those_two()
    {
        var (first, second) = (await app.Given.Case().At(DemoPath.Submitted), await app.Given.Case().Of("lanxin").At(DemoPath.Submitted));
        var name = $"{Guid.NewGuid():N}@law.example";
        var guest = await GuestOf(first, name);

        var again = await app.As("lanxin").Send(new InviteGuest.Command(second, "Xu", name));

        Assert.Null(again.Value.Invitation);
        Assert.Equal(
            new[] { first, second }.OrderBy(i => i.Value),
            (await app.As(guest).Send(new ListCases.Query(WorkView.All, new CaseFilter()))).Value.Rows.Select(r => r.Id).OrderBy(i => i.Value));
    }

    private async Task<Caller> GuestOf(CaseId id, string? userName = null)
    {
        var owner = (await app.ViewOf(id)).Case.MerchantId;
        var key = await app.AskAsync(db => db.Set<PosCases.People.Person>()
            .Where(p => p.MerchantId == owner && p.Role == Role.MerchantOwner).Select(p => p.UserName!).FirstAsync());
        var invited = await app.As(key.Split('@')[0]).Send(new InviteGuest.Command(id, "Xu", userName ?? $"{Guid.NewGuid():N}@law.example"));
        var session = await app.As(Caller.Anonymous).Send(new PosCases.People.AcceptInvitation.Command(
            invited.Value.Invitation!.Value, "Xu", new PosCases.People.Secret("a long enough phrase"), "en"));
        return new Caller.Person(session.Value.Person.Value, session.Value.Stamp.Reveal());
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
        Assert.Empty(EveryMessage.NamingACase(Role.Admin));
    }

    [Fact]
    public async Task An_internal_note_reaches_a_merchant_in_no_answer_at_all()
    {
        var word = "whisper" + Guid.NewGuid().ToString("N");
        var id = await app.Given.Case().Noted($"they sound nervous, {word}").At(DemoPath.Submitted);
        await app.DeliverAsync();
        await app.IndexAsync();
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

        Assert.Equal((item.StorageKey, item.Sha256), (opened.File!.Name, opened.File.Sha256));
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
    private static ListCases.Query Search(string text) => new(WorkView.All, new CaseFilter { Text = text });

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);

    private static string Json(object answer) => JsonSerializer.Serialize(answer, answer.GetType());
}
