using System.Globalization;
using PosCases.Knowledge;

namespace PosCases.Web.Knowledge;

/// <summary>Names the texts of the knowledge base: KnowledgeText.zh-CN.resx and KnowledgeText.en.resx.</summary>
public sealed class KnowledgeText;

internal static class ArticleWords
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>The title in the reader's language.</summary>
    public static string Title(this ArticleContent content) => IsChinese ? content.TitleZh : content.TitleEn;

    /// <summary>The summary in the reader's language.</summary>
    public static string Summary(this ArticleContent content) => IsChinese ? content.SummaryZh : content.SummaryEn;

    /// <summary>The text in the reader's language.</summary>
    public static string Body(this ArticleContent content) => IsChinese ? content.BodyZh : content.BodyEn;

    /// <summary>The title in the reader's language.</summary>
    public static string Title(this ListArticlesOfCase.Row row) => IsChinese ? row.TitleZh : row.TitleEn;
}
