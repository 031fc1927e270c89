using PosCases.Platform.Documents;

namespace PosCases.UnitTests.Platform.Documents;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Words_never_become_mark_up()
    {
        var html = HtmlWriter.Write(Papers.Attack).Html;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, html.Split("</style>").Length - 1);
        Assert.DoesNotContain('\u0007', html);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_allows_its_own_style_sheet_and_nothing_else()
    {
        var page = HtmlWriter.Write(Papers.Chinese);

        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'$", page.Policy);
        Assert.Contains($"content=\"{page.Policy}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_draft_bears_its_mark()
    {
        Assert.Contains("class=\"draft\"", HtmlWriter.Write(Papers.Chinese).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"draft\"", HtmlWriter.Write(Papers.Chinese with { Mark = null }).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_counted_in_the_language_of_the_paper()
    {
        Assert.Contains("content: \"第 \" counter(page)", HtmlWriter.Write(Papers.Chinese).Html, StringComparison.Ordinal);
        Assert.Contains("content: \"Page \" counter(page) \" of \"", HtmlWriter.Write(Papers.Chinese with { Language = "en" }).Html, StringComparison.Ordinal);
    }
}
