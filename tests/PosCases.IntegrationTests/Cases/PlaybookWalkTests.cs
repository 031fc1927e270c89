using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Playbooks;
using PosCases.Remedies;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>Every playbook walked from filing to a reviewed closing.</summary>
public sealed class PlaybookWalkTests(QuietHost app) : IClassFixture<QuietHost>
{
    public static TheoryData<string, int> Walks =>
    [
        .. PlaybookLibrary.Newest()
            .Where(p => p.Trigger is PlaybookTrigger.Cause)
            .SelectMany(p => Enumerable.Range(0, p.Steps.Max(s => s.Decision?.Options.Count ?? 1)), (p, option) => (p.Code, option)),
    ];

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task It_leads_from_filing_to_a_reviewed_closing(string code, int option)
    {
        var playbook = PlaybookLibrary.Newest().Single(p => p.Code == code);
        var measure = playbook.Measures.FirstOrDefault(MeasureKind.AcceptanceSuspended);
        var walk = await CaseWalk.StartAsync(app, measure, ByWhom(measure));

        await walk.ConfirmAsync(playbook.Causes.FirstOrDefault("UNKNOWN"));
        var planned = await walk.SeeAsync();
        await walk.SubmitAsync();
        await walk.AnswerAsync(InstitutionAnswer.Lifted);
        await walk.EndStepsAsync(option);
        await walk.ProposeAsync(Outcome.FullyUnfrozen);
        await walk.ApproveAsync();

        var closed = await walk.SeeAsync();
        Assert.Contains(planned.Playbooks, p => p.Code == code && p.Version == playbook.Version);
        Assert.Contains(planned.Steps, s => s.Origins.Any(o => o.Playbook == code));
        Assert.Equal(CaseStatus.Closed, closed.Status);
        Assert.DoesNotContain(closed.Steps, s => s.State == StepState.Todo);
        Assert.Equal([], closed.Steps.GroupBy(s => s.Code).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(["every-case", "after-care"], always => Assert.Contains(closed.Steps, s => s.Origins.Any(o => o.Playbook == always)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_fake_notice_ends_safely_by_its_own_way_out(int option)
    {
        var walk = await CaseWalk.StartAsync(app, MeasureKind.Unknown, ImposedBy.Unknown, Demand.Fee, Demand.SmsCode);

        await walk.JudgeAsync(CheckAnswer.Denies, Authenticity.Fake);
        await walk.EndStepsAsync(option);
        await walk.Li(c => new ConfirmFake.Command(c.Id, c.Version, [Demand.Fee], "do not pay"));
        await walk.ApproveAsync();

        var closed = await walk.SeeAsync();
        Assert.Equal((CaseStatus.Closed, Outcome.FakeNotice), (closed.Status, closed.Outcome));
        Assert.Contains(closed.Steps, s => s is { Code: "report-scam", State: StepState.Done });
        Assert.Equal(option == 0, closed.Steps.Any(s => s.Code == "protect-accounts"));
        Assert.DoesNotContain(closed.Steps, s => s.Code == "confirm-recovered");
    }

    [Fact]
    public async Task Maintenance_is_waited_out_and_ends_as_not_a_freeze()
    {
        var walk = await CaseWalk.StartAsync(app);
        await walk.AddCauseAsync("MAINTENANCE");
        Assert.Contains((await walk.SeeAsync()).Steps, s => s.Code == "get-announcement");

        await walk.JudgeAsync(CheckAnswer.Technical, Authenticity.Genuine);
        await walk.EndStepsAsync(0);
        await walk.Li(c => new ConfirmNotAFreeze.Command(c.Id, c.Version, "maintenance until six", "try again"));
        await walk.ApproveAsync();

        var closed = await walk.SeeAsync();
        Assert.Equal((CaseStatus.Closed, Outcome.NotAFreeze), (closed.Status, closed.Outcome));
        Assert.Contains(closed.Steps, s => s is { Code: "wait-and-recheck", State: StepState.Done });
        Assert.Empty(closed.Requirements);
    }

    [Fact]
    public async Task A_refusal_brings_its_steps_and_the_legal_route_its_own()
    {
        var walk = await CaseWalk.StartAsync(app);
        await walk.ConfirmAsync("WRONGLY_FLAGGED");
        await walk.SubmitAsync();

        await walk.AnswerAsync(InstitutionAnswer.Refused);
        Assert.Contains((await walk.SeeAsync()).Steps, s => s is { Code: "read-refusal", Mandatory: true });
        await walk.Zhao(c => new TakeLegalRoute.Command(c.Id, c.Version, "RT7", "refused"));
        Assert.Contains((await walk.SeeAsync()).Steps, s => s is { Code: "choose-route", Stage: CaseStatus.LegalRoute });
        await walk.EndStepsAsync(0);
        await walk.ProposeAsync(Outcome.Refused);
        await walk.ApproveAsync();

        var closed = await walk.SeeAsync();
        Assert.Equal(CaseStatus.Closed, closed.Status);
        Assert.Contains(closed.Playbooks, p => p is { Code: "legal-route", LeftAt: null });
    }

    private static ImposedBy ByWhom(MeasureKind measure) => measure switch
    {
        MeasureKind.JudicialFreeze or MeasureKind.EmergencyStopPayment => ImposedBy.Police,
        MeasureKind.AmlTempFreeze or MeasureKind.SanctionList => ImposedBy.Regulator,
        MeasureKind.AccountControl => ImposedBy.Bank,
        _ => ImposedBy.Acquirer,
    };
}
