using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class MerchantPaperTests
{
    [Theory]
    [InlineData(61, null)]
    [InlineData(60, 60)]
    [InlineData(31, 60)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-1, null)]
    public void People_are_reminded_sixty_thirty_and_seven_days_before_the_end(int daysLeft, int? due) =>
        Assert.Equal(due, Until(Today.AddDays(daysLeft)).ReminderDueOn(Today));

    [Fact]
    public void Each_reminder_is_given_once()
    {
        var paper = Until(Today.AddDays(60));
        List<int?> due = [];
        for (var day = Today; day <= Today.AddDays(61); day = day.AddDays(1))
        {
            if (paper.ReminderDueOn(day) is { } days)
            {
                paper.Reminded(days);
                due.Add(days);
            }
        }

        Assert.Equal([60, 30, 7], due);
    }

    [Fact]
    public void A_paper_without_an_end_or_off_the_profile_reminds_nobody_and_the_last_day_still_counts()
    {
        var ended = Until(Today);
        Assert.False(ended.IsExpiredOn(Today));
        Assert.True(ended.IsExpiredOn(Today.AddDays(1)));
        ended.End(Now);

        Assert.Null(ended.ReminderDueOn(Today));
        Assert.Null(Until(null).ReminderDueOn(Today));
        Assert.False(Until(null).IsExpiredOn(Today.AddYears(50)));
    }

    [Fact]
    public void Every_kind_that_is_kept_is_one_of_the_catalogue() => Assert.All(MerchantPaper.Kinds, code => Assert.True(EvidenceCode.Exists(code)));

    private static MerchantPaper Until(DateOnly? end) =>
        MerchantPaper.Keep(Shop, new PaperForm("BUSINESS_LICENSE", null, end), Stage.File("licence.jpg"), null, Owner, Now);
}
