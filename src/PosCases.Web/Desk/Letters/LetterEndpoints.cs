using System.Net.Mime;
using System.Text;
using MediatR;
using PosCases.Letters;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;

namespace PosCases.Web.Desk.Letters;

/// <summary>Letters as files. The door says who may have which, and keeps a record of every copy.</summary>
internal static class LetterEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapLetterEndpoints(this IEndpointRouteBuilder app)
    {
        foreach (var format in Enum.GetValues<LetterFormat>())
        {
            app.MapGet(
                "/letters/{id:guid}/" + LetterLinks.NameOf(format),
                (Guid id, int? version, HttpContext http, IMediator mediator, PdfPrinter printer, CancellationToken ct) => SendAsync(new LetterId(id), version, format, http, mediator, printer, ct))
                .AllowAnonymous();
        }
    }

    private static async Task<IResult> SendAsync(
        LetterId id, int? version, LetterFormat format, HttpContext http, IMediator mediator, PdfPrinter printer, CancellationToken ct)
    {
        if (format == LetterFormat.Pdf && !printer.IsThere)
        {
            return Results.LocalRedirect(LetterLinks.Of(id, LetterFormat.Page, version));
        }

        var number = await mediator.Send(new OutputLetter.Command(id, version, format), ct);
        if (!number.Succeeded)
        {
            return number.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        var printed = await mediator.Send(new PrintLetter.Query(id, number.Value), ct);
        return printed.Succeeded ? await WriteAsync(printed.Value, id, number.Value, format, http, printer, ct) : Results.NotFound();
    }

    private static async Task<IResult> WriteAsync(
        PrintLetter.Answer letter, LetterId id, int number, LetterFormat format, HttpContext http, PdfPrinter printer, CancellationToken ct)
    {
        switch (format)
        {
            case LetterFormat.Docx:
                return Results.File(DocxWriter.Write(letter.Paper), DocxWriter.ContentType, letter.FileName + ".docx");
            case LetterFormat.Pdf:
                var print = await printer.PrintAsync(letter.Paper, ct);
                // It is there but could not: the page can be printed by the reader's own browser.
                return print.Pdf is { } pdf
                    ? Results.File(pdf, MediaTypeNames.Application.Pdf, letter.FileName + ".pdf")
                    : Results.LocalRedirect(LetterLinks.Of(id, LetterFormat.Page, number));
            default:
                var page = HtmlWriter.Write(letter.Paper);
                http.Response.Headers.ContentSecurityPolicy = page.Policy + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
                return Results.Text(page.Html, MediaTypeNames.Text.Html, Encoding.UTF8);
        }
    }
}
