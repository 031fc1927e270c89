using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Slips;
using PosCases.IntegrationTests.Cases.Transactions;
using PosCases.Letters;
using PosCases.Platform.Documents;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Letters;

/// <summary>The reply to a retrieval request, filled from the disputed transactions of the case.</summary>
public sealed class RetrievalReplyTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Rows =
        """
        交易时间,交易金额,检索参考号,授权码,终端号,卡号,交易类型,状态
        2026-10-01 10:00:00,100.00,A00000000001,A1B2C3,T1,6222****0001,消费,成功
        2026-10-01 11:05:00,2250.00,A00000000002,,T2,6222****0002,消费,成功
        2026-10-02 02:30:00,880.00,,,,,消费,成功
        2026-10-03 12:00:00,999.00,A00000000005,,T1,6222****0005,消费,成功

        """;

    [Fact]
    public async Task Each_transaction_that_was_asked_for_is_a_row_with_its_slip_and_what_is_missing_is_marked()
    {
        var (id, all) = await CaseAsync();
        var slip = (await app.ViewOf(id)).Case.Evidence.First(i => i is { Code: "SALES_SLIP", Status: PosCases.Cases.Evidence.EvidenceStatus.Accepted });
        await DisputeAsync(id, all[0], SlipState.Wanted, new DateOnly(2026, 12, 9));
        await DisputeAsync(id, all[1], SlipState.NotToBeHad, new DateOnly(2026, 12, 3));
        await DisputeAsync(id, all[2], SlipState.Wanted, null);
        await DisputeAsync(id, all[3], SlipState.Wanted, null, DisputeReason.CardholderDenies);
        await MatchAsync(id, slip.Id, new SlipForm { Amount = 880m, AuthCode = "998877", CardTail = "4321" }, all[2]);

        var read = await MakeAsync(id, LetterLanguage.Chinese);

        Assert.Equal(
            [
                "交易时间 | 卡号后四位 | 交易金额（元） | 检索参考号 | 授权码 | 终端号 | 所附签购单",
                "2026年10月1日 10:00 | 0001 | 100.00 | A00000000001 | A1B2C3 | T1 | 【待填：所附签购单】",
                "2026年10月1日 11:05 | 0002 | 2,250.00 | A00000000002 | 【待填：授权码】 | T2 | 无法提供",
                $"2026年10月2日 02:30 | 4321 | 880.00 | 【待填：检索参考号】 | 998877 | 【待填：交易终端号】 | {slip.FileName}",
            ],
            TableOf(read));
        Assert.Contains("2026年12月3日", string.Concat(read.Letter.Content.Texts.Select(t => t.Text)), StringComparison.Ordinal);
        Assert.Contains(read.Missing, m => m is { Label: "检索参考号", Place: FieldPlace.Transactions });
        var paper = (await app.As("li").Send(new PrintLetter.Query(read.Letter.Id, 1))).Value.Paper;
        var table = paper.Blocks.OfType<TableBlock>().First();
        Assert.Equal((7, 3), (table.Columns.Count, table.Rows.Count));
        Assert.Contains(table.Rows[2].SelectMany(c => c), r => r.Look == RunLook.Missing);
    }

    [Fact]
    public async Task In_English_the_same_transactions_are_told()
    {
        var (id, all) = await CaseAsync();
        await DisputeAsync(id, all[1], SlipState.NotNeeded, null);

        var rows = TableOf(await MakeAsync(id, LetterLanguage.English));

        Assert.Equal("1 October 2026 11:05 | 0002 | 2,250.00 | A00000000002 | [To fill in: Authorisation code] | T2 | no slip needed", rows[1]);
    }

    [Fact]
    public async Task What_is_learned_of_a_transaction_later_fills_its_own_row_only()
    {
        var (id, all) = await CaseAsync();
        var slip = (await app.ViewOf(id)).Case.Evidence.First(i => i is { Code: "SALES_SLIP", Status: PosCases.Cases.Evidence.EvidenceStatus.Accepted });
        await DisputeAsync(id, all[0], SlipState.Wanted, null);
        await DisputeAsync(id, all[1], SlipState.Wanted, null);
        var read = await MakeAsync(id, LetterLanguage.Chinese);

        await MatchAsync(id, slip.Id, new SlipForm { Reference = "A00000000002", AuthCode = "556677" }, all[1]);
        Assert.True((await app.As("li").Send(new RefillLetter.Command(read.Letter.Id, read.Letter.Revision))).Succeeded);

        var rows = TableOf((await app.As("li").Send(new ViewLetter.Query(read.Letter.Id))).Value);
        Assert.EndsWith("A1B2C3 | T1 | 【待填：所附签购单】", rows[1], StringComparison.Ordinal);
        Assert.EndsWith($"556677 | T2 | {slip.FileName}", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_disputed_transactions_there_is_one_row_of_marks_that_is_filled_once_there_are_some()
    {
        var (id, all) = await CaseAsync();
        var read = await MakeAsync(id, LetterLanguage.Chinese);
        Assert.Equal(7, Assert.Single(TableOf(read).Skip(1)).Split("【待填：").Length - 1);

        await DisputeAsync(id, all[0], SlipState.Wanted, null);
        await DisputeAsync(id, all[1], SlipState.Wanted, null);
        Assert.True((await app.As("li").Send(new RefillLetter.Command(read.Letter.Id, read.Letter.Revision))).Succeeded);

        Assert.Equal(3, TableOf((await app.As("li").Send(new ViewLetter.Query(read.Letter.Id))).Value).Length);
    }

    [Fact]
    public async Task A_hundred_transactions_fit_and_the_letter_counts_those_that_stand_in_the_list_beside_it()
    {
        var id = await app.Given.Case().At(DemoPath.ReadyToSubmit);
        await ImportAsync(id, "交易时间,交易金额,检索参考号\n" + string.Concat(Enumerable.Range(0, 100).Select(n => $"2026-10-01 10:{n % 60:00}:{n / 60:00},{n + 1}.00,B{n:00000000000}\n")));
        foreach (var transaction in await AllAsync(id))
        {
            await DisputeAsync(id, transaction, SlipState.Wanted, null);
        }

        var rows = TableOf(await MakeAsync(id, LetterLanguage.English));

        Assert.True(string.Join('\n', rows).Length <= LetterContent.BodyLength);
        Assert.Equal($"{100 - (rows.Length - 2)} more: see the attached list of disputed transactions", rows[^1]);
    }

    private static string[] TableOf(ViewLetter.Answer read) => read.Letter.Content.Sections.First(s => s.Kind == SectionKind.Table).Body.Split('\n');

    private async Task<(CaseId Id, IReadOnlyList<CaseTransaction> All)> CaseAsync()
    {
        var id = await app.Given.Case().At(DemoPath.ReadyToSubmit);
        await ImportAsync(id, Rows);
        return (id, await AllAsync(id));
    }

    private Task<List<CaseTransaction>> AllAsync(CaseId id) => app.AskAsync(db => db.Set<CaseTransaction>().AsNoTracking().Where(t => t.CaseId == id).OrderBy(t => t.Row).ToListAsync());

    private async Task ImportAsync(CaseId id, string text)
    {
        var taken = (await app.Services.GetRequiredService<TransactionFiles>().TakeAsync(new MemoryStream(TransactionImportTests.Csv(text)), id, TestContext.Current.CancellationToken)).Value;
        var import = (await app.As("huanan").Send(new ReceiveTransactionFile.Command(id, null, "export.csv", taken.Kept, taken.Shape))).Value;
        var seen = await app.AskAsync(db => db.Set<TransactionImport>().AsNoTracking().SingleAsync(i => i.Id == import));
        Assert.Null((await app.As("huanan").Send(new StartTransactionImport.Command(id, import, seen.Version, seen.Columns, Remember: false))).Error);
        while (await app.AskAsync(db => db.Set<TransactionImport>().AnyAsync(i => i.State == ImportState.Running)))
        {
            await app.RunJobsAsync();
        }
    }

    private async Task DisputeAsync(CaseId id, CaseTransaction transaction, SlipState slip, DateOnly? due, DisputeReason reason = DisputeReason.Retrieval) =>
        Assert.Null((await app.As("li").Send(new MarkDisputed.Command(id, transaction.Id, new DisputeForm(reason, null, slip, null, due)))).Error);

    private async Task MatchAsync(CaseId id, PosCases.Cases.Evidence.EvidenceItemId item, SlipForm form, CaseTransaction transaction)
    {
        Assert.Null((await app.As("li").Send(new RecordSlip.Command(id, item, form))).Error);
        Assert.Null((await app.As("li").Send(new RecordSlip.ConfirmCommand(id, item, transaction.Id))).Error);
    }

    private async Task<ViewLetter.Answer> MakeAsync(CaseId id, LetterLanguage language)
    {
        var made = await app.As("li").Send(new MakeLetter.Command(id, "retrieval-reply", language));
        Assert.True(made.Succeeded, made.Error?.Code);
        return (await app.As("li").Send(new ViewLetter.Query(new LetterId(made.Value)))).Value;
    }
}
