using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Web.Desk.Worklist;

namespace PosCases.Web.Api;

/// <summary>What a list of cases is asked for by: the worklist's own address, read strictly.</summary>
/// <param name="Address">As the worklist understands it.</param>
/// <param name="After">The worklist's cursor; none for the first page.</param>
/// <param name="Limit">Rows, 1 to 100.</param>
internal sealed record ApiList(WorklistAddress Address, string? After, int Limit)
{
    /// <summary>What one may say of a list, apart from where to go on; the same words as in the address of the worklist.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["view", "status", "institution", "measure", "cause", "from", "to", "age", "owner", "priority", "tag", "region", "q", "sort"];

    /// <summary>What says where to go on.</summary>
    public static IReadOnlyList<string> Paging { get; } = ["after", "limit"];

    private const int Usual = 50;

    /// <summary>Reads a query. What is not understood is refused, not left out.</summary>
    /// <param name="query">Of the address, with its question mark.</param>
    /// <param name="isPaged">Whether it is read page by page; otherwise there is nothing to go on with.</param>
    /// <param name="others">Names that belong to something else.</param>
    /// <exception cref="ApiRefusal">A name or a value is not known.</exception>
    public static ApiList Parse(string? query, bool isPaged = true, params string[] others)
    {
        var said = QueryHelpers.ParseQuery(query);
        List<FieldError> wrong = [.. said.Keys.Except(Parameters.Concat(isPaged ? Paging : []).Concat(others), StringComparer.OrdinalIgnoreCase).Select(name => new FieldError(name, "Api.UnknownName", []))];
        var address = WorklistAddress.Parse($"{WorklistAddress.Path}?{string.Join('&', (query ?? "").TrimStart('?').Split('&').Where(p => !p.StartsWith("after=", StringComparison.OrdinalIgnoreCase)))}")!;
        address = said.ContainsKey("view") ? address : address with { View = WorkView.All };

        // The worklist passes over what it cannot read: what does not come back was not understood.
        var understood = QueryHelpers.ParseQuery(new Uri(new Uri("http://desk/"), address.ToHref()).Query);
        wrong.AddRange(Parameters.Where(name => said.TryGetValue(name, out var values) && Missed(name, values.Count, understood, said[name].ToString())).Select(name => new FieldError(name, "Api.UnknownValue", [])));
        if (!int.TryParse(said.GetValueOrDefault("limit", $"{Usual}").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > ListCases.LargestPage)
        {
            wrong.Add(new FieldError("limit", "Api.UnknownValue", []));
        }

        var after = said.TryGetValue("after", out var cursor) ? CursorOf(cursor.ToString(), address.Sort) : null;
        if (after is null && said.ContainsKey("after"))
        {
            wrong.Add(new FieldError("after", "Api.UnknownValue", []));
        }

        return wrong.Count == 0 ? new ApiList(address, after, limit) : throw new ApiRefusal(new Invalid(wrong), StatusCodes.Status400BadRequest);
    }

    /// <summary>The query of the page.</summary>
    public ListCases.Query ToQuery() => new(Address.View, Address.Filter, Address.Sort, After, Limit);

    /// <summary>The cursor as a program gets it: nothing that it could read or make.</summary>
    public static string? Seal(string? cursor, CaseSort sort) => cursor is null ? null : Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{sort}:{cursor}"));

    private static string? CursorOf(string text, CaseSort sort)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        return parts is [var of, var cursor] && of == $"{sort}" && ListCases.IsCursor(cursor) ? cursor : null;
    }

    // The usual view and order are left out of an address.
    private static bool Missed(string name, int count, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> understood, string said) => name switch
    {
        "view" => !understood.ContainsKey(name) && !IsWord(said, WorkView.Unassigned),
        "sort" => !understood.ContainsKey(name) && !IsWord(said, CaseSort.Due),
        _ => !understood.TryGetValue(name, out var values) || values.Count != count,
    };

    private static bool IsWord<TEnum>(string said, TEnum value)
        where TEnum : struct, Enum => string.Equals(said.Replace("-", "", StringComparison.Ordinal), value.ToString(), StringComparison.OrdinalIgnoreCase);
}
