using AngleSharp.Dom;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

public sealed class FiveAnswersTests : CaseContext
{
    [Fact]
    public void Unknown_is_said_as_unknown_with_what_was_asked() => Assert.Equal(
        [
            "Not known yet No official channel has been asked yet",
            "The reason is not known yet No official channel has been asked yet",
            "Not known yet",
            "Take the case up The agent",
            "Tue 24 Nov in 4 h",
        ],
        Answers(Summary()));

    [Fact]
    public void Unknown_says_when_an_official_channel_was_asked() =>
        Assert.Contains("Asked an official channel on", Answers(Summary() with { AskedAt = Now.AddDays(-1) })[0], StringComparison.Ordinal);

    [Fact]
    public void What_is_known_stands_first_and_who_says_so_below_it()
    {
        var answers = Answers(Summary() with
        {
            InstitutionName = "Galaxy Pay",
            ImposedBy = ImposedBy.Acquirer,
            Measure = MeasureKind.SettlementDelay,
            IsConfirmed = true,
            Cause = "ABNORMAL_TXN",
            Since = new DateOnly(2026, 11, 20),
        });

        Assert.Equal("Galaxy Pay Settlement delayed \u00B7 Confirmed by the institution", answers[0]);
        Assert.Equal("Abnormal transactions", answers[1]);
        Assert.EndsWith("Days so far: 4", answers[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_merchant_is_spoken_to()
    {
        var owed = Summary() with { Status = CaseStatus.EvidenceCollection };
        owed = owed with { Facts = owed.Facts with { Status = CaseStatus.EvidenceCollection, Missing = 2 } };

        Assert.Equal("Please upload 2 papers It is your turn", Answers(owed, forMerchant: true)[3]);
        Assert.Equal("Hand in 2 papers The merchant", Answers(owed)[3]);
    }

    [Fact]
    public void A_date_that_has_passed_is_said_in_words()
    {
        var late = Summary();
        late = late with { Facts = late.Facts with { DueAt = Now.AddDays(-1), StageDueAt = Now.AddDays(-1) } };

        Assert.Contains("Past its date", Answers(late)[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_more_to_do_has_no_date()
    {
        var closed = Summary() with { Status = CaseStatus.Closed, ClosedAt = Now };
        closed = closed with { Facts = closed.Facts with { Status = CaseStatus.Closed, DueAt = Case.Never, IsRated = true } };

        Assert.Equal(["Nothing more", "No date applies"], Answers(closed)[3..]);
    }

    List<string> Answers(CaseSummary summary, bool forMerchant = false) =>
        [.. Render<FiveAnswers>(p => p.Add(f => f.Summary, summary).Add(f => f.ForMerchant, forMerchant))
            .FindAll("dd").Select(dd => string.Join(' ', dd.Children.Select(Plain)))];

    static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
