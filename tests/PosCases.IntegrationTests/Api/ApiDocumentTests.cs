using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Web.Api;

namespace PosCases.IntegrationTests.Api;

/// <summary>The document says everything of every endpoint, to programs and to people.</summary>
[Collection(ApiHost.Name)]
public sealed class ApiDocumentTests(ApiHost app)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_endpoint_parameter_field_and_answer_is_described(string language)
    {
        using var anybody = app.ProgramWith(null, language);
        var document = (await anybody.GetAsync("/openapi/v1.json")).Json;
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)).ToList();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Method: o.Name, Said: o.Value))).ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e => Assert.NotNull(e.Metadata.GetMetadata<ApiOperation>()));
        Assert.Equal(
            endpoints.Select(e => e.Metadata.GetRequiredMetadata<ApiOperation>().Id).Order(StringComparer.Ordinal),
            operations.Select(o => o.Said.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
        List<string> bare = [];
        foreach (var (path, method, said) in operations)
        {
            Look(said.GetProperty("summary").GetString(), $"{method} {path}");
            Look(said.GetProperty("description").GetString(), $"{method} {path} more");
            Assert.NotEmpty(said.GetProperty("security").EnumerateArray());
            var answers = said.GetProperty("responses").EnumerateObject().ToList();
            Assert.Contains(answers, a => a.Name is "200" or "201" or "204");
            Assert.Superset(new HashSet<string>(["401", "403", "429", "500"], StringComparer.Ordinal), answers.Select(a => a.Name).ToHashSet(StringComparer.Ordinal));
            foreach (var answer in answers)
            {
                Look(answer.Value.GetProperty("description").GetString(), $"{method} {path} {answer.Name}");
            }

            foreach (var parameter in said.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().ToList() : [])
            {
                Look(parameter.TryGetProperty("description", out var text) ? text.GetString() : null, $"{method} {path} {parameter.GetProperty("name")}");
            }

            if (said.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
                && !json.GetProperty("schema").ToString().Contains("NoFields", StringComparison.Ordinal))
            {
                Assert.True(json.TryGetProperty("example", out _), $"{path} has no example");
            }
        }

        foreach (var shape in document.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(s => s.Value.TryGetProperty("properties", out _)))
        {
            foreach (var property in shape.Value.GetProperty("properties").EnumerateObject())
            {
                Look(property.Value.TryGetProperty("description", out var text) ? text.GetString() : null, $"{shape.Name}.{property.Name}");
            }
        }

        Assert.Empty(bare);

        void Look(string? text, string where)
        {
            if (string.IsNullOrWhiteSpace(text) || text.StartsWith("Op.", StringComparison.Ordinal) || text.StartsWith("Prop.", StringComparison.Ordinal)
                || text.StartsWith("Param.", StringComparison.Ordinal) || text.StartsWith("Status.", StringComparison.Ordinal) || text.Any(c => c > 0x4e00) != (language == "zh-CN"))
            {
                bare.Add($"{where}: {text}");
            }
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_page_shows_every_operation_with_an_example(string language)
    {
        using var anybody = app.ProgramWith(null, language);
        var document = (await anybody.GetAsync("/openapi/v1.json")).Json;

        var page = await anybody.GetAsync("/api");

        Assert.True(page.Status == HttpStatusCode.OK, page.Text[..Math.Min(3000, page.Text.Length)]);
        var html = WebUtility.HtmlDecode(page.Text);
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            Assert.Contains($"id=\"{operation.GetProperty("operationId").GetString()}\"", html, StringComparison.Ordinal);
            Assert.Contains(operation.GetProperty("summary").GetString()!, html, StringComparison.Ordinal);
        }

        Assert.Contains("-H \"Idempotency-Key: $(uuidgen)\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src=\"http", html, StringComparison.Ordinal);
    }
}
