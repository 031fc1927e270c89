using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using PosCases.Cases.Filing;
using PosCases.Platform.Messages;
using PosCases.Web.Cases.Wizard;

namespace PosCases.ComponentTests.Cases;

public sealed class FilingWizardTests : CaseContext
{
    static readonly Guid Id = Guid.NewGuid();

    public FilingWizardTests() => Mediator.On<SaveDraft.Command>(_ => Result.Ok);

    [Fact]
    public void A_step_asks_its_questions_and_says_which_step_it_is()
    {
        var page = Open(1);

        Assert.Contains("Step 1 of 4", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["ToldBy", "Demands", "ToldOn", "Teller", "CallerNumber", "Wording"], page.FindAll("[name]").Select(e => e.GetAttribute("name")!)
            .Where(FilingSteps.Of(1).Contains).Distinct());
    }

    [Fact]
    public void The_warning_is_on_the_page_from_the_start_so_that_it_needs_no_script_and_is_announced()
    {
        var page = Open(1);

        Assert.Equal("alert", page.Find(".red-flags").GetAttribute("role"));
        Assert.All(Enum.GetValues<Demand>(), demand =>
            Assert.NotEmpty(page.Find($"[name=Demands][value={demand}]").ParentElement!.QuerySelector(".choice-hint")!.TextContent));
    }

    [Fact]
    public void Known_red_flags_are_repeated_on_every_later_step()
    {
        Assert.Contains("This looks like a scam", Open(3, new FilingForm { Demands = [Demand.Fee] }).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("This looks like a scam", Open(3).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Unanswered_questions_are_said_at_the_question_and_in_the_summary_and_what_was_typed_stays()
    {
        var page = Open(1, posted: [("Teller", "Somebody"), ("go", "next")]);
        page.Find("form").Submit();

        Assert.Equal(2, page.FindAll("[data-form-errors] li").Count);
        Assert.Contains("How did you learn of it?", page.Find("[data-form-errors]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".field-error").Count);
        Assert.Equal("Somebody", page.Find("[name=Teller]").GetAttribute("value"));
        Assert.Equal("Somebody", Saved().Teller);
    }

    [Fact]
    public void What_cannot_be_read_is_shown_again_with_its_error()
    {
        var page = Open(2, posted: [("Measure", "Unknown"), ("Amount", "forty"), ("go", "next")]);
        page.Find("form").Submit();

        Assert.Equal("forty", page.Find("[name=Amount]").GetAttribute("value"));
        Assert.Contains("cannot be read", page.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(MeasureKind.Unknown, Saved().Measure);
    }

    [Fact]
    public void A_complete_step_leads_to_the_next_one_and_the_last_to_the_review()
    {
        Open(2, posted: [("Measure", "Unknown"), ("go", "next")]).Find("form").Submit();
        Assert.EndsWith($"/my/new/{Id}/3", Address(), StringComparison.Ordinal);

        Open(4, posted: [("go", "next")]).Find("form").Submit();
        Assert.EndsWith($"/my/new/{Id}/review", Address(), StringComparison.Ordinal);
    }

    [Fact]
    public void Going_back_saves_and_asks_for_nothing()
    {
        Open(2, posted: [("Region", "Here"), ("go", "back")]).Find("form").Submit();

        Assert.Equal("Here", Saved().Region);
        Assert.EndsWith($"/my/new/{Id}/1", Address(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_gone_says_so()
    {
        Mediator.On<ViewDraft.Query>(_ => Refused(new NotFound("Draft")));

        Assert.Contains("This draft is gone", Show(1, []).Markup, StringComparison.Ordinal);
    }

    IRenderedComponent<FilingWizard> Open(int step, FilingForm? form = null, (string Name, string Value)[]? posted = null)
    {
        Result<ViewDraft.Draft> found = new ViewDraft.Draft(Id, null, null, form ?? new FilingForm(), Now);
        Mediator.On<ViewDraft.Query>(_ => found);
        Mediator.On<PosCases.Institutions.ListInstitutions.Query>(_ => NoInstitutions());
        return Show(step, posted ?? []);
    }

    IRenderedComponent<FilingWizard> Show(int step, (string Name, string Value)[] posted)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(posted.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
        return Render<FilingWizard>(p => p
            .Add(w => w.DraftId, Id).Add(w => w.Step, step).Add(w => w.Base, "/my/new").Add(w => w.Home, "/my").Add(w => w.ForMerchant, true)
            .AddCascadingValue<HttpContext>(http));
    }

    FilingForm Saved() => Mediator.Sent.OfType<SaveDraft.Command>().Last().Form;

    string Address() => Services.GetRequiredService<NavigationManager>().Uri;

    static Result<ViewDraft.Draft> Refused(Error error) => error;

    static Result<PosCases.Platform.Data.Page<PosCases.Institutions.ListInstitutions.Row>> NoInstitutions() =>
        new PosCases.Platform.Data.Page<PosCases.Institutions.ListInstitutions.Row>([], 0, 1, 200);
}
