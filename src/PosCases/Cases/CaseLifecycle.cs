using System.Collections.Frozen;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>In what relation somebody must stand to a case in order to act on it.</summary>
public enum Doer
{
    /// <summary>A user of the case's merchant.</summary>
    Merchant,

    /// <summary>Any agent or supervisor.</summary>
    Desk,

    /// <summary>The agent or supervisor who owns the case.</summary>
    Owner,

    /// <summary>Any supervisor.</summary>
    Supervisor,

    /// <summary>A supervisor who did not propose the outcome under review.</summary>
    Reviewer,

    /// <summary>The system's own jobs.</summary>
    System,
}

/// <summary>One row of the lifecycle.</summary>
/// <param name="From">Status before.</param>
/// <param name="Action">What is done.</param>
/// <param name="To">Status after; none means "back to where it came from".</param>
/// <param name="Who">Who may, any of them.</param>
/// <param name="Guard">What must hold beside, in words; the verbs of <see cref="Case"/> check it.</param>
public sealed record CaseMove(CaseStatus From, CaseAction Action, CaseStatus? To, IReadOnlyList<Doer> Who, string Guard);

/// <summary>
/// The table that decides which action exists in which status and for whom. The screens ask it, the verbs obey it, the
/// authorization tests and docs/lifecycle.md are generated from it.
/// </summary>
public static class CaseLifecycle
{
    private static readonly CaseStatus[] Worked =
        [CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<CaseMove> Moves { get; } =
    [
        new(CaseStatus.Draft, CaseAction.File, CaseStatus.Filed, [Doer.Merchant, Doer.Desk], "freeze record complete enough to act on"),
        new(CaseStatus.Filed, CaseAction.StartVerification, CaseStatus.Verification, [Doer.Desk], "the actor becomes the owner"),
        new(CaseStatus.Verification, CaseAction.ConfirmGenuine, CaseStatus.EvidenceCollection, [Doer.Owner],
            "verdict genuine, cause classified; the playbook version is pinned"),
        new(CaseStatus.Verification, CaseAction.ConfirmFake, CaseStatus.Resolution, [Doer.Owner],
            "verdict fake with red flags, call-back by an official channel recorded"),
        new(CaseStatus.Verification, CaseAction.ConfirmNotAFreeze, CaseStatus.Resolution, [Doer.Owner], "verdict other than fake; an official channel confirmed that nothing is frozen"),
        new(CaseStatus.EvidenceCollection, CaseAction.SubmitToInstitution, CaseStatus.BankCommunication, [Doer.Owner],
            "every required item accepted, or waived by a supervisor with a reason"),
        new(CaseStatus.BankCommunication, CaseAction.RequestMoreEvidence, CaseStatus.EvidenceCollection, [Doer.Owner], "starts a new round"),
        new(CaseStatus.BankCommunication, CaseAction.ProposeResolution, CaseStatus.Resolution, [Doer.Owner], "outcome, proof, ledger balanced"),
        new(CaseStatus.LegalRoute, CaseAction.ProposeResolution, CaseStatus.Resolution, [Doer.Owner], "outcome, proof, ledger balanced"),
        new(CaseStatus.Resolution, CaseAction.Approve, CaseStatus.Closed, [Doer.Reviewer], "mandatory steps done or explained"),
        new(CaseStatus.Resolution, CaseAction.Return, null, [Doer.Reviewer], "reason"),
        new(CaseStatus.BankCommunication, CaseAction.TakeLegalRoute, CaseStatus.LegalRoute, [Doer.Supervisor], "reason and route"),
        new(CaseStatus.Closed, CaseAction.TakeLegalRoute, CaseStatus.LegalRoute, [Doer.Supervisor], "closed as refused; reason and route"),
        .. Worked.Select(status => new CaseMove(status, CaseAction.Wait, CaseStatus.Waiting, [Doer.Owner], "reason, date, what is expected")),
        new(CaseStatus.Waiting, CaseAction.Wake, null, [Doer.Owner, Doer.System], "the job wakes it at its date"),
        new(CaseStatus.Filed, CaseAction.MarkDuplicate, CaseStatus.Closed, [Doer.Desk], "the surviving case is linked"),
        new(CaseStatus.Verification, CaseAction.MarkDuplicate, CaseStatus.Closed, [Doer.Owner], "the surviving case is linked"),
        new(CaseStatus.Filed, CaseAction.Withdraw, CaseStatus.Closed, [Doer.Merchant], "reason"),
        .. Worked.Concat([CaseStatus.Resolution, CaseStatus.Waiting])
            .Select(status => new CaseMove(status, CaseAction.Withdraw, CaseStatus.Closed, [Doer.Owner], "the merchant asked for it")),
        new(CaseStatus.Closed, CaseAction.Reopen, CaseStatus.Verification, [Doer.Supervisor], "reason"),
        new(CaseStatus.Closed, CaseAction.UndoMerge, null, [Doer.Supervisor], "merged into another case, and nobody did anything to either since"),
    ];

    private static readonly FrozenDictionary<(CaseStatus From, CaseAction Action), CaseMove> Table =
        Moves.ToFrozenDictionary(move => (move.From, move.Action));

    /// <summary>The row for an action in a status, or none when it does not exist there.</summary>
    public static CaseMove? Find(CaseStatus from, CaseAction action) => Table.GetValueOrDefault((from, action));

    /// <summary>The actions that exist for somebody in these relations to a case in this status.</summary>
    public static IReadOnlyList<CaseAction> AllowedTo(IReadOnlySet<Doer> relations, CaseStatus from) =>
        [.. Moves.Where(move => move.From == from && move.Who.Any(relations.Contains)).Select(move => move.Action)];

    /// <summary>In which relations an actor stands to a case.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="merchant">The case's merchant.</param>
    /// <param name="owner">The case's owner, if it has one.</param>
    /// <param name="proposer">Who proposed the outcome under review, if there is one.</param>
    public static IReadOnlySet<Doer> RelationsOf(Actor actor, Guid merchant, Guid? owner, Guid? proposer)
    {
        HashSet<Doer> relations = [];
        switch (actor.Role)
        {
            case Role.MerchantOwner or Role.MerchantStaff when actor.Merchant == merchant:
                relations.Add(Doer.Merchant);
                break;
            case Role.Agent or Role.Supervisor:
                relations.Add(Doer.Desk);
                if (owner == actor.Id)
                {
                    relations.Add(Doer.Owner);
                }

                if (actor.Role == Role.Supervisor)
                {
                    relations.Add(Doer.Supervisor);
                    if (proposer != actor.Id)
                    {
                        relations.Add(Doer.Reviewer);
                    }
                }

                break;
            case Role.System:
                relations.Add(Doer.System);
                break;
            default:
                break;
        }

        return relations;
    }
}
