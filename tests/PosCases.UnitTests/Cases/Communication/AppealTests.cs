using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Communication;

public sealed class AppealTests
{
    [Fact]
    public void A_refusal_keeps_its_reason_what_was_missing_and_whether_it_is_final()
    {
        var made = Refused(new Refusal("PAPER_MISSING", ["DELIVERY_NOTE"], IsFinal: true, NextRoute: "RT4"));

        var round = made.Rounds[0];
        Assert.Equal(("PAPER_MISSING", true, "RT4"), (round.RefusalReason, round.IsFinal, round.NextRoute));
        Assert.Equal(["DELIVERY_NOTE"], round.Missing);
        Assert.Equal(("yes", "DELIVERY_NOTE"), (made.Events[^1].Details["final"], made.Events[^1].Details["evidence"]));
    }

    [Fact]
    public void A_refusal_without_a_reason_says_so()
    {
        var made = Refused(null);

        Assert.Equal((RefusalReason.NotStated, false), (made.Rounds[0].RefusalReason, made.Rounds[0].IsFinal));
        Assert.NotNull(RefusalReason.Find(RefusalReason.NotStated));
    }

    [Fact]
    public void Attempts_are_counted_for_each_institution()
    {
        var made = Refused(new Refusal("PAPER_MISSING", ["DELIVERY_NOTE"]));
        var bank = made.Parties[0].Id;
        var police = made.AddParty(new(Guid.NewGuid()), "Police", Li, Now).Value;
        Stage.Do(made.Submit(new(made.Id, made.Version, police, Medium.Letter, null, "cover", null), "Police", Li, Now, Clock));

        SecondRound(made);

        Assert.Equal((2, 1), (made.AttemptsAt(bank), made.AttemptsAt(police)));
        Assert.Equal([1, 1, 2], made.Rounds.Select(made.AttemptOf));
        Assert.Equal(made.Rounds[0], made.Before(made.Rounds[2]));
        Assert.Null(made.Before(made.Rounds[1]));
        Assert.Equal("2", made.Events.Last(e => e.Kind == CaseEventKind.SubmittedToInstitution).Details["round"]);
    }

    [Fact]
    public void A_new_round_says_which_papers_are_new_replaced_or_the_same()
    {
        var made = Refused(new Refusal("PAPER_MISSING", ["DELIVERY_NOTE"]));
        Stage.Do(made.RequestMoreEvidence([new EvidenceAsk(["DELIVERY_NOTE"], RequirementLevel.Required, "w", "w")], "Bank", "r", Li, Now, Clock));
        Hand(made, made.Requirements[^1].Id, "DELIVERY_NOTE", 'b');
        Hand(made, null, "SALES_SLIP", 'c');

        var difference = RoundDifference.Of(made.Rounds[0], made.Evidence.Where(i => i.Status == EvidenceStatus.Accepted));

        Assert.Equal(
            [("SALES_SLIP", PaperChange.Same), ("DELIVERY_NOTE", PaperChange.Added), ("SALES_SLIP", PaperChange.Added)],
            difference.Select(d => (d.Code, d.Change)));
    }

    [Fact]
    public void Another_file_of_a_kind_that_is_gone_replaces_it_once()
    {
        var made = Refused(new Refusal("PAPER_UNCLEAR", ["SALES_SLIP"]));
        var others = Stage.Collecting();
        Hand(others, others.Requirements[0].Id, "SALES_SLIP", 'b');
        Hand(others, null, "SALES_SLIP", 'c');

        var difference = RoundDifference.Of(made.Rounds[0], others.Evidence);
        var nothing = RoundDifference.Of(made.Rounds[0], []);

        Assert.Equal([PaperChange.Replaced, PaperChange.Added], difference.Select(d => d.Change));
        Assert.Equal([PaperChange.LeftOut], nothing.Select(d => d.Change));
    }

    [Theory]
    [InlineData("NOBODY_KNOWS", null, false, false)]
    [InlineData("OTHER", null, false, true)]
    [InlineData("OTHER", "RT16", true, false)]
    [InlineData("OTHER", null, true, false)]
    [InlineData("OTHER", "RT4", false, false)]
    [InlineData("OTHER", "RT15", true, true)]
    public void A_final_refusal_names_the_next_route_and_no_other_does(string reason, string? route, bool isFinal, bool valid) =>
        Assert.Equal(valid, new RecordAnswer.Validator().Validate(new RecordAnswer.Command(default, default, default, InstitutionAnswer.Refused, "t")
        {
            Refusal = new Refusal(reason, [], isFinal, route),
        }).IsValid);

    [Fact]
    public void Every_reason_has_its_words_in_both_languages() =>
        Assert.All(RefusalReason.All, r => Assert.All([r.Name, r.Advice], w => Assert.True(w.Zh.Length > 0 && w.En.Length > 0)));

    private static Case Refused(Refusal? refusal)
    {
        var made = Stage.Talking();
        Stage.Do(made.RecordAnswer(made.Parties[0].Id, InstitutionAnswer.Refused, "no", "Bank", Li, Now, refusal));
        return made;
    }

    private static void SecondRound(Case made)
    {
        Stage.Do(made.RequestMoreEvidence([new EvidenceAsk(["DELIVERY_NOTE"], RequirementLevel.Required, "w", "w")], "Bank", "r", Li, Now, Clock));
        Hand(made, made.Requirements[^1].Id, "DELIVERY_NOTE", 'b');
        Stage.Do(made.SendPapers(Li));
    }

    private static void Hand(Case made, Guid? requirement, string code, char hash)
    {
        var item = made.SubmitEvidence(requirement, code, Stage.File("f.jpg") with { Sha256 = new string(hash, 64) }, Owner, Now);
        Stage.Do(item);
        Stage.Do(made.JudgeEvidence(item.Value, accepted: true, null, Li, Now));
    }
}
