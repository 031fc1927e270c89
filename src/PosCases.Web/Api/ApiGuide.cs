using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace PosCases.Web.Api;

/// <summary>The document of the API as people read it; made from the very document that programs get.</summary>
/// <param name="Title">Of the API.</param>
/// <param name="Description">What it is.</param>
/// <param name="Parts">Its operations, those that belong together in one part.</param>
/// <param name="Shapes">What is sent and answered, by name.</param>
public sealed record ApiGuide(string Title, string Description, IReadOnlyList<ApiGuide.Part> Parts, IReadOnlyList<ApiGuide.Shape> Shapes)
{
    /// <summary>Operations that belong together.</summary>
    public sealed record Part(string Name, string Title, IReadOnlyList<Operation> Operations);

    /// <summary>One operation.</summary>
    public sealed record Operation(
        string Id, string Method, string Path, string Summary, string Description, IReadOnlyList<Field> Parameters, string? Body, IReadOnlyList<Answer> Answers, string Example);

    /// <summary>A parameter, or a field of a shape.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">What it holds, as one says it.</param>
    /// <param name="Shape">Name of the shape that it holds, where it holds one.</param>
    /// <param name="IsRequired">Whether it must be there.</param>
    /// <param name="Text">What it is.</param>
    public sealed record Field(string Name, string Type, string? Shape, bool IsRequired, string Text);

    /// <summary>An answer.</summary>
    public sealed record Answer(string Status, string Text, string? Shape);

    /// <summary>An object with its fields, or a list of words.</summary>
    public sealed record Shape(string Name, IReadOnlyList<Field> Fields, IReadOnlyList<string> Words);

    private static readonly JsonSerializerOptions Spoken = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the document.</summary>
    /// <param name="document">As programs get it.</param>
    /// <param name="home">Address of this installation, for the examples.</param>
    public static ApiGuide Of(OpenApiDocument document, string home)
    {
        var operations =
            from path in document.Paths
            from operation in path.Value.Operations ?? []
            let tag = operation.Value.Tags?.FirstOrDefault()?.Name ?? ""
            select (tag, Said: OperationOf(path.Key, operation.Key.Method.ToUpperInvariant(), operation.Value, home));
        var titles = document.Tags?.ToDictionary(t => t.Name ?? "", t => t.Description ?? "", StringComparer.Ordinal) ?? [];
        return new ApiGuide(
            document.Info.Title ?? "",
            document.Info.Description ?? "",
            [.. operations.GroupBy(o => o.tag, StringComparer.Ordinal).Select(g => new Part(g.Key, titles.GetValueOrDefault(g.Key, g.Key), [.. g.Select(o => o.Said)]))],
            [.. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => ShapeOf(s.Key, s.Value))]);
    }

    private static Operation OperationOf(string path, string method, OpenApiOperation operation, string home)
    {
        var body = operation.RequestBody?.Content?.FirstOrDefault();
        return new Operation(
            operation.OperationId ?? "",
            method,
            path,
            operation.Summary ?? "",
            operation.Description ?? "",
            [.. (operation.Parameters ?? []).Select(p => new Field(p.Name ?? "", TypeOf(p.Schema), ShapeNameOf(p.Schema), p.Required, p.Description ?? ""))],
            ShapeNameOf(body?.Value?.Schema),
            [.. (operation.Responses ?? []).Select(r => new Answer(r.Key, r.Value.Description ?? "", ShapeNameOf(r.Value.Content?.Values.FirstOrDefault()?.Schema)))],
            Curl(path, method, operation, body?.Key, body?.Value?.Example, home));
    }

    private static Shape ShapeOf(string name, IOpenApiSchema schema) => new(
        name,
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).Select(p =>
            new Field(p.Key, TypeOf(p.Value), ShapeNameOf(p.Value), schema.Required?.Contains(p.Key) is true, p.Value.Description ?? ""))],
        schema.Enum is { Count: > 0 } ? (schema.Description ?? "").Split('\n') : []);

    private static string? ShapeNameOf(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id,
        { Items: { } items } => ShapeNameOf(items),
        { OneOf: { Count: > 0 } several } => several.Select(ShapeNameOf).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static string TypeOf(IOpenApiSchema? schema)
    {
        if (schema is null)
        {
            return "";
        }

        if (ShapeNameOf(schema) is { } name)
        {
            return schema.Items is null ? name : $"[{name}]";
        }

        var type = schema.Type is { } said ? (said & ~JsonSchemaType.Null).ToString().ToLowerInvariant() : "object";
        return schema.Items is not null ? $"[{TypeOf(schema.Items)}]" : schema.Format is { } format ? $"{type} ({format})" : type;
    }

    private static string Curl(string path, string method, OpenApiOperation operation, string? mediaType, JsonNode? example, string home)
    {
        var address = home.TrimEnd('/') + path.Replace("{number}", "FZ-2026-000123", StringComparison.Ordinal).Replace("{id}", "$ID", StringComparison.Ordinal);
        List<string> lines = [$"curl {(method == "GET" ? "" : $"-X {method} ")}\"{address}\"", "-H \"Authorization: Bearer $TOKEN\""];
        foreach (var header in (operation.Parameters ?? []).Where(p => p is { In: ParameterLocation.Header, Required: true }))
        {
            lines.Add($"-H \"{header.Name}: {(header.Name == ApiKey.Header ? "$(uuidgen)" : "\\\"$VERSION\\\"")}\"");
        }

        if (mediaType == "application/octet-stream")
        {
            lines.Add("--data-binary @paper.pdf");
        }
        else if (example is not null)
        {
            lines.Add("-H \"Content-Type: application/json\"");
            lines.Add($"-d '{example.ToJsonString(Spoken)}'");
        }

        return string.Join(" \\\n  ", lines);
    }
}
