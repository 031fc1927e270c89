using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.Playbooks.Editing;
using PosCases.Web.Design;
using PosCases.Web.Desk.Playbooks.Editing;

namespace PosCases.ComponentTests.Desk.Playbooks;

public sealed class PlaybookDraftPageTests : DeskContext
{
    private static readonly Actor Zhao = new(Guid.NewGuid(), "Zhao", Role.Supervisor, null);
    private readonly PlaybookDraft draft = PlaybookDraft.Of(PlaybookLibrary.Read().First(p => p.Document.Code == "changed-data").Document, Zhao, DateTimeOffset.UnixEpoch);
    private bool mayReview;

    public PlaybookDraftPageTests()
    {
        SignIn(Zhao);
        Mediator.On<ViewPlaybookDraft.Query>(_ => Answer(new ViewPlaybookDraft.Details(
            draft, draft.Document, PlaybookCheck.FaultsOf(draft.Document), null, mayReview)));
        Mediator.On<SavePlaybookDraft.Command>(command =>
        {
            draft.Write(command.Document, Zhao, DateTimeOffset.UnixEpoch);
            return Result.Ok;
        });
    }

    [Fact]
    public void Every_step_and_paper_of_the_draft_has_its_form()
    {
        var page = Page();

        Assert.Equal(draft.Document.Steps.Count + draft.Document.Evidence.Count, page.FindAll("details.editor-row").Count);
        Assert.Equal(draft.Document.Title.En, page.Find("[name='title.en']").GetAttribute("value"));
    }

    [Fact]
    public void What_is_typed_is_kept_when_it_is_saved()
    {
        var page = Page();

        page.Find("[name='steps[0].title.en']").Change("Tell the bank what changed");
        page.FindAll(".sticky-bar button").Single(b => b.TextContent.Trim() == "Save").Click();

        Assert.Equal("Tell the bank what changed", draft.Document.Steps[0].Title.En);
    }

    [Fact]
    public void A_fault_stands_beside_its_field_and_keeps_the_draft_from_being_handed_in()
    {
        draft.Write(draft.Document with { Title = new Bilingual("", "Changed data") }, Zhao, DateTimeOffset.UnixEpoch);

        var page = Page();

        Assert.Contains("Not written yet", page.Find("#f-title-zh-error").TextContent, StringComparison.Ordinal);
        page.FindAll(".sticky-bar button").Single(b => b.TextContent.Trim() == "Hand in for approval").Click();

        Assert.DoesNotContain(Mediator.Sent, message => message is SubmitPlaybookDraft.Command);
        Assert.Contains(Services.GetRequiredService<Toasts>().Shown, toast => toast.Text == "1 things to mend before it can be published");
    }

    [Fact]
    public void What_is_typed_while_a_save_is_under_way_is_saved_before_the_draft_is_handed_in()
    {
        TaskCompletionSource saved = new();
        Mediator.Until<SavePlaybookDraft.Command>(saved.Task).On<SubmitPlaybookDraft.Command>(_ => Result.Ok);
        var page = Page();
        var handIn = page.FindAll(".sticky-bar button").Single(b => b.TextContent.Trim() == "Hand in for approval");

        page.Find("[name='title.en']").Change("First");
        page.FindAll(".sticky-bar button").Single(b => b.TextContent.Trim() == "Save").Click();
        page.Find("[name='title.en']").Change("Second");
        handIn.Click();
        saved.SetResult();

        page.WaitForAssertion(() => Mediator.Only<SubmitPlaybookDraft.Command>());
        Assert.Equal("Second", draft.Document.Title.En);
    }

    [Fact]
    public void A_step_moves_up_and_a_new_one_is_added_at_the_end()
    {
        var second = draft.Document.Steps[1].Code;
        var page = Page();

        page.FindAll("details.editor-row")[1].QuerySelectorAll(".row-actions button")[0].Click();
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Add a step").Click();
        page.FindAll(".sticky-bar button").Single(b => b.TextContent.Trim() == "Save").Click();

        Assert.Equal(second, draft.Document.Steps[0].Code);
        Assert.Equal("", draft.Document.Steps[^1].Code);
    }

    [Fact]
    public void Only_a_second_supervisor_is_offered_to_approve()
    {
        draft.Submit();
        Assert.DoesNotContain("Approve and publish", Page().Markup, StringComparison.Ordinal);

        mayReview = true;

        Assert.Contains("Approve and publish", Page().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void When_somebody_else_changed_it_what_was_typed_stays_and_it_is_said()
    {
        Mediator.On<SavePlaybookDraft.Command>(_ => new Conflict());
        var page = Page();

        page.Find("[name='title.en']").Change("Mine");
        page.FindAll(".sticky-bar button").Single(b => b.TextContent.Trim() == "Save").Click();

        Assert.Contains("Somebody else has just changed this draft", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Find("[name='title.en']").GetAttribute("value"));
    }

    private IRenderedComponent<PlaybookDraftPage> Page() => Render<PlaybookDraftPage>(p => p.Add(x => x.Id, draft.Id.Value));
}
