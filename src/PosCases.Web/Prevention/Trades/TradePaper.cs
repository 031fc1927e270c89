using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Platform.Documents;
using PosCases.Prevention.LargeTrades;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Prevention.Trades;

/// <summary>Writes the record of a large trade as a paper, in the reader's language.</summary>
public sealed class TradePaper(IStringLocalizer<PreventionText> text, CaseWords words, TimeProvider clock)
{
    /// <summary>The paper of a version.</summary>
    public PrintDocument Of(ViewLargeTrade.View view)
    {
        var trade = view.Trade;
        List<(string Label, string? Value)> rows =
        [
            (text["Trade.Merchant"], view.MerchantName),
            (text["Trade.Amount"], MoneyText.Format(trade.Amount)),
            (text["Trade.At"], Moment(trade.At)),
            (text["Trade.Goods"], trade.Goods),
            (text["Trade.Buyer"], trade.Buyer),
            (text["Trade.Checks"], string.Join(text["Separator"], trade.Checks.Select(words.Of))),
            (text["Trade.Purpose"], trade.Purpose),
            (text["Trade.Delivery"], words.Of(trade.Delivery)),
            (text["Trade.DeliveryNote"], trade.DeliveryNote),
            (text["Trade.Staff"], trade.Staff),
            (text["Trade.Note"], trade.Note),
            (text["Trade.Version"], text["Trade.VersionOf", trade.Number, trade.ByName, Moment(trade.RecordedAt)]),
            (text["Trade.Correction"], trade.Correction),
        ];
        List<Block> blocks =
        [
            new TableBlock(
                [new TableColumn(text["Paper.Item"]), new TableColumn(text["Paper.Content"], 3)],
                [.. rows.Where(r => r.Value is not null).Select(r => (IReadOnlyList<IReadOnlyList<Run>>)[[new Run(r.Label)], [new Run(r.Value!)]])]),
        ];
        if (view.Photos.Count > 0)
        {
            blocks.Add(new PosCases.Platform.Documents.Heading(1, text["Trade.Photos"]));
            blocks.Add(new ListBlock(true, [.. view.Photos.Select(p => (IReadOnlyList<Run>)[new Run($"{words.Of(p.Kind)} \u00b7 {p.FileName} \u00b7 SHA-256 {p.Sha256}")])]));
        }

        blocks.Add(Paragraph.Of(text[trade.WasWrittenAtOnce ? "Paper.AtOnce" : "Paper.Later"], ParagraphStyle.Small));
        blocks.Add(Paragraph.Of(text["Paper.Own"], ParagraphStyle.Small));
        blocks.Add(new SignatureBlock([new SignatureLine(text["Paper.Signature"], []), new SignatureLine(text["Paper.Day"], [])]));
        return new PrintDocument(text["Paper.Title"], CultureInfo.CurrentUICulture.Name, blocks) { Author = view.MerchantName, MadeAt = clock.GetUtcNow() };
    }

    /// <summary>Name of its file without the ending.</summary>
    public string NameOf(LargeTrade trade) =>
        string.Create(CultureInfo.InvariantCulture, $"{text["Paper.File"]}-{trade.At.InChina():yyyyMMdd-HHmm}-v{trade.Number}");

    private static string Moment(DateTimeOffset at) => at.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
