using System.Globalization;
using MediatR;
using PosCases.Cases;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.Watch;
using PosCases.Web.Cases.Papers;
using PosCases.Web.Cases.Previews;
using PosCases.Web.Prevention.Trades;

namespace PosCases.Web.Prevention.Watch;

/// <summary>Copies what explains an alert into the case that was prepared from it, by the ways on which a person would do it by hand.</summary>
internal sealed class PreCaseCopier(Door door, PaperBytes papers, PdfPrinter printer, TradePaper paper) : IPreCaseCopier
{
    /// <inheritdoc/>
    public async Task CopyAsync(CaseId caseId, string number, TradeAlertId alert, Caller filer, string language, CancellationToken ct)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            InTheNameOf mediator = new(door, filer);
            var told = await mediator.Send(new ViewAlert.OfCaseQuery(number), ct);
            if (!told.Succeeded || told.Value.FirstOrDefault(p => p.Alert.Id == alert) is not { } prepared)
            {
                return;
            }

            // A refusal is an answer: the case names what was not copied, and it can be handed in by hand.
            if (prepared is { Paper: { } kept, PaperIsIn: false })
            {
                await new PaperShelf(mediator, papers).UseAsync(caseId, null, kept.Id, Guid.NewGuid(), ct, merchantAgreed: true);
            }

            if (prepared is { Record: { } record, RecordIsIn: false })
            {
                await new TradeFiles(mediator, papers, printer, paper).TakeToCaseAsync(record.Id, caseId, Guid.NewGuid(), ct);
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    private sealed class InTheNameOf(Door door, Caller caller) : IMediator
    {
        public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) => door.Send(request, caller, cancellationToken);

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException("Events leave through the outbox.");

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException("Events leave through the outbox.");
    }
}
