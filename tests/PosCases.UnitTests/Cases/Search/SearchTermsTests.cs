using PosCases.Cases.Search;

namespace PosCases.UnitTests.Cases.Search;

public sealed class SearchTermsTests
{
    [Fact]
    public void Words_are_separated_by_spaces_of_any_width_and_wide_letters_are_narrowed()
    {
        var terms = SearchTerms.Parse("  ＦＺ－2026　冻结 ")!;

        Assert.Equal(["FZ-2026", "冻结"], terms.Words);
        Assert.False(terms.IsCut);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("冻")]
    [InlineData("% _")]
    public void What_is_too_short_cannot_be_looked_for(string? typed) => Assert.Null(SearchTerms.Parse(typed));

    [Fact]
    public void A_single_character_and_a_ninth_word_are_left_out_and_that_is_said()
    {
        Assert.True(SearchTerms.Parse("冻 结账户")!.IsCut);
        var many = SearchTerms.Parse("a1 a2 a3 a4 a5 a6 a7 a8 a9")!;
        Assert.Equal(8, many.Words.Count);
        Assert.True(many.IsCut);
    }

    [Theory]
    [InlineData("账户冻结", "冻结", true)]
    [InlineData("冻结", "冻结", true)]
    [InlineData("冻了又结", "冻结", false)]
    [InlineData("POS 机", "pos", true)]
    [InlineData("PO 机", "po", true)]
    [InlineData("冻结 POS", "冻结 pos", true)]
    [InlineData("他说\"没有\"", "\"没有\"", true)]
    public void The_index_of_three_letters_finds_what_the_text_holds(string text, string typed, bool isFound)
    {
        var terms = SearchTerms.Parse(typed)!;
        var stored = SearchTerms.ToTrigramText(SearchTerms.Normal(text));

        // What FTS5 does with each phrase: every sequence of three characters of it, one after the other, stands in the text.
        var phrases = terms.ToTrigramQuery().Split(" AND ").Select(p => p[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
        Assert.Equal(isFound, phrases.All(p => p.Length >= 3 && stored.Contains(p, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(isFound, terms.Match(text));
    }

    [Fact]
    public void A_snippet_shows_the_line_around_what_was_found_and_marks_it()
    {
        var text = "第一行\n" + new string('前', 60) + "冻结" + new string('后', 80);
        var snippet = Snippet.Of(text, SearchTerms.Parse("冻结")!);

        Assert.Equal("…", snippet.Parts[0].Text);
        Assert.Equal("…", snippet.Parts[^1].Text);
        Assert.Equal("冻结", Assert.Single(snippet.Parts, p => p.IsFound).Text);
        Assert.InRange(snippet.Parts.Sum(p => p.Text.Length), 60, 110);
        Assert.DoesNotContain("第一行", string.Concat(snippet.Parts.Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_is_marked_wherever_it_stands_in_the_line()
    {
        var snippet = Snippet.Of("FZ-2026 fz FZ", SearchTerms.Parse("fz")!);

        Assert.Equal(["FZ", "-2026 ", "fz", " ", "FZ"], snippet.Parts.Select(p => p.Text));
        Assert.Equal([true, false, true, false, true], snippet.Parts.Select(p => p.IsFound));
    }
}
