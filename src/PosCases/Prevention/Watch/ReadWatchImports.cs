using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.Watch;

/// <summary>The job that reads what was started, a few batches a run; it keeps nothing between two runs and passes over the rows that are stored.</summary>
internal sealed class ReadWatchImports(TransactionFiles files, ImportLimits limits)
{
    /// <summary>The job.</summary>
    public Job Job => new("read-watched-trades", TimeSpan.Zero, DueAsync);

    private async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var import = await db.WatchImports.AsNoTracking().Include(i => i.Stored).Where(i => i.State == ImportState.Running).OrderBy(i => i.At).FirstOrDefaultAsync(ct);
        if (import is null)
        {
            // What nobody started in time.
            var last = now.AddDays(-limits.DaysToStart);
            var late = await db.WatchImports.Where(i => i.State == ImportState.Mapping && i.At < last).Select(i => i.Id).Take(20).ToListAsync(ct);
            return [.. late.Select(id => new EndWatchImport.Command(id, null))];
        }

        if (import.Bad > limits.MostIssues)
        {
            return [new EndWatchImport.Command(import.Id, "TooManyBadRows")];
        }

        try
        {
            return await ReadAsync(import, now, ct);
        }
        catch (TableRefusedException refused)
        {
            return [new EndWatchImport.Command(import.Id, $"{refused.Why}")];
        }
        catch (FileDamagedException)
        {
            return [new EndWatchImport.Command(import.Id, "FileDamaged")];
        }
    }

    private async Task<List<IRequest<Result>>> ReadAsync(WatchImport import, DateTimeOffset now, CancellationToken ct)
    {
        await using var source = await files.OpenAsync(import.File ?? throw new FileDamagedException("The file was thrown away."), import.Shape, ct);
        await source.SkipAsync(import.RowsRead, ct);
        RowReader reader = new(import.Columns, now.AddDays(1));
        List<IRequest<Result>> due = [];
        for (var batch = 0; batch < limits.BatchesOfRun; batch++)
        {
            var start = source.Read;
            List<RowReading> rows = [];
            while (rows.Count < limits.BatchRows && await source.NextAsync() is { } row)
            {
                rows.Add(reader.Read(row));
            }

            if (rows.Count > 0)
            {
                due.Add(new StoreWatchedTrades.Command(
                    import.Id, start, rows.Count, [.. rows.Select(r => r.Good).OfType<TransactionFacts>()],
                    [.. rows.Where(r => r.Problem is not null).Select(r => new BadRow(r.Row, r.Problem!.Kind))]));
            }

            if (rows.Count < limits.BatchRows)
            {
                due.Add(new EndWatchImport.Command(import.Id, null));
                break;
            }
        }

        return due;
    }
}
