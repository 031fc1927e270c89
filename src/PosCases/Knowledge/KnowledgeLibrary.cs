using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.Knowledge;

/// <summary>The articles that the product ships; <c>Library/*.json</c>.</summary>
public static class KnowledgeLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A shipped article. Each paragraph, heading or item of the body is a line of its own.</summary>
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="Content">What it says.</param>
    public sealed record Shipped(string Slug, ArticleContent Content);

    /// <summary>All of them, in the order in which they are shipped.</summary>
    public static IReadOnlyList<Shipped> Read()
    {
        using var stream = typeof(KnowledgeLibrary).Assembly.GetManifestResourceStream("PosCases.Knowledge.Library.articles.json")!;
        return [.. JsonSerializer.Deserialize<List<Entry>>(stream, Options)!.Select(e => new Shipped(e.Slug, e.ToContent()))];
    }

    private sealed record Entry(
        string Slug, ArticleTopic Topic, Audience Audience, bool MustRead, IReadOnlyList<string> Causes, IReadOnlyList<string> Rules,
        string TitleZh, string TitleEn, string SummaryZh, string SummaryEn, IReadOnlyList<string> Zh, IReadOnlyList<string> En,
        IReadOnlyList<string>? Measures = null)
    {
        public ArticleContent ToContent() => new()
        {
            TitleZh = TitleZh,
            TitleEn = TitleEn,
            SummaryZh = SummaryZh,
            SummaryEn = SummaryEn,
            BodyZh = string.Join('\n', Zh),
            BodyEn = string.Join('\n', En),
            Topic = Topic,
            Audience = Audience,
            MustRead = MustRead,
            Causes = Causes,
            Rules = Rules,
            Measures = Measures ?? [],
        };
    }
}
