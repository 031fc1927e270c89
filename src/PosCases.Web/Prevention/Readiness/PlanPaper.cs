using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Prevention.Readiness;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Prevention.Readiness;

/// <summary>The plan for the day of an outage as a paper to hang up at the counter, in the reader's language.</summary>
public sealed class PlanPaper(IStringLocalizer<PreventionText> text, CaseWords words, TimeProvider clock)
{
    /// <summary>Maps where it is printed. The door says who may.</summary>
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/readiness/{id:guid}/print", SendAsync).AllowAnonymous();

    /// <summary>The paper.</summary>
    public PrintDocument Of(ViewReadiness.View view, ContingencyPlan plan)
    {
        var parts = plan.Parts;
        List<Block> blocks =
        [
            Paragraph.Of(view.MerchantName, ParagraphStyle.Centred),
            .. Part("Plan.WhoDecides", parts.WhoDecides),
            new PosCases.Platform.Documents.Heading(1, text["Plan.Calls"]),
            new ListBlock(true, [.. parts.Calls.Select(c => (IReadOnlyList<Run>)[new Run(Line(c, view.Contacts))])]),
            .. Part("Plan.ToldCustomers", parts.ToldCustomers),
            .. Part("Plan.OfflineSteps", parts.OfflineSteps),
            .. Part("Plan.WherePapers", parts.WherePapers),
            new PosCases.Platform.Documents.Heading(1, text["Channels.Title"]),
            new ListBlock(false, [.. view.Channels.Select(c => (IReadOnlyList<Run>)[new Run(string.Join(" \u00b7 ", new[] { words.Of(c.Channel.Kind), c.Channel.InstitutionName, c.Channel.Note }.Where(t => t is not null)))])]),
            Paragraph.Of(text["Plan.Foot", plan.Number, plan.ByName, plan.At.InChina().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], ParagraphStyle.Small),
        ];
        return new PrintDocument(text["Plan.Title"], CultureInfo.CurrentUICulture.Name, blocks) { Author = view.MerchantName, MadeAt = clock.GetUtcNow() };
    }

    private static async Task<IResult> SendAsync(Guid id, bool? page, HttpContext http, IMediator mediator, PlanPaper paper, PdfPrinter printer, CancellationToken ct)
    {
        var found = await mediator.Send(new ViewReadiness.Query(new MerchantId(id)), ct);
        return !found.Succeeded ? found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound()
            : found.Value.Plan is { } plan ? await PrintOut.SendAsync(paper.Of(found.Value, plan), $"plan-v{plan.Number}", page is true, http, printer, ct)
            : Results.NotFound();
    }

    private IEnumerable<Block> Part(string title, string said) => string.IsNullOrWhiteSpace(said) ? []
        : [new PosCases.Platform.Documents.Heading(1, text[title]), .. said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Paragraph.Of(line, ParagraphStyle.Flush))];

    // A paper that hangs at a counter is read by many: numbers stay masked.
    private static string Line(PlanCall call, IReadOnlyList<ViewReadiness.ContactRow> contacts)
    {
        var caller = contacts.FirstOrDefault(c => c.Id == call.Caller);
        return string.Concat(caller is null ? "" : $"{caller.Name} {Masking.Mask(caller.Phone, MaskKind.Phone)} \u2192 ", call.Whom, string.IsNullOrWhiteSpace(call.About) ? "" : $" \u2014 {call.About}");
    }
}
