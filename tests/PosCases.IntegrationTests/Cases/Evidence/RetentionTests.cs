using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Retention;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

public sealed class RetentionTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task Papers_whose_time_has_ended_are_erased_for_good_and_the_record_of_it_names_nobody()
    {
        var found = await app.Given.Case().At(DemoPath.ClosedFull);
        Assert.Equal(new NotFound("Evidence"), (await EraseAsync(found, ErasureGround.Expired)).Error);
        app.Clock.Advance(TimeSpan.FromDays(3 * 366));
        var row = (await app.As("zhao").Send(new ListRetention.Query(Held: false))).Value.Items.Single(r => r.Id == found);
        Assert.InRange(row.Due, 1, row.Papers);
        var before = (await app.ViewOf(found)).Case.Evidence;

        var erased = await EraseAsync(found, ErasureGround.Expired);

        Assert.Equal(row.Due, erased.Value);
        var item = (await app.ViewOf(found)).Case.Evidence.First(i => i.FileName == "—");
        Assert.Equal(new EvidenceGone(), (await app.As("zhao").Send(new OpenEvidence.Command(item.Id))).Error);
        var file = await app.AskAsync(db => db.Set<VaultFile>().SingleAsync(f => f.Name == item.StorageKey));
        Assert.Null(file.WrappedKey);
        var told = (await app.EventsOf(found)).Single(e => e.Kind == CaseEventKind.EvidenceErased);
        Assert.DoesNotContain(before, i => told.Details.Values.Any(v => v.Contains(i.FileName, StringComparison.Ordinal)));
        Assert.Contains((await app.As("zhao").Send(new ViewCustody.Query(item.Id))).Value.Entries, e => e.Kind == CustodyKind.Erased);
        // The bytes themselves are swept a day later.
        var path = Path.Combine(app.DataFolder, "evidence", item.StorageKey[..2], item.StorageKey);
        File.SetLastWriteTimeUtc(path, app.Clock.GetUtcNow().UtcDateTime.AddDays(-2));
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.RunJobsAsync();
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task On_hold_nothing_is_erased_neither_by_the_command_nor_past_it()
    {
        var found = await app.Given.Case().Of("lanxin").At(DemoPath.ClosedFull);
        Assert.True((await HoldAsync(found, hold: true)).Succeeded);
        app.Clock.Advance(TimeSpan.FromDays(3 * 366));

        Assert.Equal([new FieldError("Id", "OnHold", [])], Assert.IsType<Invalid>((await EraseAsync(found, ErasureGround.Expired)).Error).Fields);
        Assert.Equal("r", (await app.As("zhao").Send(new ListRetention.Query(Held: true))).Value.Items.Single(r => r.Id == found).HoldReason);
        var key = (await app.ViewOf(found)).Case.Evidence[0].StorageKey;
        await Assert.ThrowsAnyAsync<Exception>(() => app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == key)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ErasedAt, app.Clock.GetUtcNow()))));

        Assert.True((await HoldAsync(found, hold: false)).Succeeded);
        Assert.True((await EraseAsync(found, ErasureGround.Expired)).Succeeded);
    }

    [Fact]
    public async Task An_open_case_keeps_its_papers_and_an_agent_erases_none()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);

        Assert.Equal([new FieldError("Id", "CaseOpen", [])], Assert.IsType<Invalid>((await EraseAsync(found, ErasureGround.Request)).Error).Fields);
        var version = (await app.ViewOf(found)).Case.Version;
        Assert.IsType<NotPermitted>((await app.As("li").Send(new EraseEvidence.Command(found, version, ErasureGround.Request, "r"))).Error);
    }

    [Fact]
    public async Task A_paper_handed_in_while_the_case_is_on_hold_is_on_hold_too()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        Assert.True((await HoldAsync(found, hold: true)).Succeeded);

        var item = (await app.As("huanan").Send(new SubmitEvidence.Command(found, null, EvidenceCode.Other, await app.TakeAsync(found)))).Value;

        var key = (await app.ViewOf(found)).Case.Evidence.Single(i => i.Id == item).StorageKey;
        Assert.True(await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == key).Select(f => f.OnHold).SingleAsync()));
    }

    [Fact]
    public async Task Leads_on_a_scam_are_due_after_a_year_and_settlement_papers_after_five()
    {
        Assert.Equal(12, RetentionLibrary.Of("CALL_RECORD", Outcome.FakeNotice).Months);
        Assert.Equal(60, RetentionLibrary.Of("SETTLEMENT_REPORT", Outcome.FullyUnfrozen).Months);
        Assert.Equal(36, RetentionLibrary.Of("SALES_SLIP", Outcome.Refused).Months);
        Assert.Null(RetentionLibrary.DueOn((await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case.Evidence[0], (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case));
    }

    private async Task<Result<int>> EraseAsync(CaseId found, ErasureGround ground) =>
        await app.As("zhao").Send(new EraseEvidence.Command(found, (await app.ViewOf(found)).Case.Version, ground, "time has ended"));

    private async Task<Result> HoldAsync(CaseId found, bool hold) =>
        await app.As("zhao").Send(new HoldCase.Command(found, (await app.ViewOf(found)).Case.Version, hold, "r"));
}
