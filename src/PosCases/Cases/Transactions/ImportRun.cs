using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Transactions;

/// <summary>
/// The job that reads what was started: a few batches a run, so that others have their turn and somebody who cancels is heard. Between two
/// runs it keeps the file open where it stopped; after a restart, or when another node takes over, it passes over the rows that are stored.
/// </summary>
internal sealed class ImportRun(TransactionFiles files, ImportLimits limits) : IAsyncDisposable
{
    private Open? open;

    /// <summary>The most rows that were ever held at once; what bounds the memory that an import takes.</summary>
    public int MostHeld { get; private set; }

    private sealed record Open(TransactionImportId Id, RowSource Source, RowReader Reader);

    /// <summary>The job.</summary>
    public Job Job => new("import-transactions", TimeSpan.Zero, DueAsync);

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var import = await db.TransactionImports.AsNoTracking().Include(i => i.Stored).Where(i => i.State == ImportState.Running).OrderBy(i => i.At).ThenBy(i => i.Id).FirstOrDefaultAsync(ct);
        if (import is null)
        {
            await CloseAsync();
            return await LeftoversAsync(db, now, ct);
        }

        if (import.Bad > limits.MostIssues)
        {
            return [new EndTransactionImport.Command(import.Id, "TooManyBadRows")];
        }

        try
        {
            return await ReadAsync(import, await AtAsync(import, now, ct));
        }
        catch (TableRefusedException refused)
        {
            await CloseAsync();
            return [new EndTransactionImport.Command(import.Id, $"{refused.Why}")];
        }
        catch (FileDamagedException)
        {
            await CloseAsync();
            return [new EndTransactionImport.Command(import.Id, "FileDamaged")];
        }
    }

    private async Task<Open> AtAsync(TransactionImport import, DateTimeOffset now, CancellationToken ct)
    {
        if (open is { } here && here.Id == import.Id && here.Source.Read == import.RowsRead)
        {
            return here;
        }

        await CloseAsync();
        var source = await files.OpenAsync(import.File ?? throw new FileDamagedException("The file was thrown away."), import.Shape, ct);
        open = new Open(import.Id, source, new RowReader(import.Columns, now.AddDays(1)));
        await source.SkipAsync(import.RowsRead, ct);
        return open;
    }

    private async Task<List<IRequest<Result>>> ReadAsync(TransactionImport import, Open from)
    {
        List<IRequest<Result>> due = [];
        var held = 0;
        for (var batch = 0; batch < limits.BatchesOfRun; batch++)
        {
            var start = from.Source.Read;
            var rows = await BatchAsync(from);
            held += rows.Count;
            if (rows.Count > 0)
            {
                due.Add(CommandOf(import.Id, start, rows));
            }

            if (rows.Count < limits.BatchRows)
            {
                due.Add(new EndTransactionImport.Command(import.Id, null));
                break;
            }
        }

        MostHeld = Math.Max(MostHeld, held);
        return due;
    }

    private async Task<List<RowReading>> BatchAsync(Open from)
    {
        List<RowReading> rows = [];
        while (rows.Count < limits.BatchRows && await from.Source.NextAsync() is { } row)
        {
            rows.Add(from.Reader.Read(row));
        }

        return rows;
    }

    private static StoreTransactionRows.Command CommandOf(TransactionImportId id, int start, List<RowReading> rows)
    {
        List<TransactionFacts> good = [.. rows.Select(r => r.Good).OfType<TransactionFacts>()];
        return new StoreTransactionRows.Command(
            id,
            start,
            good,
            [.. rows.Where(r => r.Problem is not null).Select(r => new KeptRow(r.Row, r.Cells, r.Problem!))],
            new ImportProgress(
                rows.Count, good.Count, rows.Count(r => r.Problem is not null), 0, rows.Count(r => r.Total is not null), rows.Sum(r => r.CardsMasked), rows.Sum(r => r.SecretsDropped),
                good.Sum(g => g.Kind == TransactionKind.Refund ? -g.Amount : g.Amount), rows.LastOrDefault(r => r.Total is not null)?.Total));
    }

    // What nobody started in time.
    private async Task<IReadOnlyList<IRequest<Result>>> LeftoversAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var last = now.AddDays(-limits.DaysToStart);
        var late = await db.TransactionImports.Where(i => i.State == ImportState.Mapping && i.At < last).Select(i => i.Id).Take(20).ToListAsync(ct);
        return [.. late.Select(id => new EndTransactionImport.Command(id, null))];
    }

    private async ValueTask CloseAsync()
    {
        if (open is { } here)
        {
            open = null;
            await here.Source.DisposeAsync();
        }
    }
}
