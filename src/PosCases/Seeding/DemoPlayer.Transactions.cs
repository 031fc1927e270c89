using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Signals;
using PosCases.Cases.Transactions.Slips;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>What a demo shop sold until it was frozen, as its acquirer would export it, and what its people do with that.</summary>
internal sealed partial class DemoPlayer
{
    private async Task ImportAsync(DemoScript.Sales sales, CancellationToken ct)
    {
        var transactions = services.GetRequiredService<TransactionFiles>();
        var shop = script.Shops.Single(s => s.Key == story.Shop);
        var view = await ViewAsync(ct);
        var file = ExportOf(sales, shop, ShanghaiTime.DateOf(clock.GetUtcNow()));
        var taken = (await transactions.TakeAsync(new MemoryStream(file), view.Case.Id, ct)).Value;
        var import = await DemoWorld.SendAsync(
            door, new ReceiveTransactionFile.Command(view.Case.Id, institutions[story.Institution], $"{script.Export.File}.csv", taken.Kept, taken.Shape), people[story.Shop], ct);
        var seen = await door.Send(new ViewTransactionImports.OneQuery(number, import.Value, 1), people[story.Shop], ct);
        await DemoWorld.SendAsync(
            door, new StartTransactionImport.Command(view.Case.Id, import.Value, seen.Value.Import.Version, seen.Value.Import.Columns, Remember: true), people[story.Shop], ct);
        await RunImportAsync(ct);
        await DisputeAsync(view, ct);
        await DemoWorld.SendAsync(door, new CheckSignals.Command(view.Case.Id, null), people[story.Agent], ct);
    }

    private async Task RunImportAsync(CancellationToken ct)
    {
        var job = services.GetRequiredService<ImportRun>().Job;
        IReadOnlyList<IRequest<Result>> due;
        do
        {
            await using var scope = services.CreateAsyncScope();
            due = await job.Due(scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow(), ct);
            foreach (var command in due)
            {
                await door.Send(command, Caller.System, ct);
            }
        }
        while (due.Count > 0);
    }

    // The largest ones are asked about; where the shop handed in a slip it is found among them, and an accepted one is confirmed.
    private async Task DisputeAsync(CaseView view, CancellationToken ct)
    {
        var listed = (await door.Send(new ViewTransactions.Query(number, new TransactionFilter { Kind = TransactionKind.Sale, State = TransactionState.Succeeded }, 1), people[story.Agent], ct)).Value;
        var asked = listed.Page.Items.Select(r => r.Transaction).OrderByDescending(t => t.Amount).Take(3).ToList();
        var due = ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(7);
        foreach (var transaction in asked)
        {
            await DemoWorld.SendAsync(
                door, new MarkDisputed.Command(view.Case.Id, transaction.Id, new DisputeForm(DisputeReason.Retrieval, null, SlipState.Wanted, null, due)), people[story.Agent], ct);
        }

        if (view.Case.Evidence.FirstOrDefault(i => i is { Code: "SALES_SLIP", Status: EvidenceStatus.Accepted or EvidenceStatus.Submitted }) is { } slip)
        {
            await ReadSlipAsync(view, slip.Id, asked[0], slip.Status == EvidenceStatus.Accepted, ct);
            if (slip.Status == EvidenceStatus.Accepted)
            {
                await ReadSlipAsync(view, await HandInSlipAsync(view, slip.RequirementId, ct), asked[1], isSure: true, ct);
            }
        }
    }

    private async Task<EvidenceItemId> HandInSlipAsync(CaseView view, Guid? requirement, CancellationToken ct)
    {
        var file = await DrawAsync($"{say.FileNames["SALES_SLIP"]}-3.png", ct);
        var item = (await DemoWorld.SendAsync(door, new SubmitEvidence.Command(view.Case.Id, requirement, "SALES_SLIP", file), people[story.Shop], ct)).Value;
        await Agent(c => new JudgeEvidence.Command(c.Case.Id, c.Case.Version, item, Accepted: true, Reason: null), ct);
        return item;
    }

    private async Task ReadSlipAsync(CaseView view, EvidenceItemId slip, CaseTransaction transaction, bool isSure, CancellationToken ct)
    {
        var local = TimeZoneInfo.ConvertTime(transaction.At, ShanghaiTime.Zone);
        var form = new SlipForm
        {
            Reference = transaction.Reference,
            Amount = transaction.Amount,
            Day = DateOnly.FromDateTime(local.DateTime),
            Time = new TimeOnly(local.Hour, local.Minute),
        };
        await DemoWorld.SendAsync(door, new RecordSlip.Command(view.Case.Id, slip, form), people[story.Shop], ct);
        if (isSure)
        {
            await DemoWorld.SendAsync(door, new RecordSlip.ConfirmCommand(view.Case.Id, slip, transaction.Id), people[story.Agent], ct);
        }
    }

    private byte[] ExportOf(DemoScript.Sales sales, DemoScript.Shop shop, DateOnly today)
    {
        var random = new Random(shop.Terminal.Sum(c => c) + sales.Days);
        var (words, text, sum, rows) = (script.Export, new StringBuilder(), 0m, 0);
        text.Append(words.Columns).Append('\n');
        for (var day = today.AddDays(-sales.Days); day < today; day = day.AddDays(1))
        {
            // The days before the freeze are busier where the shop says that there was a feast.
            var busy = sales.Busy && day >= today.AddDays(-4) ? 3 : 1;
            var count = Math.Max(1, (sales.PerDay * busy) + random.Next(-2, 3));
            foreach (var minute in Enumerable.Range(0, count).Select(_ => random.Next(sales.Opens * 60, sales.Closes * 60)).Order().ToList())
            {
                var amount = random.Next(sales.From * 10, sales.To * 10 * busy) / 10m;
                var (failed, refund, credit) = (random.Next(40) == 0, random.Next(60) == 0, random.Next(3) == 0);
                rows++;
                sum += refund ? -amount : amount;
                text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {minute / 60:00}:{minute % 60:00}:{random.Next(60):00},{amount:0.00},{amount * 0.006m:0.00},")
                    .Append(CultureInfo.InvariantCulture, $"{day:MMdd}{rows:00000000},{rows:000000},{((rows * 7919) + 104_729) % 1_000_000:000000},{shop.Terminal},{(credit ? "625900" : "622200")}******{random.Next(10_000):0000},")
                    .Append(CultureInfo.InvariantCulture, $"{(credit ? words.Credit : words.Debit)},{(refund ? words.Refund : words.Sale)},{(failed ? words.Failed : words.Succeeded)}\n");
            }
        }

        // One row that nobody can read, as there always is, and the sums.
        text.Append(CultureInfo.InvariantCulture, $"{today.AddDays(-1):yyyy-MM-dd} 12:00:00,{words.Unreadable},,{today:MMdd}99999999,999999,,{shop.Terminal},,,{words.Sale},{words.Succeeded}\n");
        text.Append(CultureInfo.InvariantCulture, $"{words.Total},{sum:0.00},,,,,,,,,{rows}{words.Rows}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
