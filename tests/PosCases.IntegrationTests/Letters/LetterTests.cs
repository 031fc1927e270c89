using DocumentFormat.OpenXml.Packaging;
using PosCases.Cases;
using PosCases.Cases.Verification;
using PosCases.Letters;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Letters;

/// <summary>Letters through the door: written by the agent, approved by a supervisor, put out as papers.</summary>
public sealed class LetterTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_letter_is_filled_from_the_case_and_says_what_it_lacks()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        var letter = await MakeAsync(id, "statement-of-facts");

        var read = await ReadAsync(letter);

        var text = string.Join('\n', read.Letter.Content.Texts.Select(t => t.Text));
        var view = await app.ViewOf(id);
        Assert.Contains(view.Summary.MerchantName, text, StringComparison.Ordinal);
        Assert.Contains("48,200.00", text, StringComparison.Ordinal);
        Assert.Contains("\u7b7e\u8d2d\u5355", text, StringComparison.Ordinal);
        Assert.Contains(read.Missing, m => m is { Label: "\u4e8b\u60c5\u7ecf\u8fc7", Place: FieldPlace.Letter });
        Assert.Contains(read.Missing, m => m is { Label: "\u8054\u7cfb\u7535\u8bdd", Place: FieldPlace.Letter });
        Assert.Equal((LetterState.Draft, 1), (read.Letter.State, read.Letter.LastNumber));
        Assert.Contains(await app.EventsOf(id), e => e is { Kind: CaseEventKind.LetterMade, DeskOnly: true });
    }

    [Fact]
    public async Task What_is_typed_is_kept_without_a_version_and_an_outdated_revision_is_a_conflict()
    {
        var letter = await MakeAsync(await app.Given.Case().By("li").At(DemoPath.Submitted), "statement-of-facts");
        var read = (await ReadAsync(letter)).Letter;

        var kept = await app.As("li").Send(new KeepLetterDraft.Command(letter, read.Revision, With(read.Content, "first thought")));
        var late = await app.As("li").Send(new KeepLetterDraft.Command(letter, read.Revision, With(read.Content, "second thought")));

        Assert.Equal(read.Revision + 1, kept.Value);
        Assert.IsType<Conflict>(late.Error);
        var now = (await ReadAsync(letter)).Letter;
        Assert.Equal(("first thought", 1), (now.Content.Sections[0].Body, now.Versions.Count));
    }

    [Fact]
    public async Task Every_saved_version_stays_and_an_earlier_one_can_be_taken_up_again()
    {
        var letter = await MakeAsync(await app.Given.Case().By("li").At(DemoPath.Submitted), "statement-of-facts");
        var first = (await ReadAsync(letter)).Letter;
        var saved = await app.As("li").Send(new SaveLetterVersion.Command(letter, first.Revision, With(first.Content, "new words")));

        var restored = await app.As("li").Send(new RestoreLetterVersion.Command(letter, saved.Value, 1));

        Assert.True(restored.Succeeded);
        var now = (await ReadAsync(letter)).Letter;
        Assert.True(now.Content.Says(first.Content));
        Assert.Equal(
            [(3, LetterVersionKind.Restored), (2, LetterVersionKind.Saved), (1, LetterVersionKind.Made)], now.Versions.Select(v => (v.Number, v.Kind)));
        Assert.All(now.Versions, v => Assert.NotEqual("", v.ByName));
    }

    [Fact]
    public async Task A_supervisor_who_wrote_nothing_of_it_approves_it_and_only_then_it_loses_the_mark_of_a_draft()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        var letter = await MakeAsync(id, "unfreeze-request");
        var revision = await CompleteAsync(letter);

        var alone = await app.As("li").Send(new FinishLetter.Command(letter, revision));
        var early = await app.As("zhao").Send(new ApproveLetter.Command(letter, revision));
        var submitted = await app.As("li").Send(new SubmitLetter.Command(letter, revision));
        Assert.NotNull(await MarkOf(letter));
        var agent = await app.As("li").Send(new ApproveLetter.Command(letter, submitted.Value));
        var approved = await app.As("zhao").Send(new ApproveLetter.Command(letter, submitted.Value));

        Assert.Equal(new LetterRefused(LetterRefusal.NeedsApproval), alone.Error);
        Assert.Equal(new LetterRefused(LetterRefusal.NotInReview), early.Error);
        Assert.IsType<NotPermitted>(agent.Error);
        Assert.True(approved.Succeeded, approved.Error?.Code);
        Assert.Null(await MarkOf(letter));
        var read = (await ReadAsync(letter)).Letter;
        Assert.Equal((LetterState.Final, read.LastNumber, (await app.As("zhao").Send(new ListLetters.Query(id))).Value.Letters[0].ApprovedByName), (read.State, read.FinalNumber!.Value, read.ApprovedByName));
        Assert.Contains(await app.EventsOf(id), e => e.Kind == CaseEventKind.LetterFinished);
        Assert.Contains(await app.AuditOf(letter.Value), e => e.Message.Contains("ApproveLetter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_approves_his_own_letter()
    {
        var id = await app.Given.Case().By("zhao").At(DemoPath.Submitted);
        var letter = await MakeAsync(id, "unfreeze-request", "zhao");
        var revision = await CompleteAsync(letter, "zhao");
        var submitted = await app.As("zhao").Send(new SubmitLetter.Command(letter, revision));

        var own = await app.As("zhao").Send(new ApproveLetter.Command(letter, submitted.Value));
        var returned = await app.As("sun").Send(new ReturnLetter.Command(letter, submitted.Value, "name the clause"));

        Assert.Equal(new LetterRefused(LetterRefusal.OwnLetter), own.Error);
        Assert.True(returned.Succeeded, returned.Error?.Code);
        var read = (await ReadAsync(letter)).Letter;
        Assert.Equal((LetterState.Draft, "name the clause"), (read.State, read.ReturnReason));
    }

    [Fact]
    public async Task A_letter_that_lacks_something_does_not_become_final()
    {
        var letter = await MakeAsync(await app.Given.Case().By("li").At(DemoPath.Submitted), "retrieval-reply");
        var read = await ReadAsync(letter);

        var finished = await app.As("li").Send(new FinishLetter.Command(letter, read.Letter.Revision));

        var lack = Assert.IsType<LetterIncomplete>(finished.Error);
        Assert.Equal(read.Missing, lack.Fields);
    }

    [Fact]
    public async Task Where_a_confirmed_cause_says_otherwise_a_part_is_left_out_with_its_reason_and_a_denial_is_refused_but_kept()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        await ConfirmAsync(id, "FALSE_SALES");
        var letter = await MakeAsync(id, "statement-of-facts");
        var read = (await ReadAsync(letter)).Letter;

        Assert.Equal("FALSE_SALES", Assert.Single(read.Omitted).Cause);
        Assert.DoesNotContain(read.Content.Texts, t => t.Text.Contains("\u771f\u5b9e\u7684\u5546\u54c1", StringComparison.Ordinal));
        Assert.True(read.NeedsApproval);
        var denial = With(read.Content, "\u6211\u5e97\u6ca1\u6709\u865a\u5047\u4ea4\u6613\u3002");
        var kept = await app.As("li").Send(new KeepLetterDraft.Command(letter, read.Revision, denial));
        var saved = await app.As("li").Send(new SaveLetterVersion.Command(letter, kept.Value, denial));

        Assert.True(kept.Succeeded);
        Assert.Equal("Letter.Fault.DeniesCause", saved.Error!.Code);
        Assert.Equal(LetterFaultKind.DeniesCause, Assert.Single((await ReadAsync(letter)).Faults).Kind);
    }

    [Fact]
    public async Task Where_a_playbook_has_a_supervisor_look_first_every_letter_that_goes_out_needs_approval()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Collecting);
        Assert.False((await OffersAsync(id)).Single(o => o.Code == "reasons-request").NeedsApproval);

        await ConfirmAsync(id, "UNLAWFUL_TRADE");

        var offers = await OffersAsync(id);
        Assert.True(offers.Single(o => o.Code == "reasons-request").NeedsApproval);
        Assert.False(offers.Single(o => o.Code == "customer-notice").NeedsApproval);
        Assert.True((await ReadAsync(await MakeAsync(id, "reasons-request"))).Letter.NeedsApproval);
    }

    [Fact]
    public async Task No_institution_is_asked_to_lift_what_an_authority_ordered()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        var view = await app.ViewOf(id);
        foreach (var measure in view.Case.Measures)
        {
            Assert.Null((await app.As("li").Send(new RecordMeasure.Command(id, (await app.ViewOf(id)).Case.Version, measure.Id,
                new MeasureRecord { Kind = PosCases.Cases.Filing.MeasureKind.JudicialFreeze, ImposedBy = PosCases.Cases.Filing.ImposedBy.Police, DocumentNumber = "DOC-9" }))).Error);
        }

        var refused = await app.As("li").Send(new MakeLetter.Command(id, "unfreeze-request", LetterLanguage.Chinese));
        var offers = (await app.As("li").Send(new ListLetters.Query(id))).Value.Offers;

        Assert.Equal(new LetterRefused(LetterRefusal.OnlyAuthorityLifts), refused.Error);
        Assert.True(offers.Single(o => o.Code == "police-request").Suits);
        Assert.False(offers.Single(o => o.Code == "unfreeze-request").Suits);
        var police = (await ReadAsync(await MakeAsync(id, "police-request"))).Letter;
        Assert.Contains(police.Content.Texts, t => t.Text.Contains("DOC-9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_merchant_sees_final_letters_that_are_for_him_and_others_see_none()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        var notice = await MakeAsync(id, "customer-notice");
        var statement = await MakeAsync(id, "statement-of-facts");

        Assert.Empty((await app.As("huanan").Send(new ListLetters.Query(id))).Value.Letters);
        Assert.Null((await app.As("li").Send(new FinishLetter.Command(notice, await CompleteAsync(notice)))).Error);

        var seen = (await app.As("huanan").Send(new ListLetters.Query(id))).Value;
        Assert.Equal((notice, false, 0), (Assert.Single(seen.Letters).Id, seen.MayWrite, seen.Offers.Count));
        Assert.True((await app.As("huanan").Send(new OutputLetter.Command(notice, null, LetterFormat.Docx))).Succeeded);
        Assert.Equal("NotFound.Letter", (await app.As("huanan").Send(new OutputLetter.Command(statement, null, LetterFormat.Docx))).Error!.Code);
        Assert.Equal("NotFound.LetterVersion", (await app.As("huanan").Send(new PrintLetter.Query(notice, 1))).Error!.Code);
        Assert.Equal("NotFound.Letter", (await app.As("harbor").Send(new OutputLetter.Command(notice, null, LetterFormat.Docx))).Error!.Code);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new KeepLetterDraft.Command(notice, 1, (await ReadAsync(notice)).Letter.Content))).Error);
        Assert.Equal("NotFound.Case", (await app.As("harbor").Send(new ListLetters.Query(id))).Error!.Code);
    }

    [Fact]
    public async Task Only_the_owner_of_the_case_writes_on_its_letters()
    {
        var letter = await MakeAsync(await app.Given.Case().By("li").At(DemoPath.Submitted), "reasons-request");
        var read = (await ReadAsync(letter)).Letter;

        Assert.Equal("Case.NotTheOwner", (await app.As("wang").Send(new SaveLetterVersion.Command(letter, read.Revision, read.Content))).Error!.Code);
    }

    [Fact]
    public async Task What_the_case_learns_later_fills_the_marks_and_touches_nothing_else()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        var letter = await MakeAsync(id, "police-request");
        var read = (await ReadAsync(letter)).Letter;
        var typed = read.Content with { Title = "my title", Sections = [.. read.Content.Sections, new LetterSection("", SectionKind.Text, "\u3010\u5f85\u586b\uff1a\u5546\u6237\u540d\u79f0\u3011 typed")] };
        var kept = await app.As("li").Send(new KeepLetterDraft.Command(letter, read.Revision, typed));

        var filled = await app.As("li").Send(new RefillLetter.Command(letter, kept.Value));
        var again = await app.As("li").Send(new RefillLetter.Command(letter, filled.Value));

        var now = (await ReadAsync(letter)).Letter;
        Assert.Equal("my title", now.Content.Title);
        Assert.Equal((await app.ViewOf(id)).Summary.MerchantName + " typed", now.Content.Sections[^1].Body);
        Assert.Equal(new LetterRefused(LetterRefusal.NothingToFill), again.Error);
    }

    [Theory]
    [InlineData(LetterLanguage.Chinese, "\u53cd\u7535\u4fe1\u7f51\u7edc\u8bc8\u9a97\u6cd5", "\u6838\u5bf9")]
    [InlineData(LetterLanguage.English, "Anti-Telecom-Fraud Law", "checked")]
    public async Task Rules_stand_on_the_paper_with_label_and_date(LetterLanguage language, string law, string checkedOn)
    {
        var letter = await MakeAsync(await app.Given.Case().By("li").At(DemoPath.Submitted), "reasons-request", language: language);

        var paper = (await app.As("li").Send(new PrintLetter.Query(letter, 1))).Value.Paper;

        var cited = Assert.Single(Assert.IsType<LawBlock>(paper.Blocks[^1]).References);
        Assert.Contains(law, cited.Name, StringComparison.Ordinal);
        Assert.NotEqual("", cited.Label);
        Assert.Contains(checkedOn, cited.CheckedOn, StringComparison.Ordinal);
        Assert.Contains(paper.Blocks.OfType<SignatureBlock>().SelectMany(b => b.Lines).SelectMany(l => l.Text), r => r.Look == RunLook.Missing);
    }

    [Fact]
    public async Task Each_template_can_be_written_in_both_languages_and_read_back_from_the_file()
    {
        var id = await app.Given.Case().By("li").At(DemoPath.Submitted);
        foreach (var (template, language) in LetterLibrary.Templates.SelectMany(t => Enum.GetValues<LetterLanguage>().Select(l => (t, l))))
        {
            var made = await app.As("li").Send(new MakeLetter.Command(id, template.Code, language));
            Assert.True(made.Succeeded, $"{template.Code}: {made.Error?.Code}");
            var paper = (await app.As("li").Send(new PrintLetter.Query(new LetterId(made.Value), 1))).Value.Paper;

            using var file = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(paper)), isEditable: false);

            Assert.Contains(template.Title.In(language), file.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", file.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
        }
    }

    private async Task<LetterId> MakeAsync(CaseId id, string template, string by = "li", LetterLanguage language = LetterLanguage.Chinese)
    {
        var made = await app.As(by).Send(new MakeLetter.Command(id, template, language));
        Assert.True(made.Succeeded, made.Error?.Code);
        return new LetterId(made.Value);
    }

    private async Task<IReadOnlyList<ListLetters.Offer>> OffersAsync(CaseId id) => (await app.As("li").Send(new ListLetters.Query(id))).Value.Offers;

    private async Task<ViewLetter.Answer> ReadAsync(LetterId id) => (await app.As("zhao").Send(new ViewLetter.Query(id))).Value;

    private async Task<string?> MarkOf(LetterId id)
    {
        var number = (await app.As("zhao").Send(new OutputLetter.Command(id, null, LetterFormat.Page))).Value;
        return (await app.As("zhao").Send(new PrintLetter.Query(id, number))).Value.Paper.Mark;
    }

    // Fills every mark by hand, as a writer would.
    private async Task<int> CompleteAsync(LetterId id, string by = "li")
    {
        var letter = (await ReadAsync(id)).Letter;
        var content = letter.Content.Map(text => LetterLibrary.Words.Marks.Replace(text, "ok"));
        var saved = await app.As(by).Send(new SaveLetterVersion.Command(id, letter.Revision, content));
        Assert.True(saved.Succeeded, saved.Error?.Code);
        return saved.Value;
    }

    private async Task ConfirmAsync(CaseId id, string cause)
    {
        var version = (await app.ViewOf(id)).Case.Version;
        var added = await app.As("li").Send(new AddCause.Command(id, version, cause, Confidence.High, CauseSource.Merchant, "he says so"));
        Assert.True(added.Succeeded, added.Error?.Code);
    }

    private static LetterContent With(LetterContent content, string words) => content with { Sections = [content.Sections[0] with { Body = words }, .. content.Sections.Skip(1)] };
}
