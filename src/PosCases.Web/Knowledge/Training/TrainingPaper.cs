using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using PosCases.Knowledge.Training;
using PosCases.Merchants;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Web.Prevention;

namespace PosCases.Web.Knowledge.Training;

/// <summary>Who was trained, as a paper that shows it, in the reader's language.</summary>
public sealed class TrainingPaper(IStringLocalizer<TrainingText> text, TimeProvider clock)
{
    /// <summary>Where it is printed.</summary>
    public static string PathOf(MerchantId? merchant) => merchant is { } id ? $"/training/print?merchant={id.Value}" : "/training/print";

    /// <summary>Maps where it is printed. The door says who may.</summary>
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/training/print", SendAsync).AllowAnonymous();

    /// <summary>The paper.</summary>
    public PrintDocument Of(ListTraining.View view)
    {
        List<Block> blocks =
        [
            Paragraph.Of(view.Name, ParagraphStyle.Centred),
            new TableBlock(
                [new TableColumn(text["Who"], 2), new TableColumn(text["What"], 4), new TableColumn(text["On"], 2), new TableColumn(text["Score"]), new TableColumn(text["Until"], 2), new TableColumn(text["By"], 2)],
                [.. view.Records.Select(Row)]),
            new SignatureBlock([new SignatureLine(text["Signature"], []), new SignatureLine(text["Day"], [])]),
        ];
        return new PrintDocument(text["Title"], CultureInfo.CurrentUICulture.Name, blocks) { Author = view.Name, MadeAt = clock.GetUtcNow() };
    }

    private static async Task<IResult> SendAsync(Guid? merchant, bool? page, HttpContext http, IMediator mediator, TrainingPaper paper, PdfPrinter printer, CancellationToken ct)
    {
        var found = await mediator.Send(new ListTraining.Query(merchant is { } id ? new MerchantId(id) : null), ct);
        return found.Succeeded
            ? await PrintOut.SendAsync(paper.Of(found.Value), "training", page is true, http, printer, ct)
            : found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
    }

    private IReadOnlyList<IReadOnlyList<Run>> Row(TrainingRecord row) =>
    [
        [new Run(row.Role is { } role ? $"{row.Who} ({role})" : row.Who)],
        [new Run(row.ArticleNumber is { } number ? $"{TrainingBoard.TopicOf(row)} ({text["Version", number]})" : TrainingBoard.TopicOf(row))],
        [new Run(Day(row.On))],
        [new Run(row.OutOf is { } of ? $"{row.Score}/{of}" : text["NoQuiz"])],
        [new Run(row.ValidUntil is { } until ? Day(until) : text["NoEnd"])],
        [new Run(row.ByName)],
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
