using System.Net;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Filing;
using PosCases.IntegrationTests.People;
using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Cases;

public sealed class MerchantPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task A_case_is_filed_step_by_step_without_any_script_and_sent_twice_it_is_one()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var step = (await visitor.SubmitAsync("/my/new", "start-draft")).Location!;

        step = await ContinueAsync(visitor, step, ("ToldBy", "Phone"), ("Demands", "Fee"));
        step = await ContinueAsync(visitor, step, ("Measure", "SettlementDelay"), ("Amount", "48,200"));
        step = await ContinueAsync(visitor, step, ("ImposedBy", "Unknown"), ("Reason", "NoReason"));
        var review = await ContinueAsync(visitor, step, ("CashDays", "3"));
        Assert.EndsWith("/review", review, StringComparison.Ordinal);

        var token = Visitor.TokenOf((await visitor.GetAsync(review)).Html);
        (string, string)[] sent = [("_handler", "filing-review"), ("__RequestVerificationToken", token), ("commandId", Guid.NewGuid().ToString())];
        var first = await visitor.PostAsync(review, sent);
        var second = await visitor.PostAsync(review, sent);

        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.Equal(first.Location, second.Location);
        Assert.Contains("\u00A548,200.00", (await visitor.GetAsync(first.Location!)).Html, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.Set<Case>().CountAsync(c => c.MerchantId == owner.Merchant)));
    }

    [Fact]
    public async Task What_is_typed_is_saved_while_it_is_typed()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var step = (await visitor.SubmitAsync("/my/new", "start-draft")).Location!;

        var saved = await visitor.PostFromAsync(step, AutosaveOf(step), ("Teller", "Somebody"), ("Demands", "Link"));

        Assert.Equal(HttpStatusCode.NoContent, saved.Status);
        var draft = await DraftAsync(owner);
        Assert.Equal("Somebody", draft.Teller);
        Assert.Equal([Demand.Link], draft.Demands);
    }

    [Fact]
    public async Task What_cannot_be_saved_while_typing_is_said_and_the_rest_is_saved()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var step = (await visitor.SubmitAsync("/my/new", "start-draft")).Location!;

        var saved = await visitor.PostFromAsync(step, AutosaveOf(step).Replace("step=1", "step=2", StringComparison.Ordinal), ("Amount", "forty"), ("Region", "Here"));

        Assert.Equal(HttpStatusCode.BadRequest, saved.Status);
        Assert.Contains("\"Amount\"", saved.Html, StringComparison.Ordinal);
        Assert.Equal("Here", (await DraftAsync(owner)).Region);
    }

    [Fact]
    public async Task Another_persons_draft_does_not_exist_and_without_the_token_nothing_is_saved()
    {
        using var visitor = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        var step = (await visitor.SubmitAsync("/my/new", "start-draft")).Location!;
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostFromAsync("/my/new", AutosaveOf(step), ("Teller", "Me"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(AutosaveOf(step), ("Teller", "Me"))).Status);
    }

    [Fact]
    public async Task A_message_is_sent_once_and_shown_and_a_card_number_in_it_is_masked()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var id = Guid.NewGuid().ToString();

        var sent = await visitor.SubmitAsync($"/my/cases/{number}", "message", ("commandId", id), ("Text", "card 6222021234567890128"));
        await visitor.SubmitAsync($"/my/cases/{number}", "message", ("commandId", id), ("Text", "card 6222021234567890128"));

        Assert.Equal($"/my/cases/{number}#messages", sent.Location);
        Assert.Equal(1, await host.AskAsync(db => db.Set<CaseMessage>().CountAsync(m => m.Text == "card 622202*********0128")));
    }

    [Fact]
    public async Task A_case_that_nobody_took_up_is_withdrawn_at_once_and_can_be_rated()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var version = await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Version).SingleAsync());

        var unfounded = await visitor.SubmitAsync($"/my/cases/{number}", "withdraw", ("version", version.ToString()), ("Reason", ""));
        await visitor.SubmitAsync($"/my/cases/{number}", "withdraw", ("version", version.ToString()), ("Reason", "solved"));
        await visitor.SubmitAsync($"/my/cases/{number}", "rate", ("Stars", "4"));

        Assert.Equal(HttpStatusCode.OK, unfounded.Status);
        var closed = await host.AskAsync(db => db.Set<Case>().SingleAsync(c => c.Number == number));
        Assert.Equal((CaseStatus.Closed, Outcome.Withdrawn, 4), (closed.Status, closed.Outcome, closed.Rating));
    }

    [Fact]
    public async Task The_case_of_another_merchant_does_not_exist()
    {
        var (_, number) = await host.OwnerWithCaseAsync();
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/my/cases/{number}")).Status);
    }

    [Fact]
    public async Task The_desk_files_for_a_merchant_with_the_same_steps()
    {
        var merchant = await host.AddMerchantAsync();
        using var agent = await host.VisitAsync(await host.OpenAsync(Role.Agent));

        var step = await agent.SubmitAsync("/desk/file", "start-draft", ("merchant", merchant.Value.ToString()));

        Assert.StartsWith("/desk/file/", step.Location, StringComparison.Ordinal);
        Assert.Contains("Noodle House", (await agent.GetAsync(step.Location!)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.MerchantOwner, "/my")]
    [InlineData(Role.Supervisor, "/desk")]
    [InlineData(Role.Admin, "/admin/people")]
    public async Task Home_is_where_ones_work_is(Role role, string home)
    {
        using var visitor = await host.VisitAsync(await host.OpenAsync(role));

        Assert.Equal(home, (await visitor.GetAsync("/")).Location);
    }

    [Theory]
    [InlineData("zh-CN", "/")]
    [InlineData("en", "/")]
    [InlineData("zh-CN", "/first-aid")]
    [InlineData("en", "/first-aid")]
    public async Task The_open_pages_answer_in_both_languages_to_everybody(string language, string path)
    {
        using var visitor = new Visitor(host, language);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_page_of_a_merchant_answers_in_both_languages_with_every_text(string language)
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        await host.SendAsync(new SetCulture.Command(language), await host.CallerOf(owner));
        using var visitor = await host.VisitAsync(owner);
        var step = (await visitor.SubmitAsync("/my/new", "start-draft")).Location!;
        string[] pages =
        [
            "/my", "/my/new", step, step[..^1] + "2", step[..^1] + "3", step[..^1] + "4", step[..^1] + "review",
            $"/my/cases/{number}", $"/my/cases/{number}?filed=1", "/notifications", "/first-aid",
        ];

        foreach (var path in pages)
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"<html lang=\"{language}\"", page.Html, StringComparison.Ordinal);
            // A text that is missing shows its key.
            Assert.DoesNotMatch(@">\s*(?:[A-Z][A-Za-z]+\.)+[A-Z][A-Za-z]*\s*<", page.Html);
        }
    }

    private static async Task<string> ContinueAsync(Visitor visitor, string step, params (string Name, string Value)[] fields)
    {
        var answer = await visitor.SubmitAsync(step, "filing-step", [.. fields, ("go", "next")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return answer.Location!;
    }

    private static string AutosaveOf(string step) => $"/drafts/{step.Split('/')[3]}?step=1";

    private Task<FilingForm> DraftAsync(AccountHost.Account owner) =>
        host.AskAsync(db => db.Set<CaseDraft>().Where(d => d.PersonId == owner.Id.Value).Select(d => d.Form).SingleAsync());
}
