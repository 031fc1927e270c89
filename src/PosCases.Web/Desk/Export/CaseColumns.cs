using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Desk.Export;

/// <summary>The columns of a list that is taken out: what the worklist shows, and the ids by which programs join.</summary>
internal sealed class CaseColumns(IStringLocalizer<ExportText> text, CaseWords words)
{
    private static readonly (string Name, Func<CaseSummary, CaseWords, object?> Value)[] All =
    [
        ("Number", (row, _) => row.Number),
        ("Status", (row, words) => words.Of(row.Status)),
        ("Outcome", (row, words) => row.Outcome is { } outcome ? words.Of(outcome) : null),
        ("Priority", (row, words) => words.Of(row.Priority)),
        ("Merchant", (row, _) => row.MerchantName),
        ("Owner", (row, _) => row.OwnerName),
        ("Measure", (row, words) => words.Of(row.Measure)),
        ("ImposedBy", (row, words) => words.Of(row.ImposedBy)),
        ("Institution", (row, _) => row.InstitutionName),
        ("Cause", (row, words) => row.Cause is { } cause ? words.Cause(cause) : null),
        ("Since", (row, _) => row.Since),
        ("Amount", (row, _) => row.Amount),
        ("Remaining", (row, _) => row.Remaining),
        ("Next", (row, words) => words.Of(row.Next, forMerchant: false)),
        ("Ball", (row, words) => words.Of(row.Next.Ball)),
        ("DueAt", (row, _) => row.Facts.DueAt == Case.Never ? null : row.Facts.DueAt.InChina()),
        ("FiledAt", (row, _) => row.FiledAt.InChina()),
        ("UpdatedAt", (row, _) => row.UpdatedAt.InChina()),
        ("ClosedAt", (row, _) => row.ClosedAt?.InChina()),
        ("Id", (row, _) => row.Id.Value.ToString()),
        ("MerchantId", (row, _) => row.MerchantId.Value.ToString()),
        ("OwnerId", (row, _) => row.OwnerId?.ToString()),
    ];

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => [.. All.Select(c => text[$"Column.{c.Name}"].Value)];

    /// <summary>The cells of a case: text, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> or nothing.</summary>
    public object?[] Of(CaseSummary row) => [.. All.Select(c => c.Value(row, words))];
}
