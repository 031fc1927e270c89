using System.Text.Json;
using MediatR;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Links;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.Remedies;
using PosCases.Web.Cases;

namespace PosCases.Web.Api;

/// <summary>Why the notice is a scam, and what to do now.</summary>
internal sealed record ApiFake(IReadOnlyList<Demand> Flags, string Advice);

/// <summary>What it was, and what to do now.</summary>
internal sealed record ApiNotAFreeze(string Finding, string Advice);

/// <summary>What is sent to an institution.</summary>
internal sealed record ApiSubmission(
    Guid PartyId, Medium Medium, string CoverNote, string? Receipt = null, DateOnly? AnswerDueOn = null, SubmissionPurpose Purpose = SubmissionPurpose.Lift,
    IReadOnlyList<Guid>? Concerns = null, Guid? PackId = null);

/// <summary>A paper that an institution wants.</summary>
internal sealed record ApiAsk(IReadOnlyList<string> Codes, RequirementLevel Level, string WhyZh, string WhyEn);

/// <summary>What an institution wants.</summary>
internal sealed record ApiMoreEvidence(Guid PartyId, string Reason, IReadOnlyList<ApiAsk> Asks);

/// <summary>A proposed outcome.</summary>
internal sealed record ApiProposal(Outcome Outcome, string Statement, string Advice, string? Proof = null, string? Conditions = null, bool? EndsInterim = null);

/// <summary>Words that may be left out.</summary>
internal sealed record ApiRemark(string? Note = null);

/// <summary>A reason.</summary>
internal sealed record ApiReason(string Reason);

/// <summary>A legal route.</summary>
internal sealed record ApiRoute(string Route, string Reason, bool SecondRouteConfirmed = false);

/// <summary>What is waited for.</summary>
internal sealed record ApiWait(Ball For, string Reason, DateOnly Until);

/// <summary>The case that survives.</summary>
internal sealed record ApiDuplicate(string SurvivorNumber, string Reason);

/// <summary>What can be done to the status of a case: every action of the lifecycle, each by its own command.</summary>
internal static class ApiActions
{
    private const string ConfirmWithdrawalName = "confirm-withdrawal";

    /// <summary>Maps them.</summary>
    public static void MapActions(this IEndpointRouteBuilder api)
    {
        api.Act<NoFields>(CaseAction.StartVerification, (id, version, _) => new StartVerification.Command(id, version));
        api.Act<NoFields>(CaseAction.ConfirmGenuine, (id, version, _) => new ConfirmGenuine.Command(id, version));
        api.Act<ApiFake>(CaseAction.ConfirmFake, (id, version, b) => new ConfirmFake.Command(id, version, b.Flags, b.Advice));
        api.Act<ApiNotAFreeze>(CaseAction.ConfirmNotAFreeze, (id, version, b) => new ConfirmNotAFreeze.Command(id, version, b.Finding, b.Advice));
        api.Act<ApiSubmission>(CaseAction.SubmitToInstitution, (id, version, b) =>
            new SubmitToInstitution.Command(id, version, b.PartyId, b.Medium, b.Receipt, b.CoverNote, b.AnswerDueOn, b.Purpose, b.Concerns) { PackId = b.PackId });
        api.Act<ApiMoreEvidence>(CaseAction.RequestMoreEvidence, (id, version, b) =>
            new RequestMoreEvidence.Command(id, version, b.PartyId, b.Reason, [.. b.Asks.Select(a => new EvidenceAsk(a.Codes, a.Level, a.WhyZh, a.WhyEn))]));
        api.Act<ApiProposal>(CaseAction.ProposeResolution, (id, version, b) => new ProposeResolution.Command(id, version, new ProposalRecord
        {
            Outcome = b.Outcome,
            Statement = b.Statement,
            Proof = b.Proof,
            Conditions = b.Conditions,
            Advice = b.Advice,
            EndsInterim = b.EndsInterim,
        }));
        api.Act<ApiRemark>(CaseAction.Approve, (id, version, b) => new ApproveResolution.Command(id, version, b.Note));
        api.Act<ApiReason>(CaseAction.Return, (id, version, b) => new ReturnResolution.Command(id, version, b.Reason));
        api.Act<ApiRoute>(CaseAction.TakeLegalRoute, (id, version, b) => new TakeLegalRoute.Command(id, version, b.Route, b.Reason, b.SecondRouteConfirmed));
        api.Act<ApiWait>(CaseAction.Wait, (id, version, b) => new WaitCase.Command(id, version, b.For, b.Reason, b.Until));
        api.Act<NoFields>(CaseAction.Wake, (id, version, _) => new WakeCase.Command(id, version));
        api.Act<ApiDuplicate>(CaseAction.MarkDuplicate, (id, version, b) => new MarkDuplicate.Command(id, version, b.SurvivorNumber, b.Reason));
        api.Act<ApiReason>(CaseAction.UndoMerge, (id, version, b) => new UndoMerge.Command(id, version, b.Reason));
        api.Act<ApiReason>(CaseAction.Withdraw, (id, version, b) => new WithdrawCase.Command(id, version, b.Reason));
        api.Act<NoFields>(ConfirmWithdrawalName, (id, version, _) => new ConfirmWithdrawal.Command(id, version));
        api.Act<ApiReason>(CaseAction.Reopen, (id, version, b) => new ReopenCase.Command(id, version, b.Reason));
    }

