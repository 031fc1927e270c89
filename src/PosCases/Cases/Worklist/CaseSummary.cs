using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Resolution;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>
/// The five answers that open every view of a case (who, why, since when, what next and who has the ball, by when) and what a
/// row of a list shows. One projection for lists and pages, so that two screens cannot disagree.
/// </summary>
public sealed record CaseSummary
{
    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>Running number.</summary>
    public required long Serial { get; init; }

    /// <summary>Version of the stored state.</summary>
    public required Guid Version { get; init; }

    /// <summary>The merchant.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Name of the merchant.</summary>
    public required string MerchantName { get; init; }

    /// <summary>Kind of the merchant.</summary>
    public required MerchantKind MerchantKind { get; init; }

    /// <summary>Work status.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Where a waiting or reviewed case goes back to.</summary>
    public required CaseStatus? ResumeStatus { get; init; }

    /// <summary>Outcome.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>How urgent.</summary>
    public required Priority Priority { get; init; }

    /// <summary>Where it stands when the most urgent comes first; smaller comes first.</summary>
    public long WorkOrder { get; init; }

    /// <summary>Words that the desk keeps it under; the desk's alone.</summary>
    public IReadOnlyList<string> Tags => TagLine.Length == 0 ? [] : TagLine.Split('\n');

    /// <summary>The tags in order, a line each.</summary>
    public string TagLine { get; init; } = "";

    /// <summary>Where the merchant is.</summary>
    public string? Region { get; init; }

    /// <summary>Owner.</summary>
    public required Guid? OwnerId { get; init; }

    /// <summary>Name of the owner.</summary>
    public required string? OwnerName { get; init; }

    /// <summary>Who proposed the outcome under review.</summary>
    public Guid? ProposedById { get; init; }

    /// <summary>What was imposed.</summary>
    public required MeasureKind Measure { get; init; }

    /// <summary>Who imposed it.</summary>
    public required ImposedBy ImposedBy { get; init; }

    /// <summary>The institution that imposed it: from the directory, or in words.</summary>
    public required string? InstitutionName { get; init; }

    /// <summary>Whether the institution confirmed the measure; otherwise it is what the merchant said.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The cause, the one classified last; none while unknown.</summary>
    public required string? Cause { get; init; }

    /// <summary>In force since.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>Amount at stake in yuan.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>Still frozen in yuan: by the ledger, until then the amount at stake.</summary>
    public required decimal? Remaining { get; init; }

    /// <summary>When an official channel was last asked.</summary>
    public required DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whether only named people see it.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Handed in at.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Closed at.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When a breach that nobody took note of went to the supervisors.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>What the next step follows from.</summary>
    public required CaseFacts Facts { get; init; }

    /// <summary>What happens next, who has the ball, by when.</summary>
    public NextStep Next => NextStep.Of(Facts);

    /// <summary>Whether somebody should have acted by now, be it on the next step or on a follow-up beside it.</summary>
    public bool IsOverdue => Status != CaseStatus.Closed && Facts.DueAt < Facts.Now;

    /// <summary>For whom it was read; none where nobody in particular reads.</summary>
    public Actor? Reader { get; init; }

    /// <summary>Whether the reader may give it to somebody.</summary>
    public bool MayBeAssigned => Is(Doer.Supervisor) && ClosedAt is null;

    private IReadOnlySet<Doer> Relations =>
        Reader is { } reader ? CaseLifecycle.RelationsOf(reader, MerchantId.Value, OwnerId, ProposedById) : new HashSet<Doer>();

    /// <summary>Whether the lifecycle has this action for the reader, as the case stands.</summary>
    public bool Allows(CaseAction action) => CaseLifecycle.AllowedTo(Relations, Status).Contains(action);

    /// <summary>Whether the reader stands in this relation to the case.</summary>
    public bool Is(Doer doer) => Relations.Contains(doer);
}

internal static class CaseSummaries
{
    /// <summary>Projects cases to summaries, as of a moment.</summary>
    public static IQueryable<CaseSummary> ToSummaries(this IQueryable<Case> cases, AppDb db, DateTimeOffset now)
    {
        var merchants = db.Set<Merchant>();
        var institutions = db.Set<Institution>();
        var people = db.Set<Person>();
        return
            from c in cases
            join merchant in merchants on c.MerchantId equals merchant.Id
            select new CaseSummary
            {
                Id = c.Id,
                Number = c.Number,
                Serial = c.Serial,
                Version = c.Version,
                MerchantId = c.MerchantId,
                MerchantName = merchant.Name,
                MerchantKind = merchant.Kind,
                Status = c.Status,
                ResumeStatus = c.ResumeStatus,
                Outcome = c.Outcome,
                Priority = c.Priority,
                WorkOrder = c.WorkOrder,
                Region = merchant.Region,
                OwnerId = c.OwnerId,
                OwnerName = people.Where(p => p.Id == c.OwnerId).Select(p => p.DisplayName).FirstOrDefault(),
                ProposedById = c.ProposedById,
                Measure = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.Kind).FirstOrDefault(),
                ImposedBy = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.ImposedBy).FirstOrDefault(),
                InstitutionName = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.InstitutionId == null
                    ? m.InstitutionName
                    : institutions.Where(i => i.Id == m.InstitutionId).Select(i => i.Name).FirstOrDefault()).FirstOrDefault(),
                IsConfirmed = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.IsConfirmed).FirstOrDefault(),
                Cause = c.Causes.Where(k => k.RemovedAt == null).OrderByDescending(k => k.AddedAt).Select(k => k.Code).FirstOrDefault(),
                Since = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.Since).FirstOrDefault(),
                Amount = c.Amount,
                Remaining = c.Ledger.Any(e => e.Kind == LedgerKind.Frozen)
                    ? c.Ledger.Sum(e => e.Kind == LedgerKind.Frozen ? e.Amount : -e.Amount)
                    : c.Amount,
                AskedAt = c.Checks.Max(k => (DateTimeOffset?)k.At),
                IsRestricted = c.IsRestricted,
                FiledAt = c.FiledAt,
                UpdatedAt = c.UpdatedAt,
                ClosedAt = c.ClosedAt,
                EscalatedAt = c.EscalatedAt,
                Facts = new CaseFacts
                {
                    Status = c.Status,
                    DueAt = c.DueAt,
                    StageDueAt = c.StageDueAt,
                    FollowUpAt = c.FollowUpAt,
                    ReliefDueAt = c.ReliefDueAt,
                    DeadlineAt = c.DeadlineAt,
                    WaitUntil = c.WaitUntil,
                    RenewalDueAt = c.RenewalDueAt,
                    WaitFor = c.WaitFor,
                    WithdrawalRequested = c.WithdrawalReason != null,
                    IsRated = c.RatedAt != null,
                    Missing = c.Requirements.Count(r =>
                        r.Level != RequirementLevel.Optional && r.WaivedAt == null
                        && !r.Items.Any(i => i.Status == EvidenceStatus.Accepted || i.Status == EvidenceStatus.Submitted)),
                    ToJudge = c.Evidence.Count(i => i.Status == EvidenceStatus.Submitted),
                    OpenRounds = c.Rounds.Count(r => r.Answer == null || r.Answer == InstitutionAnswer.UnderReview),
                    WorksAgain = c.WorksAgainAt != null,
                    RecheckDue = c.Rechecks.Any(r => r.AskedAt != null && r.AnsweredAt == null),
                    OpenFilings = c.Filings.Count(f => f.Result == null && f.WithdrawnAt == null),
                    Now = now,
                },
            };
    }
}
