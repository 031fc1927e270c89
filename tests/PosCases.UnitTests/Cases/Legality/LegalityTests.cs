using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Legality;
using PosCases.Cases.Measures;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.UnitTests.Cases.Measures;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Legality;

public sealed class LegalityTests
{
    [Fact]
    public void The_five_questions_are_there_with_their_words_and_rules()
    {
        Assert.Equal(Enum.GetValues<LegalityQuestion>(), LegalityCheck.All.Select(p => p.Question));
        Assert.All(LegalityCheck.All, p => Assert.All([p.Text, p.Hint, p.Ask], words => Assert.True(words.Zh.Length > 3 && words.En.Length > 3)));
        Assert.All(LegalityCheck.All, p => Assert.NotEmpty(p.Authority));
        Assert.DoesNotContain(SourceConfidence.NotVerified, LegalityCheck.All.SelectMany(p => p.Authority.Concat(p.Institution)).Select(r => r.Confidence));
    }

    [Fact]
    public void No_text_concludes_that_a_measure_is_unlawful() =>
        Assert.DoesNotContain(
            LegalityCheck.All.SelectMany(p => new[] { p.Text, p.Hint, p.Ask }).Concat(MeasureLibrary.All.SelectMany(g => new[] { g.What, g.Ask })),
            words => words.Zh.Contains("违法冻结", StringComparison.Ordinal) || words.Zh.Contains("不合法", StringComparison.Ordinal)
                || words.En.Contains("unlawful", StringComparison.OrdinalIgnoreCase) || words.En.Contains("illegal", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Everything_that_was_not_answered_with_yes_is_an_open_point()
    {
        var made = Stage.Verified();
        var measure = made.Measures[0].Id;

        Stage.Do(made.AnswerLegality(measure, LegalityQuestion.Basis, PointAnswer.Yes, "clause 9", Li, Now));
        Stage.Do(made.AnswerLegality(measure, LegalityQuestion.Notice, PointAnswer.No, "no reason was given", Li, Now));

        Assert.Equal(
            [LegalityQuestion.Authority, LegalityQuestion.Notice, LegalityQuestion.Term, LegalityQuestion.Proportion],
            LegalityCheck.OpenPoints(measure, made.LegalityAnswers));
        Assert.Equal(5, LegalityCheck.OpenPoints(Guid.NewGuid(), made.LegalityAnswers).Count);
    }

    [Fact]
    public void A_later_answer_replaces_the_earlier_one_and_the_events_keep_both_for_the_desk_alone()
    {
        var made = Stage.Verified();
        var measure = made.Measures[0].Id;

        Stage.Do(made.AnswerLegality(measure, LegalityQuestion.Term, PointAnswer.Unknown, null, Li, Now));
        Stage.Do(made.AnswerLegality(measure, LegalityQuestion.Term, PointAnswer.Yes, "six months", Li, Now));

        var row = Assert.Single(made.LegalityAnswers);
        Assert.Equal((PointAnswer.Yes, "six months", "Li"), (row.Answer, row.Note, row.ByName));
        Assert.Equal(["Unknown", "Yes"], made.Events.Where(e => e is { Kind: CaseEventKind.LegalityAnswered, DeskOnly: true }).Select(e => e.Details["answer"]));
        Assert.Equal(new NotFound("Measure"), made.AnswerLegality(Guid.NewGuid(), LegalityQuestion.Term, PointAnswer.Yes, null, Li, Now).Error);
    }

    [Fact]
    public void The_rules_behind_a_question_are_those_of_the_kind_of_measure()
    {
        var police = FreezeTermProperties.Police(Today).Measure;
        var stop = FreezeTermProperties.Made(new() { Kind = MeasureKind.EmergencyStopPayment, StartsAt = Now }).Measure;
        var delay = FreezeTermProperties.Made(new() { Kind = MeasureKind.SettlementDelay, ImposedBy = ImposedBy.Acquirer }).Measure;

        Assert.Equal(["MPS159-240", "MPS159-243"], Codes(LegalityQuestion.Term, police));
        Assert.Equal(["PBOC2016-86"], Codes(LegalityQuestion.Term, stop));
        Assert.Equal(["ATFL-20", "PBOC2016-86"], Codes(LegalityQuestion.Basis, stop));
        Assert.Equal(["ATFL-32"], Codes(LegalityQuestion.Notice, delay));

        static IEnumerable<string> Codes(LegalityQuestion question, Measure measure) => LegalityCheck.Of(question).RulesFor(measure).Select(r => r.Code);
    }

    [Fact]
    public void The_list_of_risks_has_all_sixteen_with_a_question_and_a_follow_up()
    {
        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"R{n:00}"), RiskChecklist.All.Select(p => p.Code));
        Assert.All(RiskChecklist.All, p => Assert.All([p.Title, p.Check, p.FollowUp], words => Assert.True(words.Zh.Length > 3 && words.En.Length > 3)));
    }

    [Fact]
    public void A_risk_is_answered_by_the_owner_and_stays_with_the_desk()
    {
        var made = Stage.Verified();

        Stage.Do(made.AnswerRisk("R10", PointAnswer.No, "the licence was not found", Li, Now));
        Stage.Do(made.AnswerRisk("R10", PointAnswer.Yes, "seen on the site", Li, Now));

        Assert.Equal(PointAnswer.Yes, Assert.Single(made.RiskAnswers).Answer);
        Assert.All(made.Events.Where(e => e.Kind == CaseEventKind.RiskAnswered), e => Assert.True(e.DeskOnly));
        Assert.Equal(new NotTheOwner(), made.AnswerRisk("R10", PointAnswer.No, null, Wang, Now).Error);
    }
}
