using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Packs;
using PosCases.Cases.Retention;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Signals;
using PosCases.Cases.Transactions.Slips;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>After papers are erased, nothing of the database, of the screens' answers or of an export still says what they were called.</summary>
public sealed class ForgettingTests : IAsyncDisposable
{
    private const string Latin = "zhang-san-id-card.png";
    private const string Chinese = "张三的身份证.png";
    private const string List = "zhang-san-export.csv";
    private const string Reference = "RRN771122334455";
    private const string Broken = "row-of-zhang-san";
    private const string Victim = "payer-li-si";
    private const string Care = "till-of-zhang-san";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The whole database is searched, so each test has its own.
    private readonly QuietHost app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Names_of_papers_and_transactions_leave_history_packs_rounds_receipts_and_exports()
    {
        var found = await ClosedCaseAsync();
        foreach (var word in new[] { Latin, Chinese, List, Reference, Broken, Victim, Care })
        {
            Assert.NotEmpty(await HoldingAsync(word));
        }

        var erased = await EraseAsync(found, ErasureGround.Request);

        Assert.True(erased.Succeeded, erased.Error?.Code);
        foreach (var word in new[] { Latin, Chinese, List, Reference, Broken, Victim, Care })
        {
            Assert.Empty(await HoldingAsync(word));
        }

        var view = await app.ViewOf(found);
        Assert.All(view.Case.Evidence, i => Assert.Equal(EvidenceItem.NoName, i.FileName));
        Assert.All(view.Case.Rounds[0].Papers, p => Assert.Equal(EvidenceItem.NoName, p.FileName));
        var export = (await app.As("zhao").Send(new ExportMerchant.Query(view.Case.MerchantId))).Value;
        Assert.Empty(export.Files);
        var told = JsonSerializer.Serialize(export.Data, Readable);
        Assert.DoesNotContain("zhang-san", told, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Reference, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_papers_and_lists_were_there_and_who_erased_them_stays()
    {
        var found = await ClosedCaseAsync();
        var before = (await app.ViewOf(found)).Case.Evidence;

        var count = (await EraseAsync(found, ErasureGround.Request)).Value;

        Assert.Equal(before.Count + 1, count);
        var after = (await app.ViewOf(found)).Case.Evidence;
        Assert.Equal(before.Select(i => (i.Id, i.Code, i.Sha256)), after.Select(i => (i.Id, i.Code, i.Sha256)));
        Assert.Equal(count.ToString(System.Globalization.CultureInfo.InvariantCulture), (await app.EventsOf(found)).Single(e => e.Kind == CaseEventKind.EvidenceErased).Details["count"]);
        var import = await app.AskAsync(db => db.Set<TransactionImport>().Include(i => i.Stored).SingleAsync(i => i.CaseId == found));
        Assert.Equal((1, EvidenceItem.NoName, true), (import.Good, import.FileName, import.ErasedAt is not null));
        Assert.Null(import.Stored!.WrappedKey);
        Assert.Equal((0, 0), await app.AskAsync(async db => (
            await db.Set<CaseTransaction>().CountAsync(t => t.CaseId == found), await db.Set<ImportIssue>().CountAsync(i => i.CaseId == found))));
        Assert.True((await app.As("li").Send(new ListPacks.Query(found))).Value.Single().IsErased);
        Assert.Equal(new NotFound("Pack"), (await app.As("li").Send(new OpenPack.Command((await app.As("li").Send(new ListPacks.Query(found))).Value.Single().Pack.Id, Pdf: false))).Error);
        Assert.Equal(new NotFound("Evidence"), (await EraseAsync(found, ErasureGround.Request)).Error);
    }

    [Fact]
    public async Task Transactions_stay_as_long_as_settlement_papers_and_are_listed_until_then()
    {
        var found = await ClosedCaseAsync();
        app.Clock.Advance(TimeSpan.FromDays(37 * 30.5));

        Assert.True((await EraseAsync(found, ErasureGround.Expired)).Succeeded);

        Assert.Empty(await HoldingAsync(Latin));
        Assert.NotEmpty(await HoldingAsync(Reference));
        Assert.NotEmpty(await HoldingAsync(List));
        // Beside the list there is a paper on settlement that is kept as long.
        Assert.Equal((0, 2), await ListedAsync(found));
        app.Clock.Advance(TimeSpan.FromDays(24 * 30.5));
        Assert.Equal((2, 2), await ListedAsync(found));
        Assert.Equal(2, (await EraseAsync(found, ErasureGround.Expired)).Value);
        Assert.Empty(await HoldingAsync(Reference));
        Assert.Empty(await HoldingAsync(List));
    }

    [Fact]
    public async Task On_hold_the_transactions_stay_too()
    {
        var found = await ClosedCaseAsync();
        Assert.True((await app.As("zhao").Send(new HoldCase.Command(found, (await app.ViewOf(found)).Case.Version, Hold: true, "r"))).Succeeded);

        Assert.False((await EraseAsync(found, ErasureGround.Request)).Succeeded);

        Assert.NotEmpty(await HoldingAsync(Reference));
        Assert.NotEmpty(await HoldingAsync(Latin));
        Assert.True((await app.As("zhao").Send(new HoldCase.Command(found, (await app.ViewOf(found)).Case.Version, Hold: false, "r"))).Succeeded);
        Assert.True((await EraseAsync(found, ErasureGround.Request)).Succeeded);
    }

    [Fact]
    public async Task A_repeated_opening_is_answered_without_the_name()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        var item = (await app.ViewOf(found)).Case.Evidence[0];
        var command = new OpenEvidence.Command(item.Id);

        Assert.Equal(item.FileName, (await app.As("li").Send(command)).Value.Name);
        var again = await app.As("li").Send(command);

        Assert.True(again.Succeeded);
        Assert.Equal((item.ContentType, null, null), (again.Value.ContentType, again.Value.Name, again.Value.File));
    }

    private async Task<CaseId> ClosedCaseAsync()
    {
        var found = await app.Given.Case().At(DemoPath.ReadyToSubmit);
        var slip = await HandInAsync(found, Chinese, "SALES_SLIP");
        var identity = await HandInAsync(found, Latin, "LEGAL_REP_ID");
        await Must(app.As("li").Send(new JudgeEvidence.Command(found, await VersionAsync(found), identity, Accepted: true, null)));
        // A receipt from before names were kept out of them.
        var opening = new OpenEvidence.Command(identity);
        await app.As("li").Send(opening);
        await app.AskAsync(db => db.Set<CommandReceipt>().Where(r => r.CommandId == opening.CommandId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Answer, $"{{\"Name\":{JsonSerializer.Serialize(Chinese)}}}")));

        await Must(app.As("li").Send(new SaveCarePlan.Command(found, null, [new CareLine("P02", new DateOnly(2027, 12, 1), Care, Care)])));
        await ImportAsync(found);
        var transaction = await app.AskAsync(db => db.Set<CaseTransaction>().SingleAsync(t => t.CaseId == found));
        await Must(app.As("li").Send(new MarkDisputed.Command(found, transaction.Id, new DisputeForm(DisputeReason.Retrieval, null, SlipState.Wanted, Victim, null))));
        await Must(app.As("li").Send(new RecordSlip.Command(found, slip, new SlipForm { Reference = Reference })));
        await Must(app.As("li").Send(new CheckSignals.Command(found, null)));

        var view = await app.ViewOf(found);
        var pack = await app.As("li").Send(new MakePack.Command(
            found, PackKind.Submission, PackVariant.Full, "zh-CN", view.Case.Parties[0].InstitutionId, "请核查。", [.. view.Case.Evidence.Select(i => i.Id)]));
        Assert.True(pack.Succeeded, pack.Error?.Code);
        await RunJobsLaterAsync();
        await Must(app.As("li").Send(new SubmitToInstitution.Command(found, await VersionAsync(found), view.Case.Parties[0].Id, Medium.Portal, "R-1", "请核查。", null) { PackId = pack.Value }));
        await Must(app.As("huanan").Send(new WithdrawCase.Command(found, await VersionAsync(found), "solved")));
        await Must(app.As("li").Send(new ConfirmWithdrawal.Command(found, await VersionAsync(found))));
        await app.DeliverAsync();
        Assert.Equal(CaseStatus.Closed, (await app.ViewOf(found)).Case.Status);
        return found;
    }

