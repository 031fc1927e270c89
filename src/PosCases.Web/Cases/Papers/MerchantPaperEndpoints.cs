using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.Cases.Papers;
using PosCases.Knowledge.Training;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Prevention.LargeTrades;
using PosCases.Web.Cases.Previews;

namespace PosCases.Web.Cases.Papers;

/// <summary>Papers of a merchant's profile, in and out. The door says who may.</summary>
public static class MerchantPaperEndpoints
{
    /// <summary>Where the profile's papers are handed in.</summary>
    public const string UploadPath = "/my/merchant/papers/files";

    private const long Envelope = 64 * 1024;

    /// <summary>Maps them.</summary>
    public static void MapMerchantPaperEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost(UploadPath, ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapGet("/merchant-papers/{id:guid}", SendAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, IMediator mediator, PaperBytes papers, EvidenceLimits limits, CaseWords words,
        IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        var may = await mediator.Send(new AddMerchantPaper.MayQuery(), ct);
        if (!may.Succeeded)
        {
            return Refuse(words, may.Error);
        }

        if (await OneFileForm.ReadAsync(http.Request, ct) is not { } form || !await IsOursAsync(http, form.Fields, antiforgery, forgery.Value))
        {
            return Results.BadRequest();
        }

        var stored = await papers.StoreAsync(may.Value.Value, form.Name, form.Content, ct);
        if (!stored.Succeeded)
        {
            return Refuse(words, stored.Error);
        }

        var kept = false;
        try
        {
            var added = await mediator.Send(new AddMerchantPaper.Command(FormOf(form.Fields), stored.Value), ct);
            kept = added.Succeeded;
            return added.Succeeded ? Results.Json(new { name = stored.Value.Name }, statusCode: StatusCodes.Status201Created) : Refuse(words, added.Error);
        }
        finally
        {
            if (!kept)
            {
                papers.Discard(stored.Value);
            }
        }
    }

    private static async Task<IResult> SendAsync(
        Guid id, string? size, HttpContext http, IMediator mediator, PreviewMaker previews, PaperBytes papers, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenMerchantPaper.Command(new MerchantPaperId(id)), ct);
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

    // The token comes in a field before the file; as a header it is checked without reading the file.
    internal static async Task<bool> IsOursAsync(
        HttpContext http, IReadOnlyDictionary<string, string> fields, IAntiforgery antiforgery, AntiforgeryOptions options)
    {
        var header = options.HeaderName ?? "RequestVerificationToken";
        if (http.Request.Headers[header].Count == 0)
        {
            http.Request.Headers[header] = fields.GetValueOrDefault(options.FormFieldName);
        }

        return http.Request.Headers[header].Count > 0 && await antiforgery.IsRequestValidAsync(http);
    }

    private static PaperForm FormOf(IReadOnlyDictionary<string, string> fields) =>
        new(fields.GetValueOrDefault("code", ""), DayIn(fields, "issuedOn"), DayIn(fields, "validTo"));

    private static DateOnly? DayIn(IReadOnlyDictionary<string, string> fields, string name) =>
        DateOnly.TryParseExact(fields.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static IResult Refuse(CaseWords words, Error error) => Results.Problem(
        detail: error is Invalid invalid ? string.Join(' ', words.FieldErrors(invalid).Select(f => f.Message)) : words.Error(error),
        statusCode: error switch
        {
            SignInNeeded => StatusCodes.Status401Unauthorized,
            NotPermitted => StatusCodes.Status403Forbidden,
            NotFound => StatusCodes.Status404NotFound,
            FileTooLarge => StatusCodes.Status413PayloadTooLarge,
            FileNotAcceptable => StatusCodes.Status415UnsupportedMediaType,
            EvidenceInfected => StatusCodes.Status422UnprocessableEntity,
            TooManyPapers or TooManyTradePhotos or TooManySheets => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        });
}
