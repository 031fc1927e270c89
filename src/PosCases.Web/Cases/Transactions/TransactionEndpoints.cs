using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Transactions;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Web.Design;

namespace PosCases.Web.Cases.Transactions;

/// <summary>Exports of acquirers in, lists out. In: one file a request, straight from the socket into the vault. Out: CSV that a spreadsheet opens as text.</summary>
public static class TransactionEndpoints
{
    private static readonly string[] DisputedColumns =
    [
        "Col.At", "Col.Kind", "Col.Amount", "Col.State", "Col.Reference", "Col.Voucher", "Col.Terminal", "Col.Card", "Dispute.Reason", "Dispute.Note",
        "Dispute.Slip", "Dispute.Who", "Dispute.Due",
    ];

    private const int LongestField = 4096;
    private const int MostFields = 8;
    private const int LongestName = 120;
    private const long Envelope = 64 * 1024;

    /// <summary>Maps them. The door says who may; an answer to an upload is never a redirect.</summary>
    public static void MapTransactionEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/cases/{number}/transactions", ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapGet("/cases/{number}/transactions/disputed.csv", SendDisputedAsync).AllowAnonymous();
        app.MapGet("/cases/{number}/transactions/imports/{id:guid}/rows.csv", SendRowsAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(string number, HttpContext http, Intake intake, ImportLimits limits, CaseWords words, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        if (http.Request.ContentLength > limits.LargestFile + Envelope)
        {
            return Refuse(words, new ImportFileRefused(PosCases.Cases.Transactions.Reading.TableRefusal.TooLarge));
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return Results.BadRequest();
        }

        var reader = new MultipartReader(boundary.ToString(), http.Request.Body);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || fields.Count > MostFields)
            {
                return Results.BadRequest();
            }

            if (part.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                var taken = await intake.TakeAsync(http, number, fields, EvidenceLabel.Clean(name, LongestName), section.Body, ct);
                return taken.Succeeded ? Results.Json(new { id = taken.Value.Value }, statusCode: StatusCodes.Status201Created) : Refuse(words, taken.Error);
            }

            var buffer = new byte[LongestField];
            var length = await section.Body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, ct);
            if (length == LongestField)
            {
                return Results.BadRequest();
            }

            fields[HeaderUtilities.RemoveQuotes(part.Name).ToString()] = System.Text.Encoding.UTF8.GetString(buffer, 0, length);
        }

        return Results.BadRequest();
    }

    private static IResult Refuse(CaseWords words, Error error) => Results.Problem(detail: words.Error(error), statusCode: error switch
    {
        SignInNeeded => StatusCodes.Status401Unauthorized,
        NotPermitted => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        ImportFileRefused { Why: PosCases.Cases.Transactions.Reading.TableRefusal.TooLarge } => StatusCodes.Status413PayloadTooLarge,
        ImportFileRefused => StatusCodes.Status415UnsupportedMediaType,
        Invalid or EvidenceEndpoints.PageTooOld => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    });

    private static async Task<IResult> SendDisputedAsync(
        string number, HttpContext http, IMediator mediator, CaseWords words, IStringLocalizer<TransactionText> text, CancellationToken ct)
    {
        var found = await mediator.Send(new ExportDisputes.Query(number), ct);
        if (!found.Succeeded || await mediator.Send(new ExportDisputes.Command(found.Value.Case.Id), ct) is { Succeeded: false })
        {
            return found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        string[] head = [.. DisputedColumns.Select(k => text[k].Value)];
        return Send(http, $"{number}-disputed.csv", found.Value.Rows.Select(r => RowOf(r, words)).Prepend(head));
    }

    private static string[] RowOf(ViewTransactions.Row row, CaseWords words)
    {
        var (t, d) = (row.Transaction, row.Dispute!);
        return
        [
            t.At.InChina().ToString(t.HasTime ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture), words.Of(t.Kind),
            t.Amount.ToString("0.00", CultureInfo.InvariantCulture), words.Of(t.State), t.Reference ?? "", t.Voucher ?? "", t.Terminal ?? "", t.Card ?? "",
            words.Of(d.Reason), d.Note ?? "", words.Of(d.Slip), d.Who ?? "", d.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ];
    }

    private static async Task<IResult> SendRowsAsync(
        string number, Guid id, HttpContext http, IMediator mediator, CaseWords words, IStringLocalizer<TransactionText> text, CancellationToken ct)
    {
        var found = await mediator.Send(new ViewTransactionImports.RowsQuery(number, new TransactionImportId(id)), ct);
        if (!found.Succeeded)
        {
            return found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        // The file's own columns first, so that the mended file can be sent as it is.
        string[] head = [.. found.Value.Import.Shape.Headers, text["Issue.Row"], text["Issue.Problem"]];
        var width = found.Value.Import.Shape.Headers.Count;
        return Send(http, $"{number}-rows.csv", found.Value.Issues.Items
            .Select(i => (string[])[.. i.Cells.Concat(Enumerable.Repeat("", width)).Take(width), $"{i.Row}", words.Of(i.Kind)]).Prepend(head));
    }

    private static IResult Send(HttpContext http, string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(CsvText.Bytes(rows), "text/csv; charset=utf-8", name);
    }

    /// <summary>Asks first, takes into the vault, looks at it, brings it to the case; throws the bytes away when anything of it is refused.</summary>
    internal sealed class Intake(IMediator mediator, TransactionFiles files, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery)
    {
        public async Task<Result<TransactionImportId>> TakeAsync(
            HttpContext http, string number, IReadOnlyDictionary<string, string> fields, string name, Stream content, CancellationToken ct)
        {
            if (!await IsOursAsync(http, fields))
            {
                return new EvidenceEndpoints.PageTooOld();
            }

            var may = await mediator.Send(new ReceiveTransactionFile.MayQuery(number), ct);
            if (!may.Succeeded)
            {
                return may.Error;
            }

            var taken = await files.TakeAsync(content, may.Value, ct);
            if (!taken.Succeeded)
            {
                return taken.Error;
            }

            var kept = false;
            try
            {
                InstitutionId? institution = Guid.TryParse(fields.GetValueOrDefault("institution"), out var named) ? new InstitutionId(named) : null;
                var received = await mediator.Send(new ReceiveTransactionFile.Command(may.Value, institution, name, taken.Value.Kept, taken.Value.Shape), ct);
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

        // The token comes in a field before the file; as a header it is checked without reading the file.
        private async Task<bool> IsOursAsync(HttpContext http, IReadOnlyDictionary<string, string> fields)
        {
            var header = forgery.Value.HeaderName ?? "RequestVerificationToken";
            if (http.Request.Headers[header].Count == 0)
            {
                http.Request.Headers[header] = fields.GetValueOrDefault(forgery.Value.FormFieldName);
            }

            return http.Request.Headers[header].Count > 0 && await antiforgery.IsRequestValidAsync(http);
        }
    }
}
