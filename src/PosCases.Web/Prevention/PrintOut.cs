using System.Net.Mime;
using System.Text;
using PosCases.Platform.Documents;

namespace PosCases.Web.Prevention;

/// <summary>Hands a paper out as PDF, or as a page to print where no PDF can be made.</summary>
internal static class PrintOut
{
    /// <summary>Hands it out.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <param name="asPage">Whether the page is wanted.</param>
    /// <param name="http">The request.</param>
    /// <param name="printer">Makes the PDF.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<IResult> SendAsync(PrintDocument paper, string name, bool asPage, HttpContext http, PdfPrinter printer, CancellationToken ct)
    {
        if (!asPage && printer.IsThere && (await printer.PrintAsync(paper, ct)).Pdf is { } pdf)
        {
            return Results.File(pdf, MediaTypeNames.Application.Pdf, name + ".pdf");
        }

        var page = HtmlWriter.Write(paper);
        http.Response.Headers.ContentSecurityPolicy = page.Policy + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Results.Text(page.Html, MediaTypeNames.Text.Html, Encoding.UTF8);
    }
}
