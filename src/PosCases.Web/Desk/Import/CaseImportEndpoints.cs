using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Import;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;

namespace PosCases.Web.Desk.Import;

/// <summary>Lists of old cases: in, straight from the socket into the vault; out, an empty list to fill in and what became of every row.</summary>
public static class CaseImportEndpoints
{
    private const string Page = "/desk/import";
    private const int LongestName = 120;
    private const int LongestField = 4096;
    private const long Envelope = 64 * 1024;

    /// <summary>Maps them. The door says who may.</summary>
    public static void MapCaseImports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/import/file", ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapGet("/desk/import/template.csv", SendTemplateAsync).AllowAnonymous();
        app.MapGet("/desk/import/{id:guid}/rows.csv", SendRowsAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, Intake intake, ImportLimits limits, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        if (http.Request.ContentLength > limits.LargestFile + Envelope)
        {
            return Refused(new ImportFileRefused(TableRefusal.TooLarge));
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return Results.BadRequest();
        }

        var reader = new MultipartReader(boundary.ToString(), http.Request.Body);
        var token = "";
        // The page's token, then the file.
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
            {
                return Results.BadRequest();
            }

            if (!part.IsFileDisposition())
            {
                var buffer = new byte[LongestField];
                var length = await section.Body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, ct);
                token = HeaderUtilities.RemoveQuotes(part.Name) == intake.TokenField ? System.Text.Encoding.UTF8.GetString(buffer, 0, length) : token;
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
            var taken = await intake.TakeAsync(http, token, EvidenceLabel.Clean(name, LongestName), section.Body, ct);
            return taken.Succeeded ? Results.LocalRedirect($"~{Page}/{taken.Value.Value}") : Refused(taken.Error);
        }

        return Refused(new ImportFileRefused(TableRefusal.NotATable));
    }

    private static IResult Refused(Error error) => error is SignInNeeded ? Results.Challenge()
        : error is NotPermitted ? Results.LocalRedirect("~/refused")
        : Results.LocalRedirect($"~{Page}?problem={Uri.EscapeDataString(error.Code)}");

    private static async Task<IResult> SendTemplateAsync(HttpContext http, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReceiveCaseFile.MayQuery(), ct) is { Succeeded: true } ? Send(http, "old-cases.csv", [.. CaseTemplate.Rows()]) : Results.Challenge();

    private static async Task<IResult> SendRowsAsync(
        Guid id, HttpContext http, IMediator mediator, CaseWords words, IStringLocalizer<ImportText> text, CancellationToken ct)
    {
        var found = await mediator.Send(new ViewCaseImports.RowsQuery(new CaseImportId(id)), ct);
        if (!found.Succeeded)
        {
            return found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        var (import, rows) = (found.Value.Import, found.Value.Rows);
        List<IReadOnlyList<string>> lines = [[text["Row.At"], text["Row.Number"], text["Row.Result"], text["Row.Case"], text["Row.Column"], text["Row.Found"], text["Row.Wrong"], text["Row.Mend"]]];
        foreach (var row in rows)
        {
            var (at, number, case_) = ($"{row.At}", row.Number ?? "", row.CaseNumber ?? "");
            if (row.Faults.Count == 0)
            {
                lines.Add([at, number, text[row.WasKnown ? "Result.Known" : "Result.Good"], case_, "", "", "", ""]);
            }

            lines.AddRange(row.Faults.Select(f => (IReadOnlyList<string>)
            [
                at, number, text["Result.Bad"], "", f.Column is { } column ? import.Shape.Headers[column] : "", f.Found, words.Of(f.Kind), words.Of(f.Kind, "Mend"),
            ]));
        }

        return Send(http, "old-cases-report.csv", lines);
    }

    private static IResult Send(HttpContext http, string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(CsvText.Bytes(rows), "text/csv; charset=utf-8", name);
    }

    /// <summary>Asks first, takes into the vault, looks at it, records; throws the bytes away when anything of it is refused.</summary>
    internal sealed class Intake(IMediator mediator, TransactionFiles files, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery)
    {
        /// <summary>Name of the field with the page's token.</summary>
        public string TokenField => forgery.Value.FormFieldName;

        public async Task<Result<CaseImportId>> TakeAsync(HttpContext http, string token, string name, Stream content, CancellationToken ct)
        {
            http.Request.Headers[forgery.Value.HeaderName ?? "RequestVerificationToken"] = token;
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return new EvidenceEndpoints.PageTooOld();
            }

            var may = await mediator.Send(new ReceiveCaseFile.MayQuery(), ct);
            if (!may.Succeeded)
            {
                return may.Error;
            }

            var id = CaseImportId.New();
            var taken = await files.TakeAsync(content, id.Value, ct);
            if (!taken.Succeeded)
            {
                return taken.Error;
            }

            var kept = false;
            try
            {
                var received = await mediator.Send(new ReceiveCaseFile.Command(id, name, taken.Value.Kept, taken.Value.Shape), ct);
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
    }
}
