using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Prevention.Watch;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Papers;

namespace PosCases.Web.Prevention.Watch;

/// <summary>Takes an acquirer's export of a merchant's trades in, straight from the socket into the vault. The door says who may.</summary>
internal static class WatchEndpoints
{
    private const int LongestName = 120;
    private const long Envelope = 64 * 1024;

    /// <summary>Maps it.</summary>
    public static void MapWatchEndpoints(this IEndpointRouteBuilder app) => app.MapPost(WatchLinks.Upload, ReceiveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, IMediator mediator, TransactionFiles files, ImportLimits limits, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        if (http.Request.ContentLength > limits.LargestFile + Envelope)
        {
            return Refused(null, new ImportFileRefused(TableRefusal.TooLarge));
        }

        if (await OneFileForm.ReadAsync(http.Request, ct) is not { } form)
        {
            return Results.BadRequest();
        }

        var asked = Guid.TryParse(form.Fields.GetValueOrDefault("merchant"), out var id) ? new MerchantId(id) : (MerchantId?)null;
        if (!await MerchantPaperEndpoints.IsOursAsync(http, form.Fields, antiforgery, forgery.Value))
        {
            return Refused(asked, new EvidenceEndpoints.PageTooOld());
        }

        var received = await TakeAsync(asked, form, mediator, files, ct);
        return received.Succeeded ? Results.LocalRedirect($"~{WatchLinks.Of(received.Value)}") : Refused(asked, received.Error);
    }

    // Asks first, takes into the vault, looks at it, records; throws the bytes away when anything of it is refused.
    private static async Task<Result<WatchImportId>> TakeAsync(MerchantId? asked, OneFileForm form, IMediator mediator, TransactionFiles files, CancellationToken ct)
    {
        var may = await mediator.Send(new ReceiveWatchFile.MayQuery(asked), ct);
        var taken = may.Succeeded ? await files.TakeAsync(form.Content, may.Value.Value, ct) : may.Error;
        if (!taken.Succeeded)
        {
            return taken.Error;
        }

        var kept = false;
        try
        {
            var received = await mediator.Send(new ReceiveWatchFile.Command(asked, EvidenceLabel.Clean(form.Name, LongestName), taken.Value.Kept, taken.Value.Shape), ct);
            kept = received.Succeeded;
            return received;
        }
        finally
        {
            if (!kept)
            {
                files.Discard(taken.Value.Kept.Name);
            }
        }
    }

    private static IResult Refused(MerchantId? merchant, Error error) => error is SignInNeeded ? Results.Challenge()
        : error is NotPermitted or NotFound ? Results.LocalRedirect("~/refused")
        : Results.LocalRedirect($"~{WatchLinks.Of(merchant)}?problem={Uri.EscapeDataString(error.Code)}");
}
