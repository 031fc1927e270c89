using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;

namespace PosCases.Web.Cases.Previews;

/// <summary>Papers to be looked at: drawn anew page by page, never the original, unless it is a picture that nothing here can draw anew.</summary>
public static class PreviewEndpoints
{
    private static readonly string[] DrawnByBrowsers = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    /// <summary>Maps them. The door says who may.</summary>
    public static void MapPreviewEndpoints(this IEndpointRouteBuilder app) => app.MapGet("/evidence/{id:guid}/preview", ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(
        Guid id, int? page, string? size, HttpContext http, IMediator mediator, PreviewMaker previews, PaperBytes papers,
        IStringLocalizer<PreviewText> text, CancellationToken ct)
    {
        Protect(http.Response.Headers);
        var wanted = SizeOf(size);
        var (item, number) = (new EvidenceItemId(id), Math.Max(1, page ?? 1));
        var found = wanted == PreviewSize.Small
            ? await mediator.Send(new PreviewEvidence.Query(item), ct)
            : await mediator.Send(new OpenEvidence.Command(item), ct);
        if (!found.Succeeded)
        {
            return found.Error is SignInNeeded ? Results.Unauthorized() : Results.NotFound();
        }

        var file = found.Value;
        switch (await previews.ShowAsync(papers.SourceOf(file), number, wanted, ct))
        {
            case Preview.Picture picture:
                http.Response.Headers["X-Pages"] = picture.Pages.ToString(CultureInfo.InvariantCulture);
                return Results.Bytes(picture.Bytes, "image/jpeg");
            case Preview.Words words:
                return Results.Text(words.IsWhole ? words.Text : $"{words.Text}\n\n{text["Cut"]}", "text/plain", System.Text.Encoding.UTF8);
            case Preview.None { Why: NoPreview.NoTool } when DrawnByBrowsers.Contains(file.ContentType) && number == 1:
                http.Response.Headers["X-Preview"] = "original";
                return Results.Stream(await papers.OpenAsync(file, ct), file.ContentType);
            case Preview.None none:
                return Results.Text(text[$"NoPreview.{none.Why}"], "text/plain", System.Text.Encoding.UTF8, StatusOf(none.Why));
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is no preview.");
        }
    }

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
