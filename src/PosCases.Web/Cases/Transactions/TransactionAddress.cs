using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PosCases.Cases.Transactions;

namespace PosCases.Web.Cases.Transactions;

/// <summary>The parts of the pages about a case's transactions, as their addresses name them.</summary>
public enum TransactionPart
{
    /// <summary>All transactions.</summary>
    List,

    /// <summary>Disputed ones.</summary>
    Disputed,

    /// <summary>Slips and their transactions.</summary>
    Slips,

    /// <summary>The self-check.</summary>
    Signals,

    /// <summary>The chart.</summary>
    Pattern,

    /// <summary>Files.</summary>
    Imports,
}

/// <summary>Addresses of a case's transactions.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="ForMerchant">Whether in the merchant's pages.</param>
public sealed record TransactionAddress(string Number, bool ForMerchant)
{
    /// <summary>The case.</summary>
    public string Case => ForMerchant ? $"/my/cases/{Number}" : $"/desk/cases/{Number}";

    /// <summary>The list.</summary>
    public string Base => $"{Case}/transactions";

    /// <summary>A part.</summary>
    public string Of(TransactionPart part) => part == TransactionPart.List ? Base : $"{Base}/{$"{part}".ToLowerInvariant()}";

    /// <summary>One import.</summary>
    public string Of(TransactionImportId import) => $"{Base}/import/{import.Value}";

    /// <summary>The list, filtered.</summary>
    public string Of(TransactionFilter filter, int page = 1)
    {
        var query = new QueryBuilder();
        void Add(string name, object? value)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                query.Add(name, text);
            }
        }

        Add("from", filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("least", filter.Least);
        Add("most", filter.Most);
        Add("kind", filter.Kind);
        Add("state", filter.State);
        Add("terminal", filter.Terminal);
        Add("text", filter.Text);
        Add("flag", filter.Flag);
        Add("signal", filter.Signal);
        Add("page", page > 1 ? page : null);
        return Base + query.ToQueryString();
    }

    /// <summary>The part that an address names; none when there is no such part.</summary>
    public static TransactionPart? PartOf(string? text) =>
        text is null ? TransactionPart.List
        : Enum.TryParse<TransactionPart>(text, ignoreCase: true, out var part) && Enum.IsDefined(part) && !int.TryParse(text, CultureInfo.InvariantCulture, out _) ? part
        : null;
}
