using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Restriction;
using PosCases.Cases.Routes;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.Remedies;

namespace PosCases.Seeding;

/// <summary>Plays one demo case after the other: sends what the merchant, the agent and the supervisor would have sent.</summary>
internal sealed partial class DemoPlayer(
    IServiceProvider services,
    SeedClock clock,
    DateTimeOffset present,
    DemoScript script,
    IReadOnlyDictionary<string, Caller.Person> people,
    IReadOnlyDictionary<string, MerchantId> merchants,
    IReadOnlyDictionary<string, InstitutionId> institutions)
{
    private const string Supervisor = "zhao";
    private readonly Door door = services.GetRequiredService<Door>();
    private readonly PaperIntake intake = services.GetRequiredService<PaperIntake>();
    private readonly DemoScript.Words say = script.Say;
    private readonly Dictionary<string, string> lastNumber = new(StringComparer.Ordinal);
    private int papers;

    private string number = "";
    private DemoScript.Story story = null!;

    public async Task PlayAsync(DemoScript.Story next, CancellationToken ct)
    {
        story = next;
        clock.Set(story.BeginsAt(present, services.GetRequiredService<CaseOptions>()));
        await FileAsync(ct);
        if (story.Impact is { } impact)
        {
            await Owner(c => new RecordImpact.Command(c.Case.Id, 0, StatementOf(c, impact)), ct);
        }

        await FollowAsync(story.Path, ct);
        if (story.Sales is { } sales)
        {
            await ImportAsync(sales, ct);
        }

        await WriteLettersAsync(ct);
        if (story.Interim is { } interim)
        {
            await Owner(
                c => new ChooseInterim.Command(c.Case.Id, new InterimTerms
                {
                    Code = interim,
                    StartsOn = ShanghaiTime.DateOf(clock.GetUtcNow()),
                    DailyLimit = 10_000m,
                    Cost = say.InterimCost,
                    Contact = say.InterimContact,
                    Note = say.InterimNote,
                    OwnName = true,
                }),
                ct);
        }

        if (story.NoticeDaysAgo is { } daysAgo)
        {
            await NoticeAsync(daysAgo, ct);
        }

        if (story.Neglected)
        {
            Neglected.Add(number);
        }

        if (story.Restrict is { } restrict)
        {
            await Agent(
                c => new RestrictCase.Command(
                    c.Case.Id, c.Case.Version, restrict.Cause, restrict.Reason, [.. restrict.People.Select(key => people[key].Id)],
                    restrict.HideFromMerchantStaff),
                ct);
        }

        if (story.Note is { } note)
        {
            await Agent(c => new AddNote.Command(c.Case.Id, note), ct);
        }

        if (story.Question is { } question)
        {
            await Owner(c => new PostMessage.Command(c.Case.Id, question), ct);
        }

        lastNumber[story.Shop] = number;
    }

    private Task FollowAsync(DemoPath path, CancellationToken ct) => path switch
    {
        DemoPath.Filed => Task.CompletedTask,
        DemoPath.WithdrawnEarly => Owner(c => new WithdrawCase.Command(c.Case.Id, c.Case.Version, say.WithdrawReason), ct),
        DemoPath.Duplicate => DuplicateAsync(ct),
        DemoPath.Verifying => TakeUpAsync(ct),
        DemoPath.CannotTell => InTurn(ct, TakeUpAsync, t => CheckAsync(CheckAnswer.NoInformation, t), t => JudgeNoticeAsync(Authenticity.CannotTell, say.CannotTell, t)),
        DemoPath.FakeProposed => FakeAsync(ct),
        DemoPath.FakeClosed => InTurn(ct, FakeAsync, ApproveAsync),
        DemoPath.NotAFreeze => InTurn(ct, TakeUpAsync, t => CheckAsync(CheckAnswer.Technical, t),
            t => JudgeNoticeAsync(Authenticity.Genuine, say.DeviceFinding, t), NotAFreezeAsync, ApproveAsync),
        DemoPath.Collecting => CollectAsync(ct),
        DemoPath.WithdrawalAsked => InTurn(ct, CollectAsync, t => Owner(c => new WithdrawCase.Command(c.Case.Id, c.Case.Version, say.WithdrawReason), t)),
        DemoPath.Judging => InTurn(ct, CollectAsync, UploadAsync),
        DemoPath.ReadyToSubmit => ReadyAsync(ct),
        DemoPath.Submitted => SubmitAsync(ct),
        DemoPath.FollowUpDue => InTurn(ct, SubmitAsync, t => CallAsync(-1, t)),
        DemoPath.Waiting => InTurn(ct, SubmitAsync, WaitAsync),
        DemoPath.MoreRequested => InTurn(ct, SubmitAsync, t => AnswerAsync(InstitutionAnswer.MoreRequested, say.MoreWanted, t), AskMoreAsync),
        DemoPath.Answered => InTurn(ct, SubmitAsync, t => AnswerAsync(InstitutionAnswer.PartlyLifted, say.PartlyLifted, t)),
        DemoPath.PartlyReleased => InTurn(ct, SubmitAsync, RelieveAsync),
        DemoPath.Proposed => ProposeAsync(Outcome.FullyUnfrozen, ct),
        DemoPath.Returned => InTurn(ct, t => ProposeAsync(Outcome.FullyUnfrozen, t), ReturnAsync),
        DemoPath.ClosedFull => CloseAsync(Outcome.FullyUnfrozen, ct),
        DemoPath.ClosedPartly => CloseAsync(Outcome.PartlyUnfrozen, ct),
        DemoPath.ClosedRefused => CloseAsync(Outcome.Refused, ct),
        DemoPath.LegalRoute => InTurn(ct, t => CloseAsync(Outcome.Refused, t),
            t => Boss(c => new TakeLegalRoute.Command(c.Case.Id, c.Case.Version, LegalRoute, say.LegalReason), t), FileRouteAsync),
        DemoPath.Reopened => InTurn(ct, t => CloseAsync(Outcome.FullyUnfrozen, t),
            t => Boss(c => new ReopenCase.Command(c.Case.Id, c.Case.Version, say.ReopenReason), t)),
        DemoPath.Refused => InTurn(ct, SubmitAsync, t => RefuseAsync(isFinal: false, t)),
        DemoPath.FinallyRefused => InTurn(ct, SubmitAsync, t => RefuseAsync(isFinal: true, t)),
        DemoPath.SecondRound => InTurn(ct, SubmitAsync, t => RefuseAsync(isFinal: false, t), SendAgainAsync),
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, null),
    };

    private static async Task InTurn(CancellationToken ct, params Func<CancellationToken, Task>[] steps)
    {
        foreach (var step in steps)
        {
            await step(ct);
        }
    }

    private async Task FileAsync(CancellationToken ct)
    {
        var shop = script.Shops.Single(s => s.Key == story.Shop);
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var form = new FilingForm
        {
            ToldBy = story.ToldBy,
            Teller = story.Teller,
            CallerNumber = story.CallerNumber,
            ToldOn = today,
            Wording = story.Wording,
            Demands = story.Demands,
            NothingDemanded = story.Demands.Count == 0,
            Measure = story.Measure,
            AbilitiesOff = story.Abilities,
            Amount = story.Amount,
            AccountTail = shop.AccountTail,
            TerminalNumber = shop.Terminal,
            Region = shop.Region,
            Since = today.AddDays(-1),
            ImposedBy = story.ImposedBy,
            Institution = story.ImposedBy == ImposedBy.Unknown ? null : institutions[story.Institution],
            Reason = story.Reason,
            ReasonText = story.ReasonText,
            DocumentNumber = story.Document,
            ExpectedEnd = story.Measure == MeasureKind.JudicialFreeze ? today.AddMonths(6) : null,
            DailyTakings = story.Daily,
            CashDays = story.CashDays,
            PayablesDue = story.Payables,
            Before = story.Before,
            BeforeText = story.BeforeText,
        };
        var caller = people[story.ByDesk ? story.Agent : story.Shop];
        number = (await DemoWorld.SendAsync(door, new FileCase.Command(form, merchants[story.Shop], null), caller, ct)).Value.Number;
    }

    // An administrative decision goes to reconsideration, what an institution does to its regulator.
    private string LegalRoute => story.ImposedBy == ImposedBy.Regulator ? say.LegalRoute : say.ReportRoute;

    // What is taken up runs on in its next step.
    private async Task FileRouteAsync(CancellationToken ct)
    {
        var route = RouteLibrary.Find(LegalRoute)!;
        await FileStepAsync(route.Code, route.Steps[0].Code, ct);
        if (route.StepAfter(route.Steps[0].Code) is { } next)
        {
            var today = ShanghaiTime.DateOf(clock.GetUtcNow());
            await Agent(c => new RecordRouteAnswer.Command(c.Case.Id, c.Case.Version, c.Case.Filings[^1].Id, today, RouteResult.Granted, null), ct);
            await FileStepAsync(route.Code, next.Code, ct);
        }
    }

    private async Task FileStepAsync(string route, string step, CancellationToken ct)
    {
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await Agent(
            c => new FileRoute.Command(
                c.Case.Id, c.Case.Version, route, step, null, say.LegalBody, today, today, today, say.LegalNumber, null, null, false),
            ct);
    }

    private async Task DuplicateAsync(CancellationToken ct) =>
        await Agent(c => new MarkDuplicate.Command(c.Case.Id, c.Case.Version, lastNumber[story.Shop], say.DuplicateReason), ct);

    private async Task TakeUpAsync(CancellationToken ct) => await Agent(c => new StartVerification.Command(c.Case.Id, c.Case.Version), ct);

    private async Task CheckAsync(CheckAnswer answer, CancellationToken ct)
    {
        var institution = institutions[story.Institution];
        var details = await DemoWorld.SendAsync(door, new ViewInstitution.Query(institution), people[story.Agent], ct);
        var channel = details.Value.Channels.Count > 0 ? details.Value.Channels[0].Value : details.Value.Profile.Name;
        var said = answer is CheckAnswer.Confirms ? say.Confirms : say.Denies;
        await Agent(
            c => new RecordCheck.Command(
                c.Case.Id, c.Case.Version, institution, channel, clock.GetUtcNow(), null, "KF-" + number[^4..], answer, said),
            ct);
    }

    private async Task JudgeNoticeAsync(Authenticity verdict, string reasons, CancellationToken ct) =>
        await Agent(c => new RecordVerdict.Command(c.Case.Id, c.Case.Version, verdict, reasons), ct);

    private async Task FakeAsync(CancellationToken ct)
    {
        await TakeUpAsync(ct);
        await CheckAsync(CheckAnswer.Denies, ct);
        await JudgeNoticeAsync(Authenticity.Fake, say.Fake, ct);
        await Agent(c => new ConfirmFake.Command(c.Case.Id, c.Case.Version, story.Demands, say.FakeAdvice), ct);
    }

    private async Task NotAFreezeAsync(CancellationToken ct) =>
        await Agent(c => new ConfirmNotAFreeze.Command(c.Case.Id, c.Case.Version, say.DeviceFinding, say.DeviceAdvice), ct);

    private async Task CollectAsync(CancellationToken ct)
    {
        await TakeUpAsync(ct);
        await CheckAsync(CheckAnswer.Confirms, ct);
        await JudgeNoticeAsync(Authenticity.Genuine, say.Genuine, ct);
        await Agent(
            c => new RecordMeasure.Command(c.Case.Id, c.Case.Version, c.Case.Measures[0].Id, DemoFreeze.Document(story, present, new MeasureRecord
            {
                Kind = story.Measure,
                ImposedBy = story.ImposedBy == ImposedBy.Unknown ? ImposedBy.Acquirer : story.ImposedBy,
                Institution = institutions[story.Institution],
                Basis = say.Basis,
                DocumentNumber = story.Document,
                AbilitiesOff = story.Abilities,
                Amount = story.Amount,
                AccountTail = c.Case.Told.AccountTail,
                TerminalNumber = c.Case.Told.TerminalNumber,
                Region = c.Case.Told.Region,
                Since = c.Case.Told.Since,
                ExpectedEnd = c.Case.Told.ExpectedEnd,
            })),
            ct);
        if (story.Freeze?.Renewal is { } renewal)
        {
            await Agent(
                c => new RecordRenewal.Command(
                    c.Case.Id, c.Case.Version, c.Case.Measures[0].Id,
                    new RenewalRecord { DocumentNumber = renewal.Document, Term = renewal.Term, Note = renewal.Note }),
                ct);
        }

        await Agent(
            c => new AddCause.Command(
                c.Case.Id, c.Case.Version, story.Cause, Confidence.High, CauseSource.Institution, story.ReasonText ?? say.Confirms),
            ct);
        if (story.Amount is { } amount)
        {
            await Agent(
                c => new EnterLedger.Command(
                    c.Case.Id, c.Case.Version, LedgerKind.Frozen, amount, ShanghaiTime.DateOf(clock.GetUtcNow()), say.FrozenProof, null),
                ct);
        }

        await Agent(c => new ConfirmGenuine.Command(c.Case.Id, c.Case.Version), ct);
    }

    private async Task UploadAsync(CancellationToken ct)
    {
        foreach (var requirement in (await ViewAsync(ct)).Case.Requirements.Where(r => r.Level != RequirementLevel.Optional && r.Items.Count == 0))
        {
            var code = requirement.Codes[0];
            var file = await DrawAsync($"{say.FileNames[code]}.png", ct);
            await Owner(c => new SubmitEvidence.Command(c.Case.Id, requirement.Id, code, file), ct);
        }
    }

    private async Task<StoredFile> DrawAsync(string name, CancellationToken ct)
    {
        using var paper = new MemoryStream(DemoPaper.Draw(++papers));
        return (await intake.TakeAsync(paper, name, (await ViewAsync(ct)).Case.Id.Value, ct)).Value;
    }

    private async Task AcceptAsync(CancellationToken ct)
    {
        foreach (var item in (await ViewAsync(ct)).Case.Evidence.Where(i => i.Status == EvidenceStatus.Submitted))
        {
            await Agent(c => new JudgeEvidence.Command(c.Case.Id, c.Case.Version, item.Id, Accepted: true, Reason: null), ct);
        }
    }

    private async Task ReadyAsync(CancellationToken ct)
    {
        await CollectAsync(ct);
        await UploadAsync(ct);
        var first = (await ViewAsync(ct)).Case.Evidence[0];
        await Agent(c => new JudgeEvidence.Command(c.Case.Id, c.Case.Version, first.Id, Accepted: false, say.Rejected), ct);
        var file = await DrawAsync($"{say.FileNames[first.Code]}-2.png", ct);
        await Owner(c => new SubmitEvidence.Command(c.Case.Id, first.RequirementId, first.Code, file) { Replaces = first.Id }, ct);
        await AcceptAsync(ct);
    }

    private async Task SubmitAsync(CancellationToken ct)
    {
        await ReadyAsync(ct);
        await SendPapersAsync(ct);
        await CallAsync(3, ct);
    }

    private async Task CallAsync(int daysFromToday, CancellationToken ct)
    {
        var on = daysFromToday < 0
            ? ShanghaiTime.DateOf(present).AddDays(daysFromToday)
            : ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(daysFromToday);
        await Agent(
            c => new LogCommunication.Command(
                c.Case.Id, c.Case.Version, PartyOf(c), Medium.Call, Direction.Outgoing, clock.GetUtcNow(), null, "KF-" + number[^4..],
                say.Called, say.Promise, on, SharedWithMerchant: true),
            ct);
    }

    private async Task WaitAsync(CancellationToken ct) => await Agent(
        c => new WaitCase.Command(c.Case.Id, c.Case.Version, Ball.Institution, say.WaitReason, ShanghaiTime.DateOf(present).AddDays(4)), ct);

    private async Task AnswerAsync(InstitutionAnswer answer, string text, CancellationToken ct, Refusal? refusal = null)
    {
        clock.Pass(TimeSpan.FromDays(2), present);
        foreach (var call in (await ViewAsync(ct)).Case.Communications.Where(e => e is { FollowUpAt: not null, FollowUpResult: null }))
        {
            await Agent(c => new SettleFollowUp.Command(c.Case.Id, c.Case.Version, call.Id, FollowUpResult.Kept), ct);
        }

        await Agent(c => new RecordAnswer.Command(c.Case.Id, c.Case.Version, PartyOf(c), answer, text) { Refusal = refusal }, ct);
    }

    private async Task AskMoreAsync(CancellationToken ct) => await Agent(
        c => new RequestMoreEvidence.Command(
            c.Case.Id, c.Case.Version, PartyOf(c), say.MoreWanted,
            [new EvidenceAsk(["DELIVERY_NOTE"], RequirementLevel.Required, say.MoreWhyZh, say.MoreWhyEn)]),
        ct);

    private async Task ProposeAsync(Outcome outcome, CancellationToken ct)
    {
        await SubmitAsync(ct);
        var (answer, text, statement, advice) = outcome switch
        {
            Outcome.PartlyUnfrozen => (InstitutionAnswer.PartlyLifted, say.PartlyLifted, say.PartStatement, say.PartAdvice),
            Outcome.Refused => (InstitutionAnswer.Refused, say.Refused, say.RefusedStatement, say.RefusedAdvice),
            _ => (InstitutionAnswer.Lifted, say.Lifted, say.FullStatement, say.FullAdvice),
        };
        await AnswerAsync(answer, text, ct, outcome == Outcome.Refused ? No(isFinal: true) : null);
        if (outcome != Outcome.Refused)
        {
            await ReleaseAsync(outcome, ct);
        }

        await EndStepsAsync(ct);

        await Agent(
            c => new ProposeResolution.Command(c.Case.Id, c.Case.Version, new ProposalRecord
            {
                Outcome = outcome,
                Statement = statement,
                Proof = say.Proof + number[^4..],
                Conditions = outcome == Outcome.PartlyUnfrozen ? say.Conditions : null,
                Advice = advice,
            }),
            ct);
    }

    // An answer may open further steps, so the plan is read anew after each.
    private async Task EndStepsAsync(CancellationToken ct)
    {
        while ((await ViewAsync(ct)).Case.Steps.FirstOrDefault(s => s is { Role: not StepRole.Merchant, Mandatory: true, State: StepState.Todo }) is { } step)
        {
            if (step.Decision is { } decision)
            {
                await Agent(c => new AnswerDecision.Command(c.Case.Id, c.Case.Version, step.Id, decision.Options[0].Code, say.StepNote), ct);
            }
            else
            {
                await SendAsync(people[step.Role == StepRole.Supervisor ? Supervisor : story.Agent], c => new EndStep.Command(c.Case.Id, step.Id, Done: true, say.StepNote), ct);
            }
        }
    }

    private async Task CloseAsync(Outcome outcome, CancellationToken ct)
    {
        await ProposeAsync(outcome, ct);
        await ApproveAsync(ct);
        if (outcome == Outcome.FullyUnfrozen)
        {
            await Owner(c => new RateCase.Command(c.Case.Id, 5, say.Thanks), ct);
        }
    }

    private async Task ApproveAsync(CancellationToken ct) =>
        await Boss(c => new ApproveResolution.Command(c.Case.Id, c.Case.Version, say.ApproveNote), ct);

    private async Task ReturnAsync(CancellationToken ct) =>
        await Boss(c => new ReturnResolution.Command(c.Case.Id, c.Case.Version, say.ReturnReason), ct);

    private Guid PartyOf(CaseView view) => view.Case.Parties.First(p => p.InstitutionId == institutions[story.Institution]).Id;

    private Task Agent<T>(Func<CaseView, IRequest<T>> message, CancellationToken ct)
        where T : Result => SendAsync(people[story.Agent], message, ct);

    private Task Owner<T>(Func<CaseView, IRequest<T>> message, CancellationToken ct)
        where T : Result => SendAsync(people[story.Shop], message, ct);

    private Task Boss<T>(Func<CaseView, IRequest<T>> message, CancellationToken ct)
        where T : Result => SendAsync(people[Supervisor], message, ct);

    private async Task SendAsync<T>(Caller.Person by, Func<CaseView, IRequest<T>> message, CancellationToken ct)
        where T : Result
    {
        clock.Pass(TimeSpan.FromMinutes(25), present);
        await DemoWorld.SendAsync(door, message(await ViewAsync(ct)), by, ct);
    }

    private async Task<CaseView> ViewAsync(CancellationToken ct) =>
        (await DemoWorld.SendAsync(door, new ViewCase.Query(number), people[Supervisor], ct)).Value;
}
