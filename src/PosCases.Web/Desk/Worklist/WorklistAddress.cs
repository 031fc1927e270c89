using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Institutions;

namespace PosCases.Web.Desk.Worklist;

/// <summary>What the worklist shows, as its address says it: every state of the list is a link that can be kept and sent.</summary>
public sealed record WorklistAddress
{
    /// <summary>Where the worklist lives.</summary>
    public const string Path = "/desk";

    /// <summary>Which part of the work.</summary>
    public WorkView View { get; init; }

    /// <summary>What it is narrowed to.</summary>
    public CaseFilter Filter { get; init; } = new();

    /// <summary>What it is sorted by.</summary>
    public CaseSort Sort { get; init; }

    /// <summary>Its columns in their order; empty for those that the reader likes.</summary>
    public IReadOnlyList<WorklistColumn> Columns { get; init; } = [];

    /// <summary>The cursors of the pages behind the first one, the present page's last: dropping it leads back.</summary>
    public IReadOnlyList<string> Cursors { get; init; } = [];

    /// <summary>The first page is 1.</summary>
    public int PageNumber => Cursors.Count + 1;

    /// <summary>How many conditions narrow the list, the searched text apart.</summary>
    public int Conditions =>
        (Filter.Statuses.Count > 0 ? 1 : 0) + (Filter.Institution is null ? 0 : 1) + (Filter.Measure is null ? 0 : 1) + (Filter.Cause is null ? 0 : 1)
        + (Filter.AmountFrom is null ? 0 : 1) + (Filter.AmountTo is null ? 0 : 1) + (Filter.OlderThanDays is null ? 0 : 1) + (Filter.Owner is null ? 0 : 1)
        + (Filter.Priority is null ? 0 : 1) + (Filter.Tag is null ? 0 : 1) + (Filter.Region is null ? 0 : 1);

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Conditions > 0 || Filter.Text is not null;

    /// <summary>The page's query.</summary>
    public ListCases.Query ToQuery() => new(View, Filter, Sort, Cursors.Count > 0 ? Cursors[^1] : null);

    /// <summary>The same list from its first page, in another view or otherwise changed.</summary>
    public WorklistAddress FromStart() => this with { Cursors = [] };

    /// <summary>Reads an address; what it does not understand counts as not said.</summary>
    /// <returns>None when the address is another page's.</returns>
    public static WorklistAddress? Parse(string address)
    {
        Uri uri = new(new Uri("http://desk/"), address);
        var steps = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps is not (["desk"] or ["desk", _]) || steps is ["desk", "review" or "team"])
        {
            return null;
        }

        var said = QueryHelpers.ParseQuery(uri.Query);
        return new WorklistAddress
        {
            View = Member<WorkView>(steps is [_, var view] ? view : Said("view")) ?? WorkView.Unassigned,
            Sort = Member<CaseSort>(Said("sort")) ?? CaseSort.Due,
            Columns = WorklistColumns.Parse(Said("columns")),
            Cursors = [.. said.GetValueOrDefault("after").OfType<string>().Where(c => c.Length > 0)],
            Filter = new CaseFilter
            {
                Statuses = [.. said.GetValueOrDefault("status").Select(Member<CaseStatus>).OfType<CaseStatus>()],
                Institution = Guid.TryParse(Said("institution"), out var institution) ? new InstitutionId(institution) : null,
                Measure = Member<MeasureKind>(Said("measure")),
                Cause = Said("cause"),
                AmountFrom = Amount(Said("from")),
                AmountTo = Amount(Said("to")),
                OlderThanDays = int.TryParse(Said("age"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3650 ? days : null,
                Owner = OwnedBy.Parse(Said("owner")),
                Priority = Member<Priority>(Said("priority")),
                Tag = Said("tag"),
                Region = Said("region"),
                Text = Said("q"),
            },
        };

        string? Said(string name) => said.GetValueOrDefault(name).ToString().Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The address; what is as usual is left out.</summary>
    public string ToHref()
    {
        List<KeyValuePair<string, string?>> said = [];
        Say("view", View == WorkView.Unassigned ? null : Slug(View));
        foreach (var status in Filter.Statuses)
        {
            Say("status", Slug(status));
        }

        Say("institution", Filter.Institution?.Value.ToString());
        Say("measure", Filter.Measure is { } measure ? Slug(measure) : null);
        Say("cause", Filter.Cause);
        Say("from", Filter.AmountFrom?.ToString(CultureInfo.InvariantCulture));
        Say("to", Filter.AmountTo?.ToString(CultureInfo.InvariantCulture));
        Say("age", Filter.OlderThanDays?.ToString(CultureInfo.InvariantCulture));
        Say("owner", Filter.Owner?.ToString());
        Say("priority", Filter.Priority is { } priority ? Slug(priority) : null);
        Say("tag", Filter.Tag);
        Say("region", Filter.Region);
        Say("q", Filter.Text);
        Say("sort", Sort == CaseSort.Due ? null : Slug(Sort));
        Say("columns", WorklistColumns.ToText(Columns));
        foreach (var cursor in Cursors)
        {
            Say("after", cursor);
        }

        return QueryHelpers.AddQueryString(Path, said);

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                said.Add(new(name, value));
            }
        }
    }

    private static TEnum? Member<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : null;

    private static string Slug<TEnum>(TEnum member)
        where TEnum : struct, Enum =>
        string.Concat($"{member}".Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    private static decimal? Amount(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
