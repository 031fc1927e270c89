using PosCases.Cases.Evidence;
using PosCases.Cases.Packs;

namespace PosCases.Cases.Communication;

/// <summary>What an institution answered to a submission.</summary>
public enum InstitutionAnswer
{
    /// <summary>It looks into it.</summary>
    UnderReview,

    /// <summary>Lifted.</summary>
    Lifted,

    /// <summary>Lifted in part.</summary>
    PartlyLifted,

    /// <summary>It wants more papers.</summary>
    MoreRequested,

    /// <summary>It refuses.</summary>
    Refused,

    /// <summary>It did not answer in time.</summary>
    Silent,
}

/// <summary>What is wanted of an institution.</summary>
public enum SubmissionPurpose
{
    /// <summary>请求解除: to lift or ease what it imposed.</summary>
    Lift,

    /// <summary>询问情况: facts only, e.g. the state of the account, the document number, the unit that ordered the measure.</summary>
    Facts,
}

/// <summary>One sending of papers to an institution: exactly what was sent, when, how, and what came back. Never changed after.</summary>
public sealed class SubmissionRound
{
    private readonly List<SubmittedPaper> papers = [];

    private SubmissionRound()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The institution's thread.</summary>
    public Guid PartyId { get; private init; }

    /// <summary>Counts the case's rounds from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Sent at.</summary>
    public DateTimeOffset SentAt { get; private init; }

    /// <summary>How it was sent.</summary>
    public Medium Medium { get; private init; }

    /// <summary>Receipt or tracking number.</summary>
    public string? Receipt { get; private init; }

    /// <summary>The covering words as they were sent.</summary>
    public string CoverNote { get; private init; } = "";

    /// <summary>What was wanted.</summary>
    public SubmissionPurpose Purpose { get; private init; }

    /// <summary>The measures that it was about; none where they were not named.</summary>
    public IReadOnlyList<Guid>? Concerns { get; private init; }

    /// <summary>The pack that was sent; none where papers went out by themselves.</summary>
    public Guid? PackId { get; private init; }

    /// <summary>The letter that covered the pack, as it was sent; none where words did.</summary>
    public PackLetter? Letter { get; private init; }

    /// <summary>Sent by.</summary>
    public Guid ById { get; private init; }

    /// <summary>The papers that were sent.</summary>
    public IReadOnlyList<SubmittedPaper> Papers => papers;

    /// <summary>The last answer.</summary>
    public InstitutionAnswer? Answer { get; private set; }

    /// <summary>The answer in the institution's words.</summary>
    public string? AnswerText { get; private set; }

    /// <summary>Answered at.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the answer was due, where a date was given.</summary>
    public DateTimeOffset? AnswerDueAt { get; private init; }

    /// <summary>Why it refused: a code of <see cref="Communication.RefusalReason"/>.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>Kinds of papers that it named as missing.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>Whether it said that this is its last word.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>The next route that was told to the merchant after a final refusal, RT1 to RT15.</summary>
    public string? NextRoute { get; private set; }

    /// <summary>Whether the institution still owes a final answer.</summary>
    public bool IsOpen => Answer is null or InstitutionAnswer.UnderReview;

    internal static SubmissionRound Of(
        CaseId caseId, Guid party, int number, SubmitToInstitution.Command submission, IEnumerable<EvidenceItem> items, Guid by, DateTimeOffset at,
        DateTimeOffset? answerDueAt = null, PackLetter? letter = null)
    {
        var round = new SubmissionRound
        {
            Id = Guid.NewGuid(),
            CaseId = caseId,
            PartyId = party,
            Number = number,
            SentAt = at,
            Medium = submission.Medium,
            Receipt = submission.Receipt,
            CoverNote = submission.CoverNote,
            Purpose = submission.Purpose,
            Concerns = submission.Concerns,
            PackId = submission.PackId,
            Letter = letter,
            ById = by,
            AnswerDueAt = answerDueAt,
        };
        round.papers.AddRange(items.Select((item, index) => SubmittedPaper.Of(round.Id, index + 1, item)));
        return round;
    }

    internal void Answered(InstitutionAnswer answer, string? text, DateTimeOffset at, Refusal? refusal = null)
    {
        if (answer == InstitutionAnswer.Refused)
        {
            (RefusalReason, IsFinal, NextRoute) = (refusal?.Reason ?? Communication.RefusalReason.NotStated, refusal?.IsFinal ?? false, refusal?.NextRoute);
        }

        Missing = answer is InstitutionAnswer.Refused or InstitutionAnswer.MoreRequested ? [.. refusal?.Missing ?? []] : [];
        Answer = answer;
        AnswerText = text;
        AnsweredAt = at;
    }
}

/// <summary>A paper as it was sent: copied, so that later judging cannot change what went out.</summary>
public sealed class SubmittedPaper
{
    private SubmittedPaper()
    {
    }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private init; }

    /// <summary>Number in the index, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The paper.</summary>
    public EvidenceItemId ItemId { get; private init; }

    /// <summary>Kind.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Label.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>Hash of the bytes that were sent.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Forgets what the sender called it.</summary>
    internal void ForgetName() => FileName = EvidenceItem.NoName;

    internal static SubmittedPaper Of(Guid round, int number, EvidenceItem item) => new()
    {
        RoundId = round,
        Number = number,
        ItemId = item.Id,
        Code = item.Code,
        FileName = item.FileName,
        Size = item.Size,
        Sha256 = item.Sha256,
    };
}
