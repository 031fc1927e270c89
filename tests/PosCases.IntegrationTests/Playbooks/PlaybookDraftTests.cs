using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.Playbooks.Editing;

namespace PosCases.IntegrationTests.Playbooks;

/// <summary>A playbook from the first line to the first case, without touching code.</summary>
public sealed class PlaybookDraftTests(CoreHost core) : IClassFixture<CoreHost>
{
    private static readonly Actor Other = new(Guid.NewGuid(), "Sun", Role.Supervisor, null);

    [Fact]
    public async Task What_one_supervisor_writes_and_another_approves_is_published_as_the_next_version()
    {
        var id = await WrittenAsync("market-closed", "DORMANT");
        Assert.True((await core.Send(new SubmitPlaybookDraft.Command(id, await VersionOf(id)), core.Supervisor)).Succeeded);

        var published = await core.Send(new ApprovePlaybookDraft.Command(id, await VersionOf(id)), Other);

        Assert.Equal(1, published.Value);
        var listed = Assert.Single((await core.Send(new ListPlaybooks.Query(), core.Agent)).Value, p => p.Code == "market-closed");
        Assert.Equal("Market closed", listed.Title.En);
        Assert.IsType<NotFound>((await core.Send(new ViewPlaybookDraft.Query(id), Other)).Error);
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_last()
    {
        var id = await WrittenAsync("own-draft", "DORMANT");
        await core.Send(new SubmitPlaybookDraft.Command(id, await VersionOf(id)), core.Supervisor);

        var approved = await core.Send(new ApprovePlaybookDraft.Command(id, await VersionOf(id)), core.Supervisor);

        Assert.Equal(new PlaybookRefused(PlaybookRefusal.OwnDraft), approved.Error);
    }

    [Fact]
    public async Task A_draft_with_faults_is_kept_but_not_handed_in()
    {
        var id = (await core.Send(new StartPlaybookDraft.Command("half-written"), core.Supervisor)).Value;

        var submitted = await core.Send(new SubmitPlaybookDraft.Command(id, await VersionOf(id)), core.Supervisor);

        Assert.NotEmpty(Assert.IsType<PlaybookFaulty>(submitted.Error).Faults);
        Assert.Equal(DraftState.Editing, (await core.Send(new ViewPlaybookDraft.Query(id), core.Supervisor)).Value.Draft.State);
    }

    [Fact]
    public async Task A_returned_draft_says_why_until_it_is_changed()
    {
        var id = await WrittenAsync("sent-back", "DORMANT");
        await core.Send(new SubmitPlaybookDraft.Command(id, await VersionOf(id)), core.Supervisor);

        await core.Send(new ReturnPlaybookDraft.Command(id, await VersionOf(id), "too long"), Other);
        var returned = (await core.Send(new ViewPlaybookDraft.Query(id), core.Supervisor)).Value;
        await core.Send(new SavePlaybookDraft.Command(id, returned.Draft.Version, returned.Document), core.Supervisor);

        Assert.Equal((DraftState.Editing, "too long"), (returned.Draft.State, returned.Draft.ReturnReason));
        Assert.Null((await core.Send(new ViewPlaybookDraft.Query(id), core.Supervisor)).Value.Draft.ReturnReason);
    }

    [Fact]
    public async Task Saving_over_somebody_elses_change_is_a_conflict()
    {
        var id = await WrittenAsync("two-writers", "DORMANT");
        var seen = (await core.Send(new ViewPlaybookDraft.Query(id), core.Supervisor)).Value;
        await core.Send(new SavePlaybookDraft.Command(id, seen.Draft.Version, seen.Document), Other);

        var late = await core.Send(new SavePlaybookDraft.Command(id, seen.Draft.Version, seen.Document), core.Supervisor);

        Assert.IsType<Conflict>(late.Error);
    }

    [Fact]
    public async Task An_exported_playbook_comes_back_as_a_draft_of_its_next_version()
    {
        await core.Send(new ImportPlaybooks.Command(), Actor.System);
        var exported = (await core.Send(new ExportPlaybook.Query("changed-data", null), core.Agent)).Value;

        var imported = await core.Send(new ImportPlaybookDraft.Command(exported.Json), core.Supervisor);

        var draft = (await core.Send(new ViewPlaybookDraft.Query(imported.Value), core.Supervisor)).Value;
        Assert.Equal(draft.Published!.Version + 1, draft.Document.Version);
        Assert.Equal((draft.Published with { Version = 0 }).ToJson(), (draft.Document with { Version = 0 }).ToJson());
    }

    [Fact]
    public async Task A_text_that_is_no_playbook_is_refused_with_the_line_of_the_fault()
    {
        var imported = await core.Send(new ImportPlaybookDraft.Command("{\n  \"code\": \"x\",\n  \"colour\": \"red\"\n}"), core.Supervisor);

        Assert.Equal(3, Assert.IsType<PlaybookUnreadable>(imported.Error).Line);
    }

    [Fact]
    public async Task A_retired_playbook_says_so_and_the_one_for_everything_else_cannot_be_retired()
    {
        await core.Send(new ImportPlaybooks.Command(), Actor.System);
        var id = await WrittenAsync("to-retire", "DORMANT");
        await core.Send(new SubmitPlaybookDraft.Command(id, await VersionOf(id)), core.Supervisor);
        await core.Send(new ApprovePlaybookDraft.Command(id, await VersionOf(id)), Other);

        Assert.True((await core.Send(new RetirePlaybook.Command("to-retire", "replaced"), core.Supervisor)).Succeeded);
        Assert.Equal(new PlaybookRefused(PlaybookRefusal.Retired), (await core.Send(new RetirePlaybook.Command("to-retire", "again"), core.Supervisor)).Error);
        Assert.Equal(new PlaybookRefused(PlaybookRefusal.Indispensable), (await core.Send(new RetirePlaybook.Command(PlaybookChoice.Fallback, "no"), core.Supervisor)).Error);
        Assert.DoesNotContain((await core.Send(new ListPlaybooks.Query(), core.Agent)).Value, p => p.Code == "to-retire");
    }

    private async Task<PlaybookDraftId> WrittenAsync(string code, string cause)
    {
        var id = (await core.Send(new StartPlaybookDraft.Command(code), core.Supervisor)).Value;
        var written = await core.Send(new SavePlaybookDraft.Command(id, await VersionOf(id), Document(code, cause)), core.Supervisor);
        Assert.True(written.Succeeded);
        return id;
    }

    private async Task<Guid> VersionOf(PlaybookDraftId id) => (await core.Send(new ViewPlaybookDraft.Query(id), core.Supervisor)).Value.Draft.Version;

    private static PlaybookDocument Document(string code, string cause) => new()
    {
        Code = code,
        Version = 1,
        Title = new Bilingual("\u5e02\u573a\u5173\u95ed", "Market closed"),
        Summary = new Bilingual("\u5e02\u573a\u5173\u95ed", "The market is closed"),
        Causes = [cause],
        Steps =
        [
            new()
            {
                Code = "ask",
                Stage = CaseStatus.BankCommunication,
                Role = StepRole.Agent,
                Mandatory = true,
                Title = new Bilingual("\u8be2\u95ee", "Ask"),
                Guidance = new Bilingual("\u8be2\u95ee\u673a\u6784", "Ask the institution"),
                Sources = ["S07"],
            },
        ],
        Evidence = [new() { Codes = ["MEASURE_NOTICE"], Level = RequirementLevel.Required, Why = new Bilingual("\u539f\u6587", "The wording") }],
    };
}
