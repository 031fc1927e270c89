using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

/// <summary>Walks a case by the real commands: huanan's shop, li's work, zhao's review.</summary>
internal sealed class CaseWalk(TestHost app, CaseId id, InstitutionId bank)
{
    public CaseId Id => id;

    /// <summary>Files a case with a measure and takes it up.</summary>
    public static async Task<CaseWalk> StartAsync(TestHost app, MeasureKind measure = MeasureKind.AcceptanceSuspended, ImposedBy by = ImposedBy.Acquirer, params Demand[] demands)
    {
        var bank = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code != null).OrderBy(i => i.Code).Select(i => i.Id).FirstAsync());
        var form = new FilingForm
        {
            ToldBy = NoticeChannel.Phone,
            Demands = demands,
            NothingDemanded = demands.Length == 0,
            Measure = measure,
            ImposedBy = by,
            Reason = ReasonGiven.NoReason,
        };
        var filed = await app.As("huanan").Send(new FileCase.Command(form, null, null));
        Assert.Null(filed.Error);
        var walk = new CaseWalk(app, filed.Value.Id, bank);
        await walk.Li(c => new StartVerification.Command(c.Id, c.Version));
        return walk;
    }

    public async Task<Case> SeeAsync() => (await app.ViewOf(id)).Case;

    public Task Li<T>(Func<Case, IRequest<T>> message)
        where T : Result => SendAsync("li", message);

    public Task Zhao<T>(Func<Case, IRequest<T>> message)
        where T : Result => SendAsync("zhao", message);

    /// <summary>The official channel answers; the notice is judged.</summary>
    public async Task JudgeAsync(CheckAnswer answer, Authenticity verdict)
    {
        await Li(c => new RecordCheck.Command(c.Id, c.Version, bank, "95500", app.Clock.GetUtcNow(), null, "KF-1", answer, null));
        await Li(c => new RecordVerdict.Command(c.Id, c.Version, verdict, "as the channel says"));
    }

    public Task AddCauseAsync(string cause) =>
        Li(c => new AddCause.Command(c.Id, c.Version, cause, Confidence.High, CauseSource.Institution, null));

    /// <summary>Genuine, recorded, classified: on to the papers.</summary>
    public async Task ConfirmAsync(string cause)
    {
        await JudgeAsync(CheckAnswer.Confirms, Authenticity.Genuine);
        await Li(c => new RecordMeasure.Command(
            c.Id, c.Version, c.Measures[0].Id, new MeasureRecord { Kind = c.Told.Measure!.Value, ImposedBy = c.Told.ImposedBy!.Value, Institution = bank }));
        await AddCauseAsync(cause);
        await Li(c => new ConfirmGenuine.Command(c.Id, c.Version));
    }

    /// <summary>Every paper is done without, and what there is goes to the institution.</summary>
    public async Task SubmitAsync()
    {
        foreach (var requirement in (await SeeAsync()).Requirements.Where(r => !r.IsSettled))
        {
            await Zhao(c => new WaiveEvidence.Command(c.Id, c.Version, requirement.Id, "seen at the counter"));
        }

        var asked = (await SeeAsync()).Parties[0].InstitutionId;

        // What an authority ordered, the bank cannot lift: whoever ordered it is asked.
        if ((await SeeAsync()).Measures.All(m => m.IsOrderedByAuthority))
        {
            var kind = (await SeeAsync()).Measures[0].ImposedBy == ImposedBy.Police ? InstitutionKind.Police : InstitutionKind.Regulator;
            asked = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Kind == kind).OrderBy(i => i.Code).Select(i => i.Id).FirstAsync());
            await Li(c => new AddParty.Command(c.Id, c.Version, asked));
        }

        await Li(c => new SubmitToInstitution.Command(c.Id, c.Version, c.Parties.Single(p => p.InstitutionId == asked).Id, Medium.Portal, "R-1", "please review", null));
    }

    public Task AnswerAsync(InstitutionAnswer answer) =>
        Li(c => new RecordAnswer.Command(c.Id, c.Version, c.Parties.Single(p => c.Rounds[^1].PartyId == p.Id).Id, answer, "in their words"));

    /// <summary>Ends what is on the plan, each by who does it, until nothing is open; a question gets its answers in turn.</summary>
    public async Task EndStepsAsync(int option)
    {
        for (var rounds = 0; rounds < 5 && (await SeeAsync()).Steps.Any(s => s.State == StepState.Todo); rounds++)
        {
            foreach (var step in (await SeeAsync()).Steps.Where(s => s.State == StepState.Todo))
            {
                // An answer may have taken it off the plan meanwhile.
                if ((await SeeAsync()).Steps.All(s => s.Id != step.Id))
                {
                    continue;
                }

                if (step.Decision is { } decision)
                {
                    await Li(c => new AnswerDecision.Command(c.Id, c.Version, step.Id, decision.Options[option % decision.Options.Count].Code, "as they say"));
                }
                else
                {
                    await SendAsync(
                        step.Role switch { StepRole.Merchant => "huanan", StepRole.Supervisor => "zhao", _ => "li" },
                        c => new EndStep.Command(c.Id, step.Id, Done: true, "done"));
                }
            }
        }
    }

    public Task ProposeAsync(Outcome outcome) => Li(c => new ProposeResolution.Command(c.Id, c.Version, new ProposalRecord
    {
        Outcome = outcome,
        Statement = "why",
        Proof = "letter 7",
        Advice = "what now",
    }));

    public Task ApproveAsync() => Zhao(c => new ApproveResolution.Command(c.Id, c.Version, null));

    private async Task SendAsync<T>(string person, Func<Case, IRequest<T>> message)
        where T : Result
    {
        var sent = message(await SeeAsync());
        var result = await app.As(person).Send(sent);
        Assert.True(result.Error is null, $"{sent.GetType().DeclaringType?.Name}: {result.Error}");
    }
}
