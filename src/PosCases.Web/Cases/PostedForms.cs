namespace PosCases.Web.Cases;

/// <summary>Reads what static forms post.</summary>
internal static class PostedForms
{
    /// <summary>The id that the form brought along, so that sending it twice has one effect; a fresh one when it brought none.</summary>
    public static Guid CommandId(this HttpContext? http) => Guid.TryParse(http.Posted("commandId"), out var id) ? id : Guid.NewGuid();

    /// <summary>One posted field; none outside of a post.</summary>
    public static string? Posted(this HttpContext? http, string field) =>
        http is { Request.HasFormContentType: true } && http.Request.Form.TryGetValue(field, out var value) ? value.ToString() : null;
}
