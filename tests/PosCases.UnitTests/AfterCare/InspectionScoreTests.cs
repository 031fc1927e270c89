using FsCheck;
using FsCheck.Fluent;
using PosCases.AfterCare;

namespace PosCases.UnitTests.AfterCare;

public sealed class InspectionScoreTests
{
    private static readonly Questionnaire Asked = QuestionnaireLibrary.Current;

    private static readonly Gen<Dictionary<string, InspectionAnswer>> SomeAnswers =
        from answers in Gen.Elements(Enum.GetValues<InspectionAnswer>()).ArrayOf(Asked.Questions.Count)
        select Asked.Questions.Zip(answers).ToDictionary(x => x.First.Code, x => x.Second, StringComparer.Ordinal);

    [Fact]
    public void Yes_earns_the_weight_partly_half_of_it_and_no_nothing()
    {
        var score = InspectionScore.Of(Asked, Answers(("Q01", InspectionAnswer.Yes), ("Q02", InspectionAnswer.Partly), ("Q05", InspectionAnswer.No)));

        Assert.Equal((7m, 12m, (int?)58), (score.Earned, score.Possible, score.Value));
        Assert.Equal(new ScoreLine("Licence", 14, 18), score.Lines[0]);
    }

    [Fact]
    public void Where_nothing_applies_there_is_no_score() =>
        Assert.Null(InspectionScore.Of(Asked, Asked.Questions.ToDictionary(q => q.Code, _ => InspectionAnswer.NotApplicable, StringComparer.Ordinal)).Value);

    [Fact]
    public void A_better_answer_never_lowers_the_score_and_a_score_lies_between_nothing_and_a_hundred() =>
        Prop.ForAll(
            (from answers in SomeAnswers from question in Gen.Elements(Asked.Questions.ToArray()) select (answers, question)).ToArbitrary(),
            x =>
            {
                var worse = With(x.answers, x.question, InspectionAnswer.No);
                var middle = With(x.answers, x.question, InspectionAnswer.Partly);
                var better = With(x.answers, x.question, InspectionAnswer.Yes);
                return worse <= middle && middle <= better && worse >= 0 && better <= 100;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_does_not_apply_counts_as_if_it_had_not_been_asked() =>
        Prop.ForAll(
            SomeAnswers.ToArbitrary(),
            answers => InspectionScore.Of(Asked, answers).Value
                == InspectionScore.Of(Asked, answers.Where(a => a.Value != InspectionAnswer.NotApplicable).ToDictionary(StringComparer.Ordinal)).Value)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(100, CareGrade.Steady)]
    [InlineData(90, CareGrade.Steady)]
    [InlineData(89, CareGrade.Mostly)]
    [InlineData(69, CareGrade.Gaps)]
    [InlineData(49, CareGrade.Begin)]
    [InlineData(0, CareGrade.Begin)]
    public void A_score_has_words(int score, CareGrade grade) => Assert.Equal(grade, InspectionScore.GradeOf(score));

    private static int With(Dictionary<string, InspectionAnswer> answers, Question question, InspectionAnswer answer) =>
        InspectionScore.Of(Asked, new Dictionary<string, InspectionAnswer>(answers, StringComparer.Ordinal) { [question.Code] = answer }).Value!.Value;

    private static Dictionary<string, InspectionAnswer> Answers(params (string Code, InspectionAnswer Answer)[] answers) =>
        answers.ToDictionary(a => a.Code, a => a.Answer, StringComparer.Ordinal);
}
