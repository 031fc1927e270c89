using PosCases.Cases.Communication;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Cases.Relief;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Playbooks;
using PosCases.Remedies;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Measures;

/// <summary>Who ordered a measure is one question with one answer, wherever it is asked.</summary>
public sealed class MeasureAuthorityTests
{
    private static readonly MeasureKind[] ByAuthority =
        [MeasureKind.JudicialFreeze, MeasureKind.EmergencyStopPayment, MeasureKind.AmlTempFreeze, MeasureKind.SanctionList];

    private static readonly ImposedBy[] Judicial = [ImposedBy.Police, ImposedBy.Procuratorate, ImposedBy.Court, ImposedBy.Supervision];

    public static TheoryData<MeasureKind, ImposedBy> Every =>
        [.. from kind in Enum.GetValues<MeasureKind>() from imposer in Enum.GetValues<ImposedBy>() select new TheoryDataRow<MeasureKind, ImposedBy>(kind, imposer)];

    [Theory]
    [MemberData(nameof(Every))]
    public void Plan_release_submission_and_screens_agree_who_ordered_it(MeasureKind kind, ImposedBy by)
    {
        var ordered = ByAuthority.Contains(kind) || Judicial.Contains(by) || by == ImposedBy.Regulator;
        var made = Stage.Collected();
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, new MeasureRecord { Kind = kind, ImposedBy = by, Institution = Stage.Bank }, Li, Now));

        var planned = PlanFacts.Of(made, MerchantKind.Company).Holding;
        var relief = made.AskRelief(null, made.Parties[0].Id, new ReliefTerms { Amount = 1m }, new(null, Now, null), ("Bank", InstitutionKind.Bank), Li, Now);
        var sent = made.Submit(new(made.Id, made.Version, made.Parties[0].Id, Medium.Letter, null, "please", null), "Bank", Li, Now, Clock, InstitutionKind.Bank);

        Assert.Equal(ordered, made.Measures[0].IsOrderedByAuthority);
        Assert.Equal(ordered, planned.Contains(PlanPredicate.OnlyAuthorityMeasures));
        Assert.Equal(ordered, relief.Error is OnlyAuthorityMayLift);
        Assert.Equal(ordered, sent.Error is OnlyAuthorityMayLift);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Plan_and_remedies_agree_what_only_a_judicial_organ_lifts(MeasureKind kind, ImposedBy by)
    {
        var judicial = kind == MeasureKind.JudicialFreeze || (Judicial.Contains(by) && !ByAuthority.Contains(kind));
        var made = Stage.Verification();
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, new MeasureRecord { Kind = kind, ImposedBy = by }, Li, Now));

        Assert.Equal(judicial, PlanFacts.Of(made, MerchantKind.Company).Holding.Contains(PlanPredicate.JudicialMeasure));
        Assert.Equal(judicial || kind == MeasureKind.EmergencyStopPayment, MeasureHolders.Of(kind, by, null) == MeasureHolder.Judicial);
    }
}
