using PosCases.Cases;
using PosCases.Cases.Causes;
using PosCases.Cases.Communication;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Merchants;

namespace PosCases.Playbooks;

/// <summary>What a case's plan depends on.</summary>
public sealed record PlanFacts
{
    /// <summary>Causes that stand, first added first.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Kinds of the measures in force.</summary>
    public IReadOnlyList<MeasureKind> Measures { get; init; } = [];

    /// <summary>What holds.</summary>
    public IReadOnlySet<PlanPredicate> Holding { get; init; } = new HashSet<PlanPredicate>();

    /// <summary>Answered questions: code of the step, code of the answer.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the notice is confirmed as genuine: from then on the causes' whole plans are wanted.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether the notice was judged a scam.</summary>
    public bool IsFake { get; init; }

    /// <summary>Whether a legal route is, or was, open.</summary>
    public bool IsLegal { get; init; }

    /// <summary>Whether all of these hold, and none of those.</summary>
    public bool Allow(IReadOnlyList<PlanPredicate> when, IReadOnlyList<PlanPredicate> unless) =>
        when.All(Holding.Contains) && !unless.Any(Holding.Contains);

    /// <summary>Reads them off a case; measures, causes, parties, rounds, steps, playbooks must be loaded.</summary>
    public static PlanFacts Of(Case found, MerchantKind kind)
    {
        List<Measure> inForce = [.. found.Measures.Where(m => m.LiftedAt is null)];
        List<string> causes = [.. found.Causes.Where(c => c.RemovedAt is null).OrderBy(c => c.AddedAt).Select(c => c.Code)];
        var answered = found.Steps.Where(s => s.Answer is not null).ToDictionary(s => s.Code, s => s, StringComparer.Ordinal);
        HashSet<PlanPredicate> holding = [.. MeasuresIn(inForce), .. CausesIn(causes), .. StoryOf(found)];
        holding.UnionWith(answered.Values.SelectMany(s => s.Decision?.Find(s.Answer)?.Asserts ?? []));
        holding.Add(kind == MerchantKind.Company ? PlanPredicate.Company : PlanPredicate.NaturalPersonOrMicro);
        return new PlanFacts
        {
            Causes = causes,
            Measures = [.. inForce.Select(m => m.Kind).Distinct()],
            Holding = holding,
            Answers = answered.ToDictionary(a => a.Key, a => a.Value.Answer!, StringComparer.Ordinal),
            IsConfirmed = found.EvidenceRound > 0,
            IsFake = found.Verdict == Authenticity.Fake,
            IsLegal = found.Status == CaseStatus.LegalRoute || found.ResumeStatus == CaseStatus.LegalRoute,
        };
    }

    private static IEnumerable<PlanPredicate> MeasuresIn(IReadOnlyList<Measure> measures)
    {
        var known = measures.Where(m => m.Kind != MeasureKind.Unknown || m.ImposedBy != ImposedBy.Unknown).ToList();
        var own = known.Where(m => !m.IsOrderedByAuthority).ToList();
        if (known.Exists(m => m.Kind == MeasureKind.EmergencyStopPayment))
        {
            yield return PlanPredicate.EmergencyStop;
        }

        if (known.Exists(m => MeasureAuthority.IsJudicial(m.Kind, m.ImposedBy)))
        {
            yield return PlanPredicate.JudicialMeasure;
        }

        if (known.Exists(m => m.ImposedBy == ImposedBy.Police))
        {
            yield return PlanPredicate.PoliceMeasure;
        }

        if (known.Count > 0 && known.TrueForAll(m => MeasureAuthority.IsByProcedure(m.Kind, m.ImposedBy)))
        {
            yield return PlanPredicate.OnlyJudicialMeasures;
        }

        if (known.Count > 0 && own.Count == 0)
        {
            yield return PlanPredicate.OnlyAuthorityMeasures;
        }

        if (own.Exists(m => IsByBank(m.Kind, m.ImposedBy)))
        {
            yield return PlanPredicate.BankMeasure;
        }

        if (own.Exists(m => !IsByBank(m.Kind, m.ImposedBy)))
        {
            yield return PlanPredicate.AcquirerMeasure;
        }

        if (own.Exists(m => Names(m.Basis, CauseLibrary.AntiFraudWords)))
        {
            yield return PlanPredicate.AntiFraudMeasure;
        }

        if (known.Exists(m => m.Kind == MeasureKind.AmlTempFreeze) || own.Exists(m => Names(m.Basis, CauseLibrary.MoneyLaunderingWords)))
        {
            yield return PlanPredicate.AmlMeasure;
        }

        if (measures.Any(m => m.Amount is > 0))
        {
            yield return PlanPredicate.MoneyHeld;
        }
    }

    private static bool IsByBank(MeasureKind kind, ImposedBy by) =>
        by == ImposedBy.Bank || (kind == MeasureKind.AccountControl && by is ImposedBy.Unknown or ImposedBy.Other);

    private static bool Names(string? text, IReadOnlyList<string> words) =>
        text is not null && words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<PlanPredicate> CausesIn(IReadOnlyList<string> causes)
    {
        if (causes.Any(c => CauseLibrary.Find(c)?.Group == "MISLABEL"))
        {
            yield return PlanPredicate.InstitutionError;
        }

        if (causes.Contains("ANTI_FRAUD_CONTROL"))
        {
            yield return PlanPredicate.AntiFraudMeasure;
        }

        if (causes.Contains(CauseCode.Unknown))
        {
            yield return PlanPredicate.NoReasonGiven;
        }
    }

    private static IEnumerable<PlanPredicate> StoryOf(Case found)
    {
        if (found.Told.Reason == ReasonGiven.NoReason && !found.Causes.Any(c => c is { RemovedAt: null, Source: CauseSource.Institution }))
        {
            yield return PlanPredicate.NoReasonGiven;
        }

        if (found.Told.ToldBy == NoticeChannel.NoNotice)
        {
            yield return PlanPredicate.NotTold;
        }

        if (found.Told.Demands.Count > 0)
        {
            yield return PlanPredicate.DemandsMade;
        }

        if (found.Verdict == Authenticity.Fake)
        {
            yield return PlanPredicate.FakeNotice;
        }

        if (found.Rounds.Any(r => r.Answer == InstitutionAnswer.Refused))
        {
            yield return PlanPredicate.RefusedOnce;
        }

        if (found.Parties.Count > 1)
        {
            yield return PlanPredicate.SeveralInstitutions;
        }
    }
}
