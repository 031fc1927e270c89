using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<Party> parties = [];
    private readonly List<CommunicationEntry> communications = [];
    private readonly List<SubmissionRound> rounds = [];

    /// <summary>The institutions on the case.</summary>
    public IReadOnlyList<Party> Parties => parties;

    /// <summary>What was said with institutions.</summary>
    public IReadOnlyList<CommunicationEntry> Communications => communications;

    /// <summary>What was sent to institutions.</summary>
    public IReadOnlyList<SubmissionRound> Rounds => rounds;

    /// <summary>Puts an institution on the case.</summary>
    public Result<Guid> AddParty(InstitutionId institution, string name, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused;
        }

        if (parties.Find(p => p.InstitutionId == institution) is { } known)
        {
            return known.Id;
        }

        var party = new Party(Id, institution, at);
        parties.Add(party);
        Record(CaseEventKind.PartyAdded, by, at, EventDetails.Of(("institution", name)));
        return party.Id;
    }

    /// <summary>Logs a call, letter, mail, visit or portal message.</summary>
    public Result LogCommunication(LogCommunication.Command entry, string institution, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        communications.Add(CommunicationEntry.Of(Id, entry, by));
        TakeNextFollowUp();
        Record(
            CaseEventKind.CommunicationLogged,
            by,
            at,
            EventDetails.Of(
                ("institution", institution),
                ("medium", entry.Medium),
                ("direction", entry.Direction),
                ("summary", entry.SharedWithMerchant ? entry.Summary : null),
                ("promise", entry.SharedWithMerchant ? entry.Promise : null),
                ("followUp", entry.FollowUpOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))));
        return Result.Ok;
    }

    /// <summary>Says how a promise or follow-up ended.</summary>
    public Result SettleFollowUp(Guid entryId, FollowUpResult result, string institution, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (communications.Find(c => c.Id == entryId && c is { FollowUpAt: not null, FollowUpResult: null }) is not { } entry)
        {
            return new NotFound("FollowUp");
        }

        entry.Settle(result, at);
        TakeNextFollowUp();
        Record(CaseEventKind.FollowUpSettled, by, at, EventDetails.Of(("institution", institution), ("result", result)));
        return Result.Ok;
    }

    /// <summary>Sends every accepted paper to an institution. The first time moves the case on; further institutions may follow.</summary>
    /// <param name="submission">What is sent.</param>
    /// <param name="institution">Name of the institution.</param>
    /// <param name="by">The owner.</param>
    /// <param name="at">Now.</param>
    /// <param name="clock">Stage lengths.</param>
    /// <param name="addressee">What the institution is; none counts as one that cannot lift what an authority ordered.</param>
    /// <param name="letter">The letter that covers the pack which is sent.</param>
    public Result Submit(
        SubmitToInstitution.Command submission, string institution, Actor by, DateTimeOffset at, CaseOptions clock, InstitutionKind? addressee = null,
        Packs.PackLetter? letter = null)
    {
        if (parties.Find(p => p.Id == submission.PartyId) is not { } party)
        {
            return new CaseNotReady(Lack.Institution);
        }

        // Whom not to ask comes before what is still to be collected for it.
        if (submission.Purpose == SubmissionPurpose.Lift && RefusalToAskForLifting(addressee, submission.Concerns ?? []) is { } guard)
        {
            return guard;
        }

        if (LackFor(CaseAction.SubmitToInstitution) is { } lack)
        {
            return lack;
        }

        var details = EventDetails.Of(
            ("institution", institution), ("round", AttemptsAt(party.Id) + 1), ("receipt", submission.Receipt),
            ("facts", submission.Purpose == SubmissionPurpose.Facts ? "yes" : null));
        var further = Status == CaseStatus.BankCommunication;
        Error? refused = further
            ? RefuseUnlessWorkedBy(by, CaseStatus.BankCommunication)
            : Move(CaseAction.SubmitToInstitution, CaseEventKind.SubmittedToInstitution, by, at, clock, details);
        if (refused is not null)
        {
            return refused.AsResult();
        }

        if (further)
        {
            Record(CaseEventKind.SubmittedToInstitution, by, at, details);
        }

        var due = submission.AnswerDueOn is { } date ? Platform.ShanghaiTime.EndOf(date) : (DateTimeOffset?)null;
        var papers = submission.Purpose == SubmissionPurpose.Facts ? [] : evidence.Where(i => i.Status == EvidenceStatus.Accepted).OrderBy(i => i.At).ToList();
        rounds.Add(SubmissionRound.Of(Id, party.Id, rounds.Count + 1, submission, papers, by.Id, at, due, letter));
        party.Submitted(at, due);
        TakeNextFollowUp();
        return Result.Ok;
    }

    /// <summary>How often the papers went to that institution.</summary>
    public int AttemptsAt(Guid partyId) => rounds.Count(r => r.PartyId == partyId);

    /// <summary>Which of the sendings to its institution a round is, from 1.</summary>
    public int AttemptOf(SubmissionRound round) => rounds.Count(r => r.PartyId == round.PartyId && r.Number <= round.Number);

    /// <summary>The sending to the same institution before; none for the first.</summary>
    public SubmissionRound? Before(SubmissionRound round) =>
        rounds.Where(r => r.PartyId == round.PartyId && r.Number < round.Number).MaxBy(r => r.Number);

    /// <summary>Records what an institution answered to its last submission; with a refusal, its reason and what it named as missing.</summary>
    public Result RecordAnswer(
        Guid partyId, InstitutionAnswer answer, string? text, string institution, Actor by, DateTimeOffset at, Refusal? refusal = null)
    {
        if (RefuseUnlessWorkedBy(by, CaseStatus.BankCommunication, CaseStatus.LegalRoute) is { } refused)
        {
            return refused.AsResult();
        }

        if (rounds.Where(r => r.PartyId == partyId).MaxBy(r => r.Number) is not { IsOpen: true } round)
        {
            return new NotFound("Round");
        }

        round.Answered(answer, text, at, refusal);
        parties.Find(p => p.Id == partyId)!.Answered(StateAfter(answer));
        TakeNextFollowUp();
        Record(
            CaseEventKind.InstitutionAnswered,
            by,
            at,
            EventDetails.Of(
                ("institution", institution), ("answer", answer), ("text", text), ("round", AttemptOf(round)),
                ("final", round.IsFinal ? "yes" : null), ("evidence", string.Join('|', round.Missing))));
        return Result.Ok;
    }

    /// <summary>The institution wants more: back to the papers, as a new round; nothing of the earlier rounds is lost.</summary>
    public Result RequestMoreEvidence(
        IReadOnlyList<EvidenceAsk> asks, string institution, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (LackFor(CaseAction.RequestMoreEvidence) is { } lack)
        {
            return lack;
        }

        var details = EventDetails.Of(("institution", institution), ("reason", reason), ("round", EvidenceRound + 1));
        if (Move(CaseAction.RequestMoreEvidence, CaseEventKind.MoreEvidenceRequested, by, at, clock, details) is { } refused)
        {
            return refused;
        }

        StartEvidence(asks, by, at);
        return Result.Ok;
    }

    private static RecordState StateAfter(InstitutionAnswer answer) => answer switch
    {
        InstitutionAnswer.UnderReview or InstitutionAnswer.MoreRequested => RecordState.UnderReview,
        InstitutionAnswer.Lifted => RecordState.Recovered,
        InstitutionAnswer.PartlyLifted => RecordState.PartlyRecovered,
        InstitutionAnswer.Refused => RecordState.Rejected,
        InstitutionAnswer.Silent => RecordState.Expired,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    private void TakeNextFollowUp()
    {
        var promises = communications.Where(c => c is { FollowUpAt: not null, FollowUpResult: null }).Select(c => c.FollowUpAt);
        var answers = parties.Select(p => p.AnswerDueAt);
        FollowUpAt = promises.Concat(answers).Append(RouteDueAt).Min();
        Reclock();
    }
}
