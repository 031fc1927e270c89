using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PosCases.Web.Api;

/// <summary>The document in each language, made once: everybody may ask for it, and making it takes a while.</summary>
internal sealed class ApiDocuments([FromKeyedServices(ApiHosting.Document)] IOpenApiDocumentProvider provider)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<(OpenApiDocument, byte[])>>> made = new(StringComparer.Ordinal);

    /// <summary>The document in the present language, and as JSON.</summary>
    public Task<(OpenApiDocument Document, byte[] Json)> GetAsync() =>
        made.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => new(MakeAsync)).Value;

    private async Task<(OpenApiDocument, byte[])> MakeAsync()
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return (document, json.ToArray());
    }
}
