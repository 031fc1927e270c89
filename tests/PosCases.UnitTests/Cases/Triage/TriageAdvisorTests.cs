using PosCases.Cases.Filing;
using PosCases.Cases.Triage;

namespace PosCases.UnitTests.Cases.Triage;

public sealed class TriageAdvisorTests
{
    // Who told him, what they wanted, what the terminal says, what the official side shows; where that leads and the weightiest reason.
    public static TheoryData<NoticeChannel, Demand[], TerminalSign, OfficialSign, TriageResult, TriageReason> Table => new()
    {
        { NoticeChannel.Phone, [Demand.SmsCode], TerminalSign.AllWorks, OfficialSign.NotLooked, TriageResult.Scam, TriageReason.AskedForKeysOrMoney },
        { NoticeChannel.App, [Demand.Fee], TerminalSign.SalesRefused, OfficialSign.AccountRestricted, TriageResult.Scam, TriageReason.AskedForKeysOrMoney },
        { NoticeChannel.Sms, [Demand.Link], TerminalSign.Unknown, OfficialSign.NotLooked, TriageResult.Scam, TriageReason.StrangerPressed },
        { NoticeChannel.Unknown, [Demand.Hurry], TerminalSign.Unknown, OfficialSign.NotLooked, TriageResult.Scam, TriageReason.StrangerPressed },
        { NoticeChannel.Phone, [], TerminalSign.AllWorks, OfficialSign.NothingUnusual, TriageResult.Scam, TriageReason.SaidButNotSo },
        { NoticeChannel.Phone, [], TerminalSign.SalesRefused, OfficialSign.NotLooked, TriageResult.MustAsk, TriageReason.SalesRefused },
        { NoticeChannel.App, [Demand.FaceScan], TerminalSign.SalesRefused, OfficialSign.NothingUnusual, TriageResult.MustAsk, TriageReason.SalesRefused },
        { NoticeChannel.App, [Demand.Link], TerminalSign.PayoutMissing, OfficialSign.MeasureNotice, TriageResult.RealMeasure, TriageReason.OfficialNotice },
        { NoticeChannel.NoNotice, [], TerminalSign.PayoutMissing, OfficialSign.AccountRestricted, TriageResult.RealMeasure, TriageReason.OfficialRestriction },
        { NoticeChannel.NoNotice, [], TerminalSign.NoNetwork, OfficialSign.MeasureNotice, TriageResult.RealMeasure, TriageReason.OfficialNotice },
        { NoticeChannel.App, [], TerminalSign.SalesRefused, OfficialSign.MaintenanceNotice, TriageResult.Maintenance, TriageReason.MaintenanceAnnounced },
        { NoticeChannel.Terminal, [], TerminalSign.MaintenanceShown, OfficialSign.CannotOpen, TriageResult.Maintenance, TriageReason.MaintenanceOnTerminal },
        { NoticeChannel.NoNotice, [], TerminalSign.NoPower, OfficialSign.NothingUnusual, TriageResult.Device, TriageReason.TerminalTechnical },
        { NoticeChannel.Terminal, [], TerminalSign.ErrorCode, OfficialSign.NotLooked, TriageResult.Device, TriageReason.TerminalTechnical },
        { NoticeChannel.NoNotice, [], TerminalSign.OneCardOnly, OfficialSign.NothingUnusual, TriageResult.Device, TriageReason.OneCard },
        { NoticeChannel.NoNotice, [], TerminalSign.PayoutMissing, OfficialSign.NothingUnusual, TriageResult.MustAsk, TriageReason.PayoutMissing },
        { NoticeChannel.NoNotice, [], TerminalSign.AllWorks, OfficialSign.NothingUnusual, TriageResult.MustAsk, TriageReason.NothingFound },
        { NoticeChannel.Unknown, [], TerminalSign.Unknown, OfficialSign.NotLooked, TriageResult.MustAsk, TriageReason.NotSeenOfficially },
        { NoticeChannel.Unknown, [], TerminalSign.AllWorks, OfficialSign.NothingUnusual, TriageResult.MustAsk, TriageReason.NothingFound },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Three_answers_lead_to_one_of_five_results_with_the_weightiest_reason_first(
        NoticeChannel told, Demand[] demands, TerminalSign terminal, OfficialSign official, TriageResult result, TriageReason reason)
    {
        var advice = TriageAdvisor.Advise(new TriageAnswers { ToldBy = told, Demands = demands, Terminal = terminal, Official = official });

        Assert.Equal((result, reason), (advice.Result, advice.Reasons[0]));
        Assert.False(advice.InDanger);
    }

    [Fact]
    public void Every_combination_of_answers_has_a_reason_and_never_the_same_twice()
    {
        var combinations =
            from told in Enum.GetValues<NoticeChannel>()
            from demand in Enum.GetValues<Demand>().Select(d => (Demand?)d).Append(null)
            from terminal in Enum.GetValues<TerminalSign>()
            from official in Enum.GetValues<OfficialSign>()
            select new TriageAnswers { ToldBy = told, Demands = demand is { } one ? [one] : [], Terminal = terminal, Official = official };

        Assert.All(combinations.Select(TriageAdvisor.Advise), advice =>
        {
            Assert.NotEmpty(advice.Reasons);
            Assert.Equal(advice.Reasons.Count, advice.Reasons.Distinct().Count());
        });
    }

    [Fact]
    public void Whoever_wants_a_code_a_password_or_money_is_a_scam_whatever_else_is_answered()
    {
        Demand[] never = [Demand.SmsCode, Demand.Password, Demand.Fee, Demand.Transfer, Demand.App, Demand.ScreenShare, Demand.NewTerminal];
        var combinations =
            from told in Enum.GetValues<NoticeChannel>()
            from demand in never
            from terminal in Enum.GetValues<TerminalSign>()
            from official in Enum.GetValues<OfficialSign>()
            select new TriageAnswers { ToldBy = told, Demands = [demand], Terminal = terminal, Official = official };

        Assert.All(combinations, answers => Assert.Equal(TriageResult.Scam, TriageAdvisor.Advise(answers).Result));
    }

    [Fact]
    public void Somebody_who_gave_something_away_is_in_danger_before_any_other_question_is_answered()
    {
        Assert.All(Enum.GetValues<GivenAway>(), given =>
        {
            var advice = TriageAdvisor.Advise(new TriageAnswers { Given = [given] });

            Assert.Equal((TriageResult.Scam, true, TriageReason.AlreadyGiven), (advice.Result, advice.InDanger, advice.Reasons[0]));
        });
    }

    [Fact]
    public void A_scam_call_about_a_measure_that_is_real_says_that_both_are_so()
    {
        var advice = TriageAdvisor.Advise(new TriageAnswers
        {
            ToldBy = NoticeChannel.Phone,
            Demands = [Demand.Fee],
            Terminal = TerminalSign.SalesRefused,
            Official = OfficialSign.MeasureNotice,
        });

        Assert.Equal([TriageReason.AskedForKeysOrMoney, TriageReason.MeasureShownToo], advice.Reasons);
    }

    [Fact]
    public void The_answers_begin_a_case_and_what_was_not_asked_stays_open()
    {
        var form = new TriageAnswers
        {
            ToldBy = NoticeChannel.App,
            Terminal = TerminalSign.PayoutMissing,
            Official = OfficialSign.MeasureNotice,
        }.ToForm();

        Assert.Equal((NoticeChannel.App, true, null, null), (form.ToldBy, form.NothingDemanded, form.Measure, form.ImposedBy));
        Assert.Equal([Ability.Withdraw], form.AbilitiesOff);
        Assert.Equal(OfficialSign.MeasureNotice, form.Triage!.Official);
    }

    [Fact]
    public void A_suspected_scam_can_be_filed_as_it_is_and_what_was_given_counts_as_asked_for()
    {
        var form = new TriageAnswers { ToldBy = NoticeChannel.Phone, Given = [GivenAway.Code, GivenAway.Money] }.ToForm();

        Assert.Equal([Demand.SmsCode, Demand.Fee], form.Demands);
        Assert.True(new FilingFormValidator(finished: true, Cast.Today).Validate(form).IsValid);
    }

    [Fact]
    public void Announced_maintenance_stands_in_the_case_as_what_came_before() =>
        Assert.Equal([PriorEvent.Maintenance], new TriageAnswers { Official = OfficialSign.MaintenanceNotice }.ToForm().Before);
}
