using System.Globalization;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Prevention.LargeTrades;
using PosCases.Web.Design;

namespace PosCases.Web.Prevention.Trades;

/// <summary>Reads the form of a large trade from what was posted.</summary>
internal static class TradeBinder
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] Required = ["Goods", "Buyer", "Purpose", "Staff"];

    /// <summary>What was read, or which fields cannot be read.</summary>
    /// <param name="posted">The posted fields.</param>
    public static Result<LargeTradeForm> Bind(IFormCollection posted)
    {
        List<FieldError> wrong = [];
        if (!MoneyText.TryParse(posted["Form.Amount"], out var amount) || amount <= 0)
        {
            wrong.Add(new FieldError("Form.Amount", "Amount", []));
        }

        var hasMoment = TryMoment(posted["Form.At"], out var at);
        if (!hasMoment)
        {
            wrong.Add(new FieldError("Form.At", "SaleMoment", []));
        }

        if (!Enum.TryParse<TradeDelivery>(posted["Form.Delivery"], out var delivery) || !Enum.IsDefined(delivery))
        {
            wrong.Add(new FieldError("Form.Delivery", "ChooseOne", []));
        }

        var checks = posted["Form.Checks"].Select(v => Enum.TryParse<IdentityCheck>(v, out var check) ? check : (IdentityCheck?)null).OfType<IdentityCheck>().ToList();
        if (checks.Count == 0)
        {
            wrong.Add(new FieldError("Form.Checks", "ChooseOne", []));
        }

        wrong.AddRange(Required.Where(f => string.IsNullOrWhiteSpace(posted[$"Form.{f}"])).Select(f => new FieldError($"Form.{f}", "NotEmptyValidator", [])));
        return wrong.Count > 0
            ? new Invalid(wrong)
            : new LargeTradeForm(amount, at, Text("Goods"), Text("Buyer"), checks, Text("Purpose"), delivery, Text("Staff"))
            {
                DeliveryNote = posted["Form.DeliveryNote"],
                Note = posted["Form.Note"],
            };

        string Text(string field) => posted[$"Form.{field}"].ToString();
    }

    /// <summary>A moment as the browser's field writes it, on the clock in Shanghai.</summary>
    public static string Write(DateTimeOffset at) => at.InChina().ToString(Moment, CultureInfo.InvariantCulture);

    private static bool TryMoment(string? typed, out DateTimeOffset at)
    {
        var read = DateTime.TryParseExact(typed, [Moment, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        at = read ? ShanghaiTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : default;
        return read;
    }
}
