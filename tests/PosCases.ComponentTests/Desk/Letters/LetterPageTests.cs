using AngleSharp.Dom;
using PosCases.Letters;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Desk.Letters;

namespace PosCases.ComponentTests.Desk.Letters;

public sealed class LetterPageTests : DeskContext
{
    private static readonly Actor Zhao = new(Guid.NewGuid(), "Zhao", Role.Supervisor, null);
    private readonly Letter letter;
    private bool mayWrite = true;
    private bool mayReview;
    private bool canPdf = true;
    private IReadOnlyList<LetterFault> faults = [];

    public LetterPageTests()
    {
        SignIn(Li);
        letter = Made("unfreeze-request");
        Mediator.On<ViewLetter.Query>(_ => Answer(Read(letter)));
        Mediator.On<KeepLetterDraft.Command>(c => c.Revision == letter.Revision ? letter.Keep(c.Content, Li, Now) : Refuse<int>(new Conflict()));
        Mediator.On<SaveLetterVersion.Command>(c => c.Revision == letter.Revision ? letter.Save(c.Content, LetterVersionKind.Saved, Li, Now) : Refuse<int>(new Conflict()));
    }

    [Fact]
    public void Every_part_can_be_written_and_what_is_missing_stands_beside_with_where_to_fill_it_in()
    {
        var page = Page();

        Assert.Equal(letter.Content.Sections.Count, page.FindAll("textarea").Count);
        var missing = page.FindAll(".letter-missing li");
        Assert.NotEmpty(missing);
        Assert.Contains(missing, m => m.TextContent.Contains("Address", StringComparison.Ordinal) && m.QuerySelector("a")!.GetAttribute("href")!.StartsWith("/merchants/", StringComparison.Ordinal));
        Assert.Contains(missing, m => m.TextContent.Contains("here, in the letter", StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".letter-aside .rule-ref, .letter-aside [translate=no]"));
    }

    [Fact]
    public void What_is_typed_is_kept_before_one_leaves_or_does_anything_else()
    {
        Mediator.On<SubmitLetter.Command>(_ => Refuse<int>(new LetterIncomplete([new MissingField("Address", FieldPlace.Merchant)])));
        var page = Page();

        page.Find("textarea").Input("typed words");
        Button(page, "Hand in for approval").Click();

        Assert.Equal("typed words", letter.Content.Sections[0].Body);
        Assert.Contains("1 missing, such as \u201cAddress\u201d", page.Markup, StringComparison.Ordinal);
        Assert.Equal("typed words", page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Somebody_elses_change_is_a_conflict_that_loses_nothing_and_both_can_be_saved()
    {
        var page = Page();
        letter.Keep(letter.Content with { Title = "theirs" }, Zhao, Now);

        page.Find("textarea").Input("mine");
        Button(page, "Save a version").Click();

        Assert.Contains("Somebody else changed this letter", page.Markup, StringComparison.Ordinal);
        Assert.Equal("theirs", letter.Content.Title);
        Assert.Equal("mine", page.Find("textarea").GetAttribute("value"));
        Button(page, "Save both as versions").Click();
        Assert.Equal(["mine", "theirs"], letter.Versions.OrderByDescending(v => v.Number).Take(2).Select(v => v.Content.Sections[0].Body == "mine" ? "mine" : v.Content.Title));
        Assert.DoesNotContain("Somebody else changed this letter", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_not_be_said_is_named_with_its_reason()
    {
        faults = [new LetterFault(LetterFaultKind.DeniesCause, "Sections[0].Body", "no cash-out", "FALSE_SALES")];

        Assert.Contains("denies the cause \u201cSales without trade\u201d that the case confirms", Page().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_under_review_is_read_and_approved_by_a_supervisor_who_did_not_write_it()
    {
        letter.Submit(Li, Now);
        (mayWrite, mayReview) = (false, true);
        Mediator.On<ApproveLetter.Command>(_ => letter.Approve(Zhao, Now));
        var page = Page();

        Assert.Empty(page.FindAll("textarea"));
        Button(page, "Approve").Click();
        page.FindAll("dialog button").Last(b => b.TextContent.Trim() == "Approve").Click();

        Assert.Equal(letter.Id, Mediator.Only<ApproveLetter.Command>().Id);
        Assert.Contains("Final", page.Find("h1").ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Returning_needs_a_reason()
    {
        letter.Submit(Li, Now);
        (mayWrite, mayReview) = (false, true);
        Mediator.On<ReturnLetter.Command>(c => letter.Return(c.Reason, Zhao));
        var page = Page();
        Button(page, "Return").Click();

        page.FindAll("dialog button").Last(b => b.TextContent.Trim() == "Return").Click();
        Assert.Contains("Please give the reason", page.Markup, StringComparison.Ordinal);
        page.Find("dialog textarea").Change("name the clause");
        page.FindAll("dialog button").Last(b => b.TextContent.Trim() == "Return").Click();

        Assert.Equal("name the clause", Mediator.Only<ReturnLetter.Command>().Reason);
        Assert.Contains("Returned by a supervisor", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_is_compared_line_by_line_and_taken_up_again()
    {
        letter.Save(letter.Content with { Title = "new title" }, LetterVersionKind.Saved, Li, Now);
        Mediator.On<RestoreLetterVersion.Command>(c => letter.Save(letter.Versions.Single(v => v.Number == c.Number).Content, LetterVersionKind.Restored, Li, Now));
        var page = Page();

        page.FindAll(".letter-versions button").Last(b => b.TextContent.Trim() == "Compare").Click();
        Assert.Equal("new title", page.Find(".letter-diff ins").TextContent);
        page.FindAll(".letter-versions button").Last(b => b.TextContent.Trim() == "Restore").Click();

        Assert.Equal(1, Mediator.Only<RestoreLetterVersion.Command>().Number);
        Assert.Equal(letter.Versions[0].Content.Title, page.Find("[name='Content.Title']").GetAttribute("value"));
    }

    [Fact]
    public void Without_the_program_for_PDF_it_is_said_and_the_page_is_offered()
    {
        canPdf = false;

        var page = Page();

        Assert.DoesNotContain(page.FindAll("a"), a => a.GetAttribute("href")!.EndsWith("/pdf", StringComparison.Ordinal));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href")!.EndsWith("/print", StringComparison.Ordinal));
        Assert.Contains("No program for PDF", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_write_reads()
    {
        mayWrite = false;

        var page = Page();

        Assert.Empty(page.FindAll("textarea, .sticky-bar button"));
        Assert.Contains("Only the case's owner writes on it", page.Markup, StringComparison.Ordinal);
    }

    private static IElement Button(IRenderedComponent<LetterPage> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private IRenderedComponent<LetterPage> Page() => Render<LetterPage>(p => p.Add(x => x.Id, letter.Id.Value));

    private ViewLetter.Answer Read(Letter read) => new(
        read, "FZ-2026-000123", Guid.NewGuid(), LetterLibrary.Find(read.Template)!, LetterFill.Missing(read.Content), faults, mayWrite, mayReview, canPdf);

    private static Letter Made(string template)
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li);
        var merchant = Merchant.Register(new MerchantProfile("Noodle House", MerchantKind.Company), null, Li, Now);
        var facts = new LetterFacts(found, merchant, new Dictionary<PosCases.Institutions.InstitutionId, string>(), new DateOnly(2026, 11, 24));
        var used = LetterLibrary.Find(template)!;
        return Letter.Make(found.Id, used, LetterFill.Fill(used, facts, LetterLanguage.English), LetterLanguage.English, facts.NeedsApproval(used), Li, Now);
    }
}
