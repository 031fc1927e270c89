using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Data;

namespace PosCases.Playbooks;

/// <summary>Reads off a case which work is recorded in it.</summary>
internal static class CaseWork
{
    /// <summary>What is recorded; checks, causes, parties, communications, rounds and reliefs must be loaded.</summary>
    public static async Task<IReadOnlySet<RecordedWork>> ReadAsync(AppDb db, Case found, CancellationToken ct)
    {
        List<InstitutionId> asked =
        [
            .. found.Checks.Where(c => c.Answer != CheckAnswer.NotReached).Select(c => c.InstitutionId),
            .. found.Parties.Where(p => found.Communications.Any(c => c.PartyId == p.Id)).Select(p => p.InstitutionId),
        ];
        var kinds = asked.Count == 0 ? [] : await db.Set<Institution>().Where(i => asked.Contains(i.Id)).Select(i => i.Kind).Distinct().ToListAsync(ct);
        return Of(found, kinds).ToHashSet();
    }

    private static IEnumerable<RecordedWork> Of(Case found, IReadOnlyList<InstitutionKind> asked)
    {
        if (found.Verdict is Authenticity.Genuine or Authenticity.Fake)
        {
            yield return RecordedWork.NoticeJudged;
        }

        if (asked.Any(k => k is InstitutionKind.Acquirer or InstitutionKind.PaymentInstitution or InstitutionKind.ClearingOrganisation or InstitutionKind.ServiceProvider))
        {
            yield return RecordedWork.ProviderAsked;
        }

        if (asked.Contains(InstitutionKind.Bank))
        {
            yield return RecordedWork.BankAsked;
        }

        if (found.Causes.Any(c => c is { RemovedAt: null, Source: CauseSource.Institution } && c.Code != CauseCode.Unknown))
        {
            yield return RecordedWork.ReasonRecorded;
        }

        if (found.Rounds.Any(r => r.Purpose == SubmissionPurpose.Lift))
        {
            yield return RecordedWork.ReviewAsked;
        }

        if (found.Reliefs.Count > 0)
        {
            yield return RecordedWork.ReliefAsked;
        }
    }
}
