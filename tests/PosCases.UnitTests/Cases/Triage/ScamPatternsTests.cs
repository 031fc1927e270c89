using PosCases.Cases.Filing;
using PosCases.Cases.Triage;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Cases.Triage;

public sealed class ScamPatternsTests
{
    // What was asked, how it came, the wording in escapes as Han characters stand in data only; which pattern comes first.
    public static TheoryData<Demand[], NoticeChannel?, string?, string> Fits => new()
    {
        { [Demand.Fee], NoticeChannel.Phone, null, "unfreeze-fee" },
        { [Demand.ScreenShare], NoticeChannel.Phone, null, "screen-share" },
        { [Demand.App], NoticeChannel.Phone, null, "anti-freeze-app" },
        { [Demand.Transfer, Demand.Hurry], NoticeChannel.Phone, null, "safe-account" },
        { [Demand.Transfer], NoticeChannel.InPerson, null, "verification-transfer" },
        { [Demand.NewTerminal], NoticeChannel.Phone, "\u6309\u0032\u0035\u0039\u53f7\u6587\u8981\u5347\u7ea7\u6362\u673a", "upgrade-259" },
        { [Demand.NewTerminal], NoticeChannel.Sms, "\u8d39\u7387 \uff10\uff0e\uff13\uff18 \uff0c\u514d\u8d39\u9001\u673a", "low-rate-terminal" },
        { [Demand.Link, Demand.SmsCode], NoticeChannel.Phone, "\u7ed9\u60a8\u9000\u62bc\u91d1", "deposit-refund" },
        { [Demand.Fee], NoticeChannel.Messenger, "\u4ee3\u529e\u89e3\u51bb\uff0c\u5185\u90e8\u6e20\u9053", "web-agent" },
        { [Demand.Link], NoticeChannel.Sms, "\u9650\u65f6\u8ba4\u8bc1", "sms-link" },
        { [Demand.NewTerminal, Demand.Password], NoticeChannel.InPerson, "\u4e0a\u95e8\u5de1\u68c0", "man-at-the-door" },
        { [Demand.SmsCode, Demand.FaceScan, Demand.Hurry], NoticeChannel.Phone, null, "headquarters-call" },
    };

    public static TheoryData<string> Codes => [.. ScamPatterns.All.Select(p => p.Code)];

    [Theory]
    [MemberData(nameof(Fits))]
    public void The_pattern_that_most_speaks_for_comes_first(Demand[] demands, NoticeChannel? channel, string? wording, string code) =>
        Assert.Equal(code, ScamPatterns.Match(demands, channel, wording)[0].Pattern.Code);

    [Fact]
    public void A_match_says_why_it_fits()
    {
        var match = ScamPatterns.Match([Demand.SmsCode, Demand.Fee], NoticeChannel.Phone, "This is HEADQUARTERS calling").Single(m => m.Pattern.Code == "headquarters-call");

        Assert.Equal([Demand.SmsCode], match.Demands);
        Assert.Equal(NoticeChannel.Phone, match.Channel);
        Assert.Equal(["headquarters"], match.Phrases);
    }

    [Fact]
    public void Nothing_asked_and_nothing_said_fits_no_pattern() => Assert.Empty(ScamPatterns.Match([], NoticeChannel.Phone, "  "));

    [Fact]
    public void A_pattern_that_comes_another_way_does_not_fit_by_its_flags_alone() =>
        Assert.DoesNotContain(ScamPatterns.Match([Demand.SmsCode], NoticeChannel.InPerson, null), m => m.Pattern.Code == "headquarters-call");

    [Fact]
    public void Every_red_flag_belongs_to_a_pattern_by_itself_or_with_another() =>
        Assert.Equal(Enum.GetValues<Demand>(), ScamPatterns.All.SelectMany(p => p.Flags).Distinct().Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_speaks_both_languages_names_its_source_and_says_usually(string code)
    {
        var pattern = ScamPatterns.All.Single(p => p.Code == code);

        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", code);
        Assert.All([pattern.Title, pattern.How, pattern.Source, .. pattern.Do], AssertBoth);
        Assert.Contains("\u901a\u5e38", pattern.How.Zh, StringComparison.Ordinal);
        Assert.Contains("sually", pattern.How.En, StringComparison.Ordinal);
        Assert.Contains("S\uff09", pattern.Source.Zh, StringComparison.Ordinal);
        Assert.NotEmpty(pattern.Do);
        Assert.InRange(pattern.Needs, 1, pattern.Flags.Count);
    }

    [Fact]
    public void The_library_is_large_enough_and_no_code_stands_twice()
    {
        Assert.True(ScamPatterns.All.Count >= 8);
        Assert.Equal(ScamPatterns.All.Count, ScamPatterns.All.Select(p => p.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_telephone_number_stands_in_the_library() =>
        Assert.All(
            Repository.Files("src/PosCases/Cases/Triage/Library", ".json").Concat(Repository.Files("src/PosCases.Web/Triage", ".resx")),
            file => Assert.DoesNotMatch(@"(?<![\d.])(?:110|96110|12363|95516|\d{7,})(?!\d)", File.ReadAllText(file)));

    internal static void AssertBoth(BilingualText text)
    {
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh);
        Assert.False(string.IsNullOrWhiteSpace(text.En));
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text.En);
    }
}
