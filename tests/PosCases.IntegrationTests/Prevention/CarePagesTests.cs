using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Cases;
using PosCases.Cases.Reminders;
using PosCases.IntegrationTests.Cases;
using PosCases.IntegrationTests.People;
using PosCases.Knowledge.Training;
using PosCases.Platform.Documents;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Watch;
using PosCases.Seeding;

namespace PosCases.IntegrationTests.Prevention;

/// <summary>The endpoints behind the pages of after-care and precautions: what they take, hand out and refuse.</summary>
public sealed partial class CarePagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task What_is_ticked_in_the_self_inspection_is_kept_at_once_and_nothing_of_strangers_or_once_it_is_finished()
    {
        var (owner, id) = await InspectionAsync();
        using var visitor = await host.VisitAsync(owner);
        var (page, path) = ($"/after-care/check/{id.Value}/1", $"/after-care/check/{id.Value}/answers");
        var first = QuestionnaireLibrary.Current.Of(QuestionnaireLibrary.Current.Groups[0].Code)[0].Code;
        Assert.Contains($"data-autosave=\"{path}\"", (await visitor.GetAsync(page)).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await visitor.PostFromAsync(page, path, (first, "Partly"), ("Q99", "Yes"), ("Q02", "Perhaps"))).Status);
        Assert.Equal(new Dictionary<string, InspectionAnswer> { [first] = InspectionAnswer.Partly }, await AnswersAsync(id));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(path, (first, "Yes"))).Status);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostFromAsync("/account", path, (first, "Yes"))).Status);
        Assert.Equal(InspectionAnswer.Partly, (await AnswersAsync(id))[first]);

        var caller = await host.CallerOf(owner);
        await host.SendAsync(new SaveInspection.Command(id, QuestionnaireLibrary.Current.Questions.ToDictionary(q => q.Code, _ => InspectionAnswer.Yes)), caller);
        await host.SendAsync(new FinishInspection.Command(id), caller);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.PostFromAsync("/account", path, (first, "No"))).Status);
    }

    [Fact]
    public async Task Photos_of_a_large_trade_go_in_and_out_and_its_record_is_a_paper_for_its_own_people_only()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var trade = (await host.SendAsync(new RecordLargeTrade.Command(new LargeTradeForm(
            28_800m, DateTimeOffset.UnixEpoch.AddYears(55), "crab of pages", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He")), await host.CallerOf(owner))).Value;
        var (page, path) = ($"/trades/{trade.Value}", $"/trades/{trade.Value}/photos");

        Assert.Equal(HttpStatusCode.Created, (await visitor.UploadAsync(page, path, "slip.png", DemoPaper.Draw(31), ("kind", "Slip"))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await visitor.UploadAsync(page, path, "slip.png", "<html>"u8.ToArray(), ("kind", "Slip"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.UploadAsync(page, path, "slip.png", DemoPaper.Draw(31), ("kind", "Nothing"))).Status);
        var photo = Photo().Match((await visitor.GetAsync(page)).Html).Value;
        using (var file = await visitor.FetchAsync(photo))
        {
            Assert.Equal(DemoPaper.Draw(31), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        using (var paper = await visitor.FetchAsync($"/trades/{trade.Value}/print"))
        {
            var bytes = await paper.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            // Where there is no Chromium the page itself is shown to be printed by the browser.
            Assert.Equal(host.Services.GetRequiredService<PdfPrinter>().IsThere ? "application/pdf" : "text/html", paper.Content.Headers.ContentType!.MediaType);
            Assert.True(bytes.Length > 500);
        }

        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var refused = await stranger.FetchAsync(photo);
        using var unprinted = await stranger.FetchAsync($"/trades/{trade.Value}/print");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, unprinted.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.UploadAsync("/account", path, "slip.png", DemoPaper.Draw(31), ("kind", "Slip"))).Status);
    }

    [Fact]
    public async Task A_csv_of_trades_is_taken_from_its_own_people_with_a_fresh_page_only()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        var file = Encoding.UTF8.GetBytes("交易时间,交易金额\n2026-03-01 10:00:00,12.00\n");

        Assert.Equal("/refused", (await stranger.UploadAsync("/my/watch", "/watch/file", "a.csv", file, ("merchant", $"{owner.Merchant!.Value.Value}"))).Location);
        Assert.Contains("problem=", (await visitor.UploadAsync("/my/watch", "/watch/file", "a.csv", file, ("__RequestVerificationToken", "wrong"))).Location, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync(db => db.WatchImports.CountAsync(i => i.MerchantId == owner.Merchant)));
        Assert.StartsWith("/watch/imports/", (await visitor.UploadAsync("/my/watch", "/watch/file", "a.csv", file)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_list_is_attached_to_a_training_shown_handed_out_and_removed_again()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        await visitor.SubmitAsync("/my/training", "record", ("Form.Topic", "till of pages"), ("Form.Who", "He"), ("Form.On", "2026-01-05"), ("Form.ValidUntil", ""));
        var record = await host.AskAsync(db => db.TrainingRecords.Where(t => t.Topic == "till of pages").Select(t => t.Id).SingleAsync());
        var page = $"/my/training?record={record}";

        Assert.Equal(HttpStatusCode.Created, (await visitor.UploadAsync(page, $"/training/{record}/sheets", "list.png", DemoPaper.Draw(32))).Status);
        var shown = (await visitor.GetAsync(page)).Html;
        Assert.Contains("list.png", shown, StringComparison.Ordinal);
        var sheet = Sheet().Match(shown).Value;
        using (var file = await visitor.FetchAsync(sheet))
        {
            Assert.Equal(DemoPaper.Draw(32), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var refused = await stranger.FetchAsync(sheet);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.UploadAsync("/account", $"/training/{record}/sheets", "list.png", DemoPaper.Draw(32))).Status);
        await visitor.SubmitAsync(page, "remove-sheet", ("sheet", sheet.Split('/')[^1]));
        Assert.DoesNotContain("list.png", (await visitor.GetAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_stands_among_the_notifications_leads_to_its_place_and_is_switched_off_on_the_account()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var person = await host.AskAsync(db => db.Set<PosCases.People.Person>().Where(p => p.UserName == owner.UserName).Select(p => p.Id).SingleAsync());
        await host.AskAsync(async db =>
        {
            db.Add(new Reminder { PersonId = person, Kind = ReminderKind.BackupTest, Subject = Guid.NewGuid(), DueOn = new DateOnly(2026, 5, 1), Step = 7, Name = "Example Pay", At = host.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });

        var page = (await visitor.GetAsync("/notifications")).Html;
        Assert.Contains("href=\"/my/readiness\"", page, StringComparison.Ordinal);
        Assert.Contains("Example Pay", page, StringComparison.Ordinal);
        var reminder = await host.AskAsync(db => db.Set<Reminder>().Where(r => r.PersonId == person).Select(r => r.Id).SingleAsync());
        await visitor.SubmitAsync("/notifications", "read", ("reminder", $"{reminder}"));
        Assert.NotNull(await host.AskAsync(db => db.Set<Reminder>().Where(r => r.Id == reminder).Select(r => r.ReadAt).SingleAsync()));

        Assert.Equal("/account?notice=reminders#reminders", (await visitor.SubmitAsync("/account", "reminders", ("Wanted", "Reading"), ("Wanted", "Paper"))).Location);
        var said = await host.AskAsync(db => db.Set<ReminderChoice>().AsNoTracking().SingleAsync(c => c.PersonId == person));
        Assert.Equal((false, true), (said.ByMail, said.Off.SequenceEqual([ReminderKind.BackupTest, ReminderKind.Training, ReminderKind.LookBack, ReminderKind.CareTask])));
        Assert.DoesNotContain("Example Pay", (await visitor.GetAsync("/notifications")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_opens_the_page_of_his_people_and_others_do_not()
    {
        using var owner = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var agent = await host.VisitAsync(await host.OpenAsync(Role.Agent));

        Assert.Contains("/help/scam-calls", (await owner.GetAsync("/my/training/team")).Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await agent.GetAsync("/my/training/team")).Status);
    }

    private async Task<(AccountHost.Account Owner, InspectionId Id)> InspectionAsync()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        var id = await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await host.AskAsync(async db =>
        {
            var plan = CarePlan.Of(id, owner.Merchant!.Value, null);
            db.Add(plan);
            return await db.SaveChangesAsync();
        });
        await host.AskAsync(db => db.Set<CarePlan>().Where(p => p.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.ClosedOn, new DateOnly(2026, 5, 1))));
        return (owner, (await host.SendAsync(new StartInspection.Command(), await host.CallerOf(owner))).Value);
    }

    private Task<IReadOnlyDictionary<string, InspectionAnswer>> AnswersAsync(InspectionId id) =>
        host.AskAsync(db => db.Set<Inspection>().AsNoTracking().Where(i => i.Id == id).Select(i => i.Answers).SingleAsync());

    [GeneratedRegex("/trade-photos/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex Photo();

    [GeneratedRegex("/training-sheets/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex Sheet();
}