    /// <summary>The name under which an action that the lifecycle allows is found; none for filing, which makes a case.</summary>
    public static string? NameOf(CaseAction action, CaseView view) => action switch
    {
        CaseAction.File => null,
        // The merchant asks, the owner confirms.
        CaseAction.Withdraw when !view.Is(Doer.Merchant) => ConfirmWithdrawalName,
        _ => NameOf(action),
    };

    private static string NameOf(CaseAction action) => JsonNamingPolicy.KebabCaseLower.ConvertName(action.ToString());

    private static void Act<T>(this IEndpointRouteBuilder api, CaseAction action, Func<CaseId, Guid, T, Change> make)
        where T : class => api.Act(NameOf(action), make);

    private static void Act<T>(this IEndpointRouteBuilder api, string name, Func<CaseId, Guid, T, Change> make)
        where T : class =>
#pragma warning disable RDG011 // One method for every action: how it is called is worked out at the start, for these alone.
        api.MapPost("/cases/{number}/actions/" + name, async (
                string number, ApiBody<T> body, ApiKey key, ApiVersion version, HttpContext http, IMediator mediator, CaseWords words, ApiProblems problems, CancellationToken ct) =>
            {
                var found = await mediator.Send(new FindCase.Query(number), ct);
                if (!found.Succeeded)
                {
                    return problems.Of(found.Error);
                }

                var done = await mediator.Send(make(found.Value.Id, version.Value, body.Value) with { CommandId = key.Id }, ct);
                return !done.Succeeded ? problems.Of(done.Error)
                    : ApiPreference.WantsMinimal(http) ? await AnswerBrieflyAsync(number, http, mediator, ct)
                    : await AnswerAsync(number, http, mediator, words, ct);
            })
#pragma warning restore RDG011
            .Produces<ApiCaseDetail>().Produces(StatusCodes.Status204NoContent)
            .SaysChange("act-" + name, TokenScopes.Write, isVersioned: true, 404);

    // Reading the case as a whole takes longer than the change; the version is enough to act on it again.
    private static async Task<IResult> AnswerBrieflyAsync(string number, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        ApiPreference.SayMinimal(http);
        if (await mediator.Send(new FindCase.Query(number), ct) is { Succeeded: true } found)
        {
            http.Response.Headers.ETag = ApiVersion.TagOf(found.Value.Version);
        }

        return TypedResults.NoContent();
    }

    // A token that may write but not read learns that it was done, and no more.
    private static async Task<IResult> AnswerAsync(string number, HttpContext http, IMediator mediator, CaseWords words, CancellationToken ct)
    {
        var view = await mediator.Send(new ViewCase.Query(number), ct);
        return view.Succeeded ? ApiCases.Show(view.Value, http, words) : TypedResults.NoContent();
    }
}
