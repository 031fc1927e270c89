using MediatR;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Prevention.LargeTrades;
using PosCases.Web.Cases.Previews;

namespace PosCases.Web.Prevention.Trades;

/// <summary>Puts the record of a large trade and its photos into a case: asks first, makes the bytes, records; throws them away when refused.</summary>
public sealed class TradeFiles(IMediator mediator, PaperBytes papers, PdfPrinter printer, TradePaper paper)
{
    /// <summary>Puts it in.</summary>
    public async Task<Result<EvidenceItemId>> TakeToCaseAsync(LargeTradeId trade, CaseId caseId, Guid commandId, CancellationToken ct)
    {
        var may = await mediator.Send(new TakeTradeToCase.MayQuery(caseId, trade), ct);
        var view = may.Succeeded ? await mediator.Send(new ViewLargeTrade.Query(trade), ct) : may.Error;
        if (!view.Succeeded)
        {
            return view.Error;
        }

        List<StoredFile> stored = [];
        var done = false;
        try
        {
            if (await FillAsync(stored, view.Value, caseId, ct) is { } refused)
            {
                return refused;
            }

            var taken = await mediator.Send(new TakeTradeToCase.Command(caseId, trade, stored[0], [.. stored.Skip(1)]) { CommandId = commandId }, ct);
            done = taken.Succeeded;
            return taken;
        }
        finally
        {
            if (!done)
            {
                stored.ForEach(papers.Discard);
            }
        }
    }

    private async Task<Error?> FillAsync(List<StoredFile> stored, ViewLargeTrade.View view, CaseId caseId, CancellationToken ct)
    {
        var (bytes, ending) = await PrintAsync(view, ct);
        await using (var record = new MemoryStream(bytes))
        {
            var kept = await papers.StoreAsync(caseId.Value, paper.NameOf(view.Trade) + ending, record, ct);
            if (!kept.Succeeded)
            {
                return kept.Error;
            }

            stored.Add(kept.Value);
        }

        foreach (var photo in view.Photos)
        {
            var opened = await mediator.Send(new OpenTradePhoto.Command(photo.Id), ct);
            if (!opened.Succeeded)
            {
                return opened.Error;
            }

            await using var content = await papers.OpenAsync(opened.Value, ct);
            var copied = await papers.StoreAsync(caseId.Value, photo.FileName, content, ct);
            if (!copied.Succeeded)
            {
                return copied.Error;
            }

            stored.Add(copied.Value);
        }

        return null;
    }

    private async Task<(byte[] Bytes, string Ending)> PrintAsync(ViewLargeTrade.View view, CancellationToken ct)
    {
        var document = paper.Of(view);
        return printer.IsThere && (await printer.PrintAsync(document, ct)).Pdf is { } pdf ? (pdf, ".pdf") : (DocxWriter.Write(document), ".docx");
    }
}
