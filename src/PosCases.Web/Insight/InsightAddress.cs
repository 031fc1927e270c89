using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PosCases.Insight;

namespace PosCases.Web.Insight;

/// <summary>What a page of figures shows, as its address says it.</summary>
public sealed record InsightAddress
{
    /// <summary>The board.</summary>
    public Board Board { get; init; }

    /// <summary>Days and cases.</summary>
    public InsightFilter Filter { get; init; } = new();

    /// <summary>Whether cases are left out.</summary>
    public bool IsNarrowed => Filter.Institution is not null || Filter.Owner is not null || Filter.Region is not null || Filter.Model is not null || Filter.Cause is not null;

    /// <summary>Reads an address; what cannot be read counts as not said.</summary>
    public static InsightAddress Parse(string? board, string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.Query : uri.Contains('?', StringComparison.Ordinal) ? uri[uri.IndexOf('?', StringComparison.Ordinal)..] : "");
        return new InsightAddress
        {
            Board = Read<Board>(board) ?? Board.Overview,
            Filter = new InsightFilter
            {
                Period = Read<PeriodKind>(Text("period")) ?? PeriodKind.LastWeek,
                From = Day("from"),
                To = Day("to"),
                Compare = Read<CompareWith>(Text("compare")) ?? CompareWith.Before,
                Institution = Guid.TryParse(Text("institution"), out var institution) ? institution : null,
                Region = Text("region"),
                Model = Text("model"),
                Cause = Text("cause"),
                Owner = Guid.TryParse(Text("owner"), out var owner) ? owner : null,
            },
        };

        string? Text(string name) => query.TryGetValue(name, out var value) && value.ToString().Trim() is { Length: > 0 and <= InsightFilter.LongestText } text ? text : null;

        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2100 ? day : null;
    }

    /// <summary>The board's page.</summary>
    public string ToHref() => QueryHelpers.AddQueryString(Board == Board.Overview ? "/insight" : $"/insight/{Slug(Board)}", Parameters());

    /// <summary>The report of the board.</summary>
    /// <param name="ending">pdf, xlsx or html.</param>
    public string ToReport(string ending) => QueryHelpers.AddQueryString($"/insight/reports/{Slug(Board)}.{ending}", Parameters());

    /// <summary>The cases behind a figure, or one row of it.</summary>
    public string ToCases(string figure, string? key = null)
    {
        var query = Parameters();
        query["figure"] = figure;
        query["board"] = Slug(Board);
        if (key is not null)
        {
            query["key"] = key;
        }

        return QueryHelpers.AddQueryString("/insight/cases", query);
    }

    /// <summary>As addresses write the value of an enum: last-week.</summary>
    public static string Slug<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, at) => char.IsUpper(c) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Reads what <see cref="Slug"/> wrote.</summary>
    public static T? Read<T>(string? slug) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(Slug(v!.Value), slug, StringComparison.OrdinalIgnoreCase));

    private Dictionary<string, string?> Parameters()
    {
        Dictionary<string, string?> query = new(StringComparer.Ordinal) { ["period"] = Slug(Filter.Period) };
        Say("from", Filter.Period == PeriodKind.Own ? Day(Filter.From) : null);
        Say("to", Filter.Period == PeriodKind.Own ? Day(Filter.To) : null);
        Say("compare", Filter.Compare == CompareWith.Before ? null : Slug(Filter.Compare));
        Say("institution", Filter.Institution?.ToString());
        Say("region", Filter.Region);
        Say("model", Filter.Model);
        Say("cause", Filter.Cause);
        Say("owner", Filter.Owner?.ToString());
        return query;

        void Say(string name, string? value)
        {
            if (value is not null)
            {
                query[name] = value;
            }
        }

        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
