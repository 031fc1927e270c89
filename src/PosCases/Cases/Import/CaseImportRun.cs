using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Import;

/// <summary>
/// The jobs that read lists of old cases, a few short batches a run, and lay the plans of the open ones. Between two runs the file stays open
/// where it stopped; after a restart, or on another node, the rows that were read are passed over.
/// </summary>
internal sealed class CaseImportRun(TransactionFiles files) : IAsyncDisposable
{
    /// <summary>Rows of one transaction of the database.</summary>
    public int BatchRows { get; set; } = 200;

    private const int BatchesOfRun = 5;
    private const int PlansOfRun = 50;
    private const int DaysToStart = 7;

    private Open? open;

    /// <summary>The most rows that were ever held at once; what bounds the memory that an import takes.</summary>
    public int MostHeld { get; private set; }

    /// <summary>Reads what is to be looked at or taken in.</summary>
    public Job Job => new("import-cases", TimeSpan.Zero, DueAsync);

    /// <summary>Lays the plans of open cases that came in.</summary>
    public static readonly Job Plans = new("plan-imported", TimeSpan.Zero, async (db, _, ct) => await db.Set<CaseOrigin>()
        .Where(o => o.NeedsPlan).OrderBy(o => o.ImportId).ThenBy(o => o.Row).Take(PlansOfRun).Select(o => new LayImportedPlan.Command(o.CaseId)).ToListAsync(ct));

    private sealed record Open(CaseImportId Id, CaseImportState State, RowSource Source, CaseRowReader Reader);

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var import = await db.Set<CaseImport>().AsNoTracking().Include(i => i.Stored)
            .Where(i => i.State == CaseImportState.Checking || i.State == CaseImportState.Running).OrderBy(i => i.At).FirstOrDefaultAsync(ct);
        if (import is null)
        {
            await CloseAsync();
            var last = now.AddDays(-DaysToStart);
            return await db.Set<CaseImport>().Where(i => (i.State == CaseImportState.Mapping || i.State == CaseImportState.Checked) && i.At < last)
                .Select(i => new EndCaseImport.Command(i.Id, null)).ToListAsync(ct);
        }

        try
        {
            return await ReadAsync(import, await AtAsync(import, now, ct));
        }
        catch (TableRefusedException refused)
        {
            await CloseAsync();
            return [new EndCaseImport.Command(import.Id, $"{refused.Why}")];
        }
        catch (FileDamagedException)
        {
            await CloseAsync();
            return [new EndCaseImport.Command(import.Id, "FileDamaged")];
        }
    }

    private async Task<Open> AtAsync(CaseImport import, DateTimeOffset now, CancellationToken ct)
    {
        if (open is { } here && (here.Id, here.State, here.Source.Read) == (import.Id, import.State, import.RowsRead))
        {
            return here;
        }

        await CloseAsync();
        var source = await files.OpenAsync(import.Stored?.Kept ?? throw new FileDamagedException("The file was thrown away."), import.Shape, ct);
        open = new Open(import.Id, import.State, source, new CaseRowReader(import.Columns, now));
        // Read again, not skipped: the reader must know the numbers of the rows before.
        while (source.Read < import.RowsRead && await source.NextAsync() is { } row)
        {
            ct.ThrowIfCancellationRequested();
            open.Reader.Read(row);
        }

        return open;
    }

    private async Task<List<IRequest<Result>>> ReadAsync(CaseImport import, Open from)
    {
        List<IRequest<Result>> due = [];
        var held = 0;
        for (var batch = 0; batch < BatchesOfRun; batch++)
        {
            var start = from.Source.Read;
            List<OldCase> good = [];
            List<BadCaseRow> bad = [];
            while (good.Count + bad.Count < BatchRows && await from.Source.NextAsync() is { } row)
            {
                var (taken, refused) = from.Reader.Read(row);
                if (taken is not null)
                {
                    good.Add(taken);
                }
                else
                {
                    bad.Add(refused!);
                }
            }

            var rows = good.Count + bad.Count;
            held += rows;
            if (rows > 0)
            {
                due.Add(new StoreCaseRows.Command(import.Id, start, rows, good, bad));
            }

            if (rows < BatchRows)
            {
                due.Add(new EndCaseImport.Command(import.Id, null));
                break;
            }
        }

        MostHeld = Math.Max(MostHeld, held);
        return due;
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

/// <summary>Lays the plan of an open case that was taken over.</summary>
public static class LayImportedPlan
{
    /// <summary>Lays the plan.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id) : Change, IChangesPlan;

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<CaseOrigin>().SingleOrDefaultAsync(o => o.CaseId == command.Id, ct) is not { } origin)
            {
                return new NotFound("Case");
            }

            origin.NeedsPlan = false;
            return Result.Ok;
        }
    }
}
