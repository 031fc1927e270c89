using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Evidence;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Prevention.LargeTrades;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Papers;
using PosCases.Web.Cases.Previews;

namespace PosCases.Web.Prevention.Trades;

/// <summary>Photos of large trades in and out, and their records on paper. The door says who may.</summary>
internal static class TradeEndpoints
{
    private const long Envelope = 64 * 1024;

    /// <summary>Where photos of a trade are handed in.</summary>
    public static string UploadPath(LargeTradeId trade) => $"/trades/{trade.Value}/photos";

    /// <summary>Maps them.</summary>
    public static void MapTradeEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/trades/{id:guid}/photos", ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapGet("/trade-photos/{id:guid}", SendAsync).AllowAnonymous();
        app.MapGet("/trades/{id:guid}/print", PrintAsync).AllowAnonymous();
    }

    private static async Task<IResult> PrintAsync(Guid id, bool? page, HttpContext http, IMediator mediator, TradePaper paper, PdfPrinter printer, CancellationToken ct)
    {
        var found = await mediator.Send(new ViewLargeTrade.Query(new LargeTradeId(id)), ct);
        return found.Succeeded
            ? await PrintOut.SendAsync(paper.Of(found.Value), paper.NameOf(found.Value.Trade), page is true, http, printer, ct)
            : found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
    }

    private static async Task<IResult> ReceiveAsync(
        Guid id, HttpContext http, IMediator mediator, PaperBytes papers, EvidenceLimits limits, CaseWords words,
        IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        var trade = new LargeTradeId(id);
        var may = await mediator.Send(new AddTradePhoto.MayQuery(trade), ct);
        if (!may.Succeeded)
        {
            return MerchantPaperEndpoints.Refuse(words, may.Error);
        }

        if (await OneFileForm.ReadAsync(http.Request, ct) is not { } form || !await MerchantPaperEndpoints.IsOursAsync(http, form.Fields, antiforgery, forgery.Value))
        {
            return Results.BadRequest();
        }

        var stored = await papers.StoreAsync(may.Value.Value, form.Name, form.Content, ct);
        if (!stored.Succeeded)
        {
            return MerchantPaperEndpoints.Refuse(words, stored.Error);
        }

        var kept = false;
        try
        {
            var kind = Enum.TryParse<TradePhotoKind>(form.Fields.GetValueOrDefault("kind"), out var said) ? said : (TradePhotoKind)(-1);
            var added = await mediator.Send(new AddTradePhoto.Command(trade, kind, stored.Value), ct);
            kept = added.Succeeded;
            return added.Succeeded ? Results.Json(new { name = stored.Value.Name }, statusCode: StatusCodes.Status201Created) : MerchantPaperEndpoints.Refuse(words, added.Error);
        }
        finally
        {
            if (!kept)
            {
                papers.Discard(stored.Value);
            }
        }
    }

    private static async Task<IResult> SendAsync(Guid id, string? size, HttpContext http, IMediator mediator, PreviewMaker previews, PaperBytes papers, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenTradePhoto.Command(new TradePhotoId(id)), ct);
        if (!opened.Succeeded)
        {
            return opened.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        var file = opened.Value;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        if (size == "small")
        {
            return await previews.ShowAsync(papers.SourceOf(file), 1, PreviewSize.Small, ct) is Preview.Picture picture
                ? Results.Bytes(picture.Bytes, "image/jpeg")
                : Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        try
        {
            return Results.Stream(await papers.OpenAsync(file, ct), file.ContentType);
        }
        catch (FileDamagedException)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
    }
}
