using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using PosCases.Insight;
using PosCases.Insight.Reports;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;

namespace PosCases.Web.Insight;

/// <summary>Hands out reports as files. What they may count is decided by the message behind them.</summary>
public static class InsightEndpoints
{
    /// <summary>Maps them. The door says who may.</summary>
    public static void MapInsightEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/insight/reports/{board}.pdf", (string board, HttpContext http, IMediator mediator, ReportMaker maker, CancellationToken ct) =>
            SendAsync(board, ReportFormat.Pdf, http, mediator, maker, ct)).AllowAnonymous();
        app.MapGet("/insight/reports/{board}.xlsx", (string board, HttpContext http, IMediator mediator, ReportMaker maker, CancellationToken ct) =>
            SendAsync(board, ReportFormat.Xlsx, http, mediator, maker, ct)).AllowAnonymous();
        app.MapGet("/insight/reports/{board}.html", (string board, HttpContext http, IMediator mediator, ReportMaker maker, CancellationToken ct) =>
            SendAsync(board, ReportFormat.Html, http, mediator, maker, ct)).AllowAnonymous();
    }

    private static async Task<IResult> SendAsync(string board, ReportFormat format, HttpContext http, IMediator mediator, ReportMaker maker, CancellationToken ct)
    {
        var one = InsightAddress.Read<Board>(board);
        if (one is null && board != "all")
        {
            return Results.NotFound();
        }

        var address = InsightAddress.Parse(board, http.Request.GetEncodedPathAndQuery());
        var counted = await mediator.Send(new ViewBoard.Query(one, address.Filter), ct);
        if (!counted.Succeeded)
        {
            return counted.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        var report = maker.Write(one, address.Filter, counted.Value, CultureInfo.CurrentUICulture.Name);
        http.Response.Headers.CacheControl = "no-store";
        switch (format)
        {
            case ReportFormat.Xlsx:
                return File(http, ReportMaker.Xlsx(report), XlsxWriter.MediaType, $"{report.FileName}.xlsx");
            case ReportFormat.Pdf when await maker.PdfAsync(report, ct) is { } pdf:
                return File(http, pdf, "application/pdf", $"{report.FileName}.pdf");
            default:
                // Without Chromium the same page is offered for printing.
                var page = ReportMaker.Html(report);
                http.Response.Headers.ContentSecurityPolicy = page.Policy + "; frame-ancestors 'none'";
                return Results.Content(page.Html, "text/html; charset=utf-8");
        }
    }

    private static IResult File(HttpContext http, byte[] bytes, string type, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(bytes, type);
    }
}
