using PosCases.Knowledge;
using PosCases.Knowledge.Training;
using PosCases.Merchants;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Knowledge;

public sealed class TrainingTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_quiz_belongs_to_a_shipped_article_and_has_three_to_five_questions_with_one_right_answer()
    {
        var slugs = KnowledgeLibrary.Read().Select(a => a.Slug).ToHashSet();
        foreach (var quiz in QuizLibrary.All)
        {
            Assert.Contains(quiz.Slug, slugs);
            Assert.InRange(quiz.Questions.Count, 3, 5);
            Assert.Equal(quiz.Questions.Count, quiz.Questions.Select(q => q.Code).Distinct().Count());
            Assert.All(quiz.Questions, q => Assert.InRange(q.Right, 0, q.Options.Count - 1));
        }
    }

    [Fact]
    public void What_is_wrong_or_not_answered_does_not_count()
    {
        var quiz = QuizLibrary.Find("scam-calls")!;

        Assert.Equal(3, quiz.Score(new Dictionary<string, int> { ["S1"] = 0, ["S2"] = 1, ["S3"] = 2 }));
        Assert.Equal(1, quiz.Score(new Dictionary<string, int> { ["S1"] = 0, ["S2"] = 2, ["x"] = 0 }));
        Assert.Equal(0, quiz.Score(new Dictionary<string, int>()));
    }

    [Fact]
    public void A_training_ends_soon_for_thirty_days_and_a_newer_one_takes_its_place()
    {
        var today = new DateOnly(2026, 6, 1);

        Assert.False(Until(today.AddDays(31)).EndsSoonOn(today));
        Assert.True(Until(today.AddDays(30)).EndsSoonOn(today));
        Assert.True(Until(today.AddDays(-1)).EndsSoonOn(today));
        Assert.True(Until(today.AddDays(-1)).IsOverOn(today));
        Assert.False(Until(null).EndsSoonOn(today));
        var view = new ListTraining.View(null, "", [Until(today.AddDays(5)), Until(today.AddYears(1))], true, today);
        Assert.Empty(view.Ending);
        Assert.Single((view with { Records = [Until(today.AddDays(5))] }).Ending);
    }

    private static TrainingRecord Until(DateOnly? end) =>
        TrainingRecord.Of(MerchantId.New(), new TrainingForm("He", null, null, "till", new DateOnly(2026, 1, 1), end), null, null, Actor.System, Now);
}
