using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Knowledge.Training;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Papers;
using PosCases.Web.Cases.Previews;

namespace PosCases.Web.Knowledge.Training;

/// <summary>Papers of training records, in and out. The door says who may.</summary>
internal static class TrainingSheetEndpoints
{
    private const long Envelope = 64 * 1024;

    /// <summary>Where papers of a record are handed in.</summary>
    public static string UploadPath(Guid record) => $"/training/{record}/sheets";

    /// <summary>Where a paper is read.</summary>
    public static string Of(TrainingSheetId sheet) => $"/training-sheets/{sheet.Value}";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/training/{id:guid}/sheets", ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapGet("/training-sheets/{id:guid}", SendAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(
        Guid id, HttpContext http, IMediator mediator, PaperBytes papers, EvidenceLimits limits, CaseWords words,
        IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        var may = await mediator.Send(new AddTrainingSheet.MayQuery(id), ct);
        if (!may.Succeeded)
        {
            return MerchantPaperEndpoints.Refuse(words, may.Error);
        }

        if (await OneFileForm.ReadAsync(http.Request, ct) is not { } form || !await MerchantPaperEndpoints.IsOursAsync(http, form.Fields, antiforgery, forgery.Value))
        {
            return Results.BadRequest();
        }

        var stored = await papers.StoreAsync(may.Value.Id, form.Name, form.Content, ct);
        if (!stored.Succeeded)
        {
            return MerchantPaperEndpoints.Refuse(words, stored.Error);
        }

        var kept = false;
        try
        {
            var added = await mediator.Send(new AddTrainingSheet.Command(id, stored.Value), ct);
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
        var opened = await mediator.Send(new OpenTrainingSheet.Command(new TrainingSheetId(id)), ct);
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
