using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
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

        if (await papers.TakeAsync(form.Name, form.Content, ct) is not { } taken)
        {
            return Refuse(words, papers.TooLarge);
        }

        var kept = false;
        try
        {
            Error? refusal = taken.Size == 0 || taken.ContentType.Length == 0 ? new FileNotAcceptable() : null;
            if (refusal is null)
            {
                var added = await mediator.Send(new AddMerchantPaper.Command(FormOf(form.Fields), taken), ct);
                (kept, refusal) = (added.Succeeded, added.Error);
            }

            return refusal is null ? Results.Json(new { name = taken.Name }, statusCode: StatusCodes.Status201Created) : Refuse(words, refusal);
        }
        finally
        {
            if (!kept)
            {
                papers.Discard(taken);
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
        return Results.Stream(await papers.OpenAsync(file, ct), file.ContentType);
    }

    // The token comes in a field before the file; as a header it is checked without reading the file.
    private static async Task<bool> IsOursAsync(
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

    private static IResult Refuse(CaseWords words, Error error) => Results.Problem(
        detail: error is Invalid invalid ? string.Join(' ', words.FieldErrors(invalid).Select(f => f.Message)) : words.Error(error),
        statusCode: error switch
        {
            SignInNeeded => StatusCodes.Status401Unauthorized,
            NotPermitted => StatusCodes.Status403Forbidden,
            NotFound => StatusCodes.Status404NotFound,
            FileTooLarge => StatusCodes.Status413PayloadTooLarge,
            FileNotAcceptable => StatusCodes.Status415UnsupportedMediaType,
            TooManyPapers => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        });
}