    private async Task ImportAsync(CaseId found)
    {
        var bytes = Encoding.UTF8.GetBytes($"交易时间,交易金额,检索参考号,终端号\n2026-03-01 10:00:00,10.00,{Reference},T1\nyesterday,20.00,{Broken},T1\n");
        var taken = (await app.Services.GetRequiredService<TransactionFiles>().TakeAsync(new MemoryStream(bytes), found, TestContext.Current.CancellationToken)).Value;
        var import = await app.As("li").Send(new ReceiveTransactionFile.Command(found, null, List, taken.Kept, taken.Shape));
        var version = await app.AskAsync(db => db.Set<TransactionImport>().Where(i => i.Id == import.Value).Select(i => i.Version).SingleAsync());
        await Must(app.As("li").Send(new StartTransactionImport.Command(found, import.Value, version, taken.Shape.Guess, Remember: false)));
        while (await app.AskAsync(db => db.Set<TransactionImport>().AnyAsync(i => i.CaseId == found && i.State == ImportState.Running)))
        {
            await RunJobsLaterAsync();
        }
    }

    private async Task<EvidenceItemId> HandInAsync(CaseId found, string name, string code)
    {
        var file = (await app.TakeAsync(found)) with { Name = name };
        return (await app.As("huanan").Send(new SubmitEvidence.Command(found, null, code, file))).Value;
    }

    // As it stands there, and as JSON writes what is not Latin.
    private async Task<IReadOnlyList<string>> HoldingAsync(string words)
    {
        await using var raw = new RawDatabase(app);
        return [.. await raw.HoldingAsync(words), .. await raw.HoldingAsync(JsonSerializer.Serialize(words).Trim('"'))];
    }

    private async Task<(int Due, int Papers)> ListedAsync(CaseId found)
    {
        var row = (await app.As("zhao").Send(new ListRetention.Query(Held: false))).Value.Items.Single(r => r.Id == found);
        return (row.Due, row.Papers);
    }

    private async Task<Guid> VersionAsync(CaseId found) => (await app.ViewOf(found)).Case.Version;

    private async Task<Result<int>> EraseAsync(CaseId found, ErasureGround ground) =>
        await app.As("zhao").Send(new EraseEvidence.Command(found, await VersionAsync(found), ground, "asked for"));

    private async Task RunJobsLaterAsync()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
    }

    private static async Task Must<T>(Task<T> sending)
        where T : Result
    {
        var result = await sending;
        Assert.True(result.Succeeded, result.Error?.Code);
    }
}
