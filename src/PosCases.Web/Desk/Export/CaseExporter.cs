using MediatR;
using PosCases.Cases.Worklist;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Web.Desk.Worklist;

namespace PosCases.Web.Desk.Export;

/// <summary>
/// Sends a list as a file, page after page of the worklist's own query. Always in the order of filing, because that never changes: whatever happens
/// meanwhile, each case comes once at most, and those that were there come.
/// </summary>
internal sealed class CaseExporter(IMediator mediator, CaseColumns columns, TimeProvider clock)
{
    /// <summary>The list as a file, or why there is none.</summary>
    /// <param name="list">What is asked for.</param>
    /// <param name="format">As what.</param>
    /// <param name="run">Is told how far it is; stops it.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<(IResult? File, Error? Refusal)> SendAsync(WorklistAddress list, ExportFormat format, ExportRuns.Run run, CancellationToken ct)
    {
        var conditions = new Uri(new Uri("http://desk/"), list.FromStart().ToHref()).Query;
        var begun = await mediator.Send(new ExportCases.Command(conditions, format), ct);
        if (!begun.Succeeded)
        {
            return (null, begun.Error);
        }

        // The first page before the first byte, so that a refusal is still an answer.
        var first = await mediator.Send(PageOf(list, null), ct);
        if (!first.Succeeded)
        {
            return (null, first.Error);
        }

        var name = $"cases-{ShanghaiTime.DateOf(clock.GetUtcNow()):yyyyMMdd}.{format.ToString().ToLowerInvariant()}";
        return (Results.Stream(stream => WriteAsync(stream, begun.Value, list, format, first.Value, run, ct), RowsFile.MediaTypeOf(format), name), null);
    }

    private async Task WriteAsync(Stream stream, CaseExportId id, WorklistAddress list, ExportFormat format, ListCases.Page page, ExportRuns.Run run, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, run.Stopped);
        try
        {
            await using var file = RowsFile.On(stream, format, columns.Names);
            while (true)
            {
                foreach (var row in page.Rows)
                {
                    await file.WriteAsync(columns.Of(row), either.Token);
                    run.Rows++;
                }

                if (page.Next is null)
                {
                    break;
                }

                var next = await mediator.Send(PageOf(list, page.Next), either.Token);
                page = next.Succeeded ? next.Value : throw new InvalidOperationException($"The list ended early: {next.Error.Code}");
            }

            await file.EndAsync(either.Token);
            run.IsComplete = true;
        }
        finally
        {
            run.IsOver = true;
            await mediator.Send(new ExportCases.EndCommand(id, run.Rows, run.IsComplete), CancellationToken.None);
        }
    }

    private static ListCases.ExportQuery PageOf(WorklistAddress list, string? after) =>
        new(list.View, list.Filter, list.Sort == CaseSort.Newest ? CaseSort.Newest : CaseSort.Oldest, after);
}
