using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Communication;

public sealed class CommunicationTests
{
    [Fact]
    public void An_institution_joins_once()
    {
        var made = Stage.Verified();
        var known = made.Parties[0].Id;

        var again = made.AddParty(Stage.Bank, "Bank", Li, Now);
        var police = made.AddParty(new InstitutionId(Guid.NewGuid()), "Police", Li, Now);

        Assert.Equal((known, 2), (again.Value, made.Parties.Count));
        Assert.Equal("Police", made.Events.Single(e => e.Kind == CaseEventKind.PartyAdded).Details["institution"]);
        Assert.NotEqual(known, police.Value);
    }

    [Fact]
    public void Words_kept_from_the_merchant_do_not_stand_in_the_event()
    {
        var made = Stage.Talking();

        Stage.Do(Log(made, "they hint at the police", "a call", Today.AddDays(1), shared: false));
        Stage.Do(Log(made, "they received everything", "an answer", Today.AddDays(1), shared: true));

        var told = made.Events.Where(e => e.Kind == CaseEventKind.CommunicationLogged).ToList();
        Assert.DoesNotContain("summary", told[0].Details.Keys);
        Assert.DoesNotContain("promise", told[0].Details.Keys);
        Assert.Equal(("they received everything", "an answer"), (told[1].Details["summary"], told[1].Details["promise"]));
    }

    [Fact]
    public void The_next_follow_up_is_due_at_the_end_of_its_day_and_before_our_own_clock()
    {
        var made = Stage.Talking();
        var ours = made.StageDueAt;

        Stage.Do(Log(made, "s", "later", Today.AddDays(3)));
        Stage.Do(Log(made, "s", "sooner", Today.AddDays(1)));
        var (first, second) = (made.Communications[0].Id, made.Communications[1].Id);
        List<DateTimeOffset> due = [made.DueAt];
        Stage.Do(made.SettleFollowUp(second, FollowUpResult.Broken, "Bank", Li, Now));
        due.Add(made.DueAt);
        Stage.Do(made.SettleFollowUp(first, FollowUpResult.Kept, "Bank", Li, Now));
        due.Add(made.DueAt);

        Assert.Equal([ShanghaiTime.EndOf(Today.AddDays(1)), ShanghaiTime.EndOf(Today.AddDays(3)), ours], due);
        Assert.Equal(new NotFound("FollowUp"), made.SettleFollowUp(first, FollowUpResult.Kept, "Bank", Li, Now).Error);
    }

    [Fact]
    public void A_submission_starts_the_institutions_clock_and_a_final_answer_stops_it()
    {
        var made = Stage.Collected();
        Stage.Do(made.SendPapers(Li, Today.AddDays(2)));
        var party = made.Parties[0];
        var sent = (party.State, party.ClockSince, party.AnswerDueAt, made.DueAt);
        var due = ShanghaiTime.EndOf(Today.AddDays(2));

        Stage.Do(Answer(made, InstitutionAnswer.UnderReview));
        var reviewed = (party.State, party.ClockSince, party.AnswerDueAt);
        Stage.Do(Answer(made, InstitutionAnswer.PartlyLifted));

        Assert.Equal((RecordState.Submitted, Now, due, due), sent);
        Assert.Equal((RecordState.UnderReview, Now, due), reviewed);
        Assert.Equal((RecordState.PartlyRecovered, null, null), (party.State, party.ClockSince, party.AnswerDueAt));
        Assert.Equal(new NotFound("Round"), Answer(made, InstitutionAnswer.Lifted).Error);
    }

    [Theory]
    [InlineData(InstitutionAnswer.UnderReview, RecordState.UnderReview)]
    [InlineData(InstitutionAnswer.MoreRequested, RecordState.UnderReview)]
    [InlineData(InstitutionAnswer.Lifted, RecordState.Recovered)]
    [InlineData(InstitutionAnswer.PartlyLifted, RecordState.PartlyRecovered)]
    [InlineData(InstitutionAnswer.Refused, RecordState.Rejected)]
    [InlineData(InstitutionAnswer.Silent, RecordState.Expired)]
    public void Each_institutions_record_has_its_own_state(InstitutionAnswer answer, RecordState state)
    {
        var made = Stage.Talking();
        Stage.Do(made.AddParty(new InstitutionId(Guid.NewGuid()), "Police", Li, Now));

        Stage.Do(Answer(made, answer));

        Assert.Equal([state, RecordState.Pending], made.Parties.Select(p => p.State));
        Assert.Equal(CaseStatus.BankCommunication, made.Status);
    }

    [Fact]
    public void A_second_institution_gets_the_papers_without_a_move_but_not_without_an_event()
    {
        var made = Stage.Talking();
        var police = made.AddParty(new InstitutionId(Guid.NewGuid()), "Police", Li, Now).Value;
        var events = made.Events.Count;

        Stage.Do(made.Submit(new(made.Id, made.Version, police, Medium.Letter, null, "cover", null), "Police", Li, Now, Clock));

        Assert.Equal([1, 2], made.Rounds.Select(r => r.Number));
        Assert.Equal([CaseEventKind.SubmittedToInstitution], made.Events.Skip(events).Select(e => e.Kind));
        Assert.Equal("Police", made.Events[^1].Details["institution"]);
    }

    [Fact]
    public void Papers_are_sent_to_an_institution_of_the_case_only() =>
        Assert.Equal(
            new CaseNotReady(Lack.Institution),
            Stage.Collected().Submit(new(default, default, Guid.NewGuid(), Medium.Letter, null, "cover", null), "Police", Li, Now, Clock).Error);

    [Fact]
    public void More_papers_are_asked_for_after_an_answer_only_and_nothing_of_the_earlier_round_is_lost()
    {
        var early = Stage.Talking();
        var made = Stage.Answered(InstitutionAnswer.MoreRequested);

        var tooEarly = early.RequestMoreEvidence([Stage.SalesSlip], "Bank", "r", Li, Now, Clock);
        Stage.Do(made.RequestMoreEvidence([Stage.SalesSlip], "Bank", "a better copy", Li, Now, Clock));

        Assert.Equal(new CaseNotReady(Lack.OpenRound), tooEarly.Error);
        Assert.Equal((CaseStatus.EvidenceCollection, 2), (made.Status, made.EvidenceRound));
        Assert.Equal([1, 2], made.Requirements.Select(r => r.Round));
        Assert.Equal((InstitutionAnswer.MoreRequested, "in their words"), (made.Rounds[0].Answer, made.Rounds[0].AnswerText));
        Assert.Single(made.Rounds[0].Papers);
    }

    private static Result Answer(Case made, InstitutionAnswer answer) => made.RecordAnswer(made.Parties[0].Id, answer, null, "Bank", Li, Now);

    private static Result Log(Case made, string summary, string promise, DateOnly followUp, bool shared = true) => made.LogCommunication(
        new LogCommunication.Command(
            made.Id, made.Version, made.Parties[0].Id, Medium.Call, Direction.Incoming, Now, null, null, summary, promise, followUp, shared),
        "Bank",
        Li,
        Now);
}
