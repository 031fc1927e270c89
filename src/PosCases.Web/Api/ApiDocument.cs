using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using PosCases.Cases.Worklist;
using PosCases.Platform.Security;
using PosCases.Web.Cases;

namespace PosCases.Web.Api;

/// <summary>Describes the API to programs and to people, in the language of the request.</summary>
internal static class ApiDocument
{
    private const string Scheme = "token";
    private const string ProblemSchema = "Problem";

    // What every endpoint may answer.
    private static readonly int[] Usual = [401, 403, 429, 500];

    /// <summary>Which endpoints are in it, and what is said of them.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiHosting.Root[1..] + "/", StringComparison.Ordinal) is true;
        options.CreateSchemaReferenceId = type =>
            OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id && id.StartsWith("Api", StringComparison.Ordinal) ? id[3..] : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddDocumentTransformer(DescribeAsync);
    }

    private static async Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Document is not { } document || context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault() is not { } said)
        {
            return;
        }

        var text = context.ApplicationServices.GetRequiredService<IStringLocalizer<ApiText>>();
        operation.OperationId = said.Id;
        operation.Summary = text[$"Op.{said.Id}"];
        var more = text[$"Op.{said.Id}.More"];
        var scope = said.Scope == TokenScopes.Any ? text["Scope.None"].Value : text["Scope.Needed", ApiJson.Word(said.Scope)].Value;
        operation.Description = more.ResourceNotFound ? scope : $"{more.Value}\n\n{scope}";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = said.Scope == TokenScopes.Any ? [] : [ApiJson.Word(said.Scope)] }];
        AddParameters(operation, said, text);
        document.AddComponent(ProblemSchema, await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, ct));
        AddAnswers(operation, said, document, text);
        if (operation.RequestBody?.Content is { } bodies && bodies.TryGetValue("application/json", out var body) && ApiExamples.Of(said.Id) is { } example)
        {
            body.Example = example;
        }
    }

    private static void AddParameters(OpenApiOperation operation, ApiOperation said, IStringLocalizer text)
    {
        operation.Parameters ??= [];
        if (said.Id is "listCases" or "exportCases")
        {
            foreach (var name in ApiList.Parameters.Concat(said.Id is "exportCases" ? ["format"] : ApiList.Paging))
            {
                operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = SchemaOf(name) });
            }
        }

        if (said.Changes)
        {
            operation.Parameters.Add(Header(ApiKey.Header));
        }

        if (said.IsVersioned)
        {
            operation.Parameters.Add(Header("If-Match"));
            operation.Parameters.Add(Header(ApiPreference.Header, isRequired: false));
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Description = text[$"Param.{parameter.Name}"];
        }

        static OpenApiParameter Header(string name, bool isRequired = true) =>
            new() { Name = name, In = ParameterLocation.Header, Required = isRequired, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static OpenApiSchema SchemaOf(string name) => name switch
    {
        "view" => Words<WorkView>(),
        "priority" => Words<PosCases.Cases.Priority>(),
        "sort" => Words<CaseSort>(),
        "format" => Words<ExportFormat>(),
        "status" => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Words<PosCases.Cases.CaseStatus>() },
        "measure" => Words<PosCases.Cases.Filing.MeasureKind>(),
        "from" or "to" => new OpenApiSchema { Type = JsonSchemaType.Number },
        "age" or "limit" => new OpenApiSchema { Type = JsonSchemaType.Integer },
        "institution" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiSchema Words<TEnum>()
        where TEnum : struct, Enum => new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetValues<TEnum>().Select(v => (JsonNode)ApiJson.Word(v))] };

    private static void AddAnswers(OpenApiOperation operation, ApiOperation said, OpenApiDocument document, IStringLocalizer text)
    {
        operation.Responses ??= [];
        foreach (var status in said.Problems.Concat(Usual).Distinct().Order())
        {
            operation.Responses[$"{status}"] = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ApiProblems.MediaType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
                },
            };
        }

        foreach (var (status, response) in operation.Responses)
        {
            ((OpenApiResponse)response).Description = text[$"Status.{status}"];
        }
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var text = context.ApplicationServices.GetRequiredService<IStringLocalizer<ApiText>>();
        using var scope = context.ApplicationServices.CreateScope();
        var words = scope.ServiceProvider.GetRequiredService<CaseWords>();
        document.Info = new OpenApiInfo { Title = text["Title"], Version = ApiHosting.Document, Description = text["Description"] };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "pcs_…", Description = text["Scheme"] };
        document.Tags = new HashSet<OpenApiTag>([.. (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => new OpenApiTag { Name = tag.Name, Description = text[$"Tag.{tag.Name}"] })]);
        foreach (var (name, schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            DescribeSchema(name, schema, text, words);
        }

        return Task.CompletedTask;
    }

    private static void DescribeSchema(string name, IOpenApiSchema schema, IStringLocalizer text, CaseWords words)
    {
        if (schema.Enum is { Count: > 0 } values)
        {
            schema.Description = string.Join("\n", values.Select(v => LineOf(name, v, words)));
        }

        foreach (var (property, of) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            var own = text[$"Prop.{name}.{property}"];
            of.Description = own.ResourceNotFound ? text[$"Prop.{property}"] : own;
        }
    }

    private static string LineOf(string name, JsonNode? value, CaseWords words)
    {
        var word = value?.ToString() ?? "null";
        var said = words.Text($"{name}.{char.ToUpperInvariant(word[0])}{word[1..]}");
        return said.ResourceNotFound ? $"`{word}`" : $"`{word}`: {said.Value}";
    }
}
