using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;

namespace PosCases.Web.Cases.Previews;

/// <summary>Papers to be looked at: drawn anew page by page, never the original, unless it is a picture that nothing here can draw anew.</summary>
public static class PreviewEndpoints
{
    private static readonly string[] DrawnByBrowsers = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    /// <summary>Maps them. The door says who may.</summary>
    public static void MapPreviewEndpoints(this IEndpointRouteBuilder app) => app.MapGet("/evidence/{id:guid}/preview", ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(
        Guid id, int? page, string? size, HttpContext http, IMediator mediator, PreviewMaker previews, PaperBytes papers,
        IStringLocalizer<PreviewText> text, CaseWords words, CancellationToken ct)
    {
        Protect(http.Response.Headers);
        var wanted = SizeOf(size);
        var (item, number) = (new EvidenceItemId(id), Math.Max(1, page ?? 1));
        var found = wanted == PreviewSize.Small
            ? await mediator.Send(new PreviewEvidence.Query(item), ct)
            : await mediator.Send(new OpenEvidence.Command(item, OpeningPurpose.View), ct);
        if (!found.Succeeded)
        {
            return found.Error switch
            {
                SignInNeeded => Results.Unauthorized(),
                EvidenceInQuarantine or EvidenceInfected or EvidenceDamaged or EvidenceGone => Say(words.Error(found.Error), StatusCodes.Status422UnprocessableEntity),
                _ => Results.NotFound(),
            };
        }

        try
        {
            return await AnswerAsync(found.Value, number, wanted, http.Response.Headers, previews, papers, text, ct);
        }
        catch (FileDamagedException)
        {
            return Say(words.Error(new EvidenceDamaged()), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> AnswerAsync(
        OpenedEvidence file, int number, PreviewSize wanted, IHeaderDictionary headers, PreviewMaker previews, PaperBytes papers,
        IStringLocalizer<PreviewText> text, CancellationToken ct)
    {
        switch (await previews.ShowAsync(papers.SourceOf(file), number, wanted, ct))
        {
            case Preview.Picture picture:
                headers["X-Pages"] = picture.Pages.ToString(CultureInfo.InvariantCulture);
                return Results.Bytes(picture.Bytes, "image/jpeg");
            case Preview.Words read:
                return Results.Text(read.IsWhole ? read.Text : $"{read.Text}\n\n{text["Cut"]}", "text/plain", System.Text.Encoding.UTF8);
            case Preview.None { Why: NoPreview.NoTool } when DrawnByBrowsers.Contains(file.ContentType) && number == 1:
                headers["X-Preview"] = "original";
                return Results.Stream(await papers.OpenAsync(file, ct), file.ContentType);
            case Preview.None none:
                return Say(text[$"NoPreview.{none.Why}"], StatusOf(none.Why));
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is no preview.");
        }
    }

    private static IResult Say(string sentence, int status) => Results.Text(sentence, "text/plain", System.Text.Encoding.UTF8, status);

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentDisposition = "inline";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
    }

    private static PreviewSize SizeOf(string? size) => size switch
    {
        "small" => PreviewSize.Small,
        "fine" => PreviewSize.Fine,
        _ => PreviewSize.Page,
    };

    private static int StatusOf(NoPreview why) => why switch
    {
        NoPreview.NoPage => StatusCodes.Status404NotFound,
        NoPreview.TooLarge => StatusCodes.Status413PayloadTooLarge,
        NoPreview.TooSlow => StatusCodes.Status503ServiceUnavailable,
        NoPreview.Kind or NoPreview.NoTool or NoPreview.Unreadable => StatusCodes.Status415UnsupportedMediaType,
    };
}
