using PosCases.Cases.Filing;
using PosCases.Cases.Routes;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Remedies;

namespace PosCases.UnitTests.Remedies;

/// <summary>Which route fits whom: every imposer, every kind of merchant, every order that matters.</summary>
public sealed class RouteAdvisorTests
{
    private const string Fits = "RT1 RT2 RT3 RT4 RT5 RT6 RT7 RT8 RT9 RT10 RT11 RT12 RT13 RT14 RT15";

    private static readonly MeasureFact PoliceFreeze = new(MeasureKind.JudicialFreeze, ImposedBy.Police, InstitutionKind.Police, false);
    private static readonly MeasureFact BankControl = new(MeasureKind.AccountControl, ImposedBy.Bank, InstitutionKind.Bank, false);
    private static readonly MeasureFact InstitutionDelay = new(MeasureKind.SettlementDelay, ImposedBy.PaymentInstitution, InstitutionKind.PaymentInstitution, false);

    // Kind, imposer, what the directory knows of it → routes that are open (those with a note count), routes that are not yet; all others do not apply.
    public static TheoryData<MeasureKind, ImposedBy, InstitutionKind?, string, string> Imposers => new()
    {
        { MeasureKind.SettlementDelay, ImposedBy.PaymentInstitution, InstitutionKind.PaymentInstitution, "RT1 RT2 RT3 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.SettlementDelay, ImposedBy.Acquirer, InstitutionKind.PaymentInstitution, "RT1 RT2 RT3 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.SettlementDelay, ImposedBy.Acquirer, null, "RT1 RT2 RT3 RT4 RT5 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.SettlementDelay, ImposedBy.Acquirer, InstitutionKind.Acquirer, "RT1 RT2 RT3 RT4 RT5 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.SettlementDelay, ImposedBy.Acquirer, InstitutionKind.Bank, "RT2 RT3 RT4 RT5 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.AccountControl, ImposedBy.Bank, InstitutionKind.Bank, "RT2 RT3 RT4 RT5 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.AccountControl, ImposedBy.Bank, null, "RT2 RT3 RT4 RT5 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.TerminalRevoked, ImposedBy.PaymentInstitution, null, "RT1 RT3 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.PayoutFailed, ImposedBy.PaymentInstitution, null, "RT1 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.Unknown, ImposedBy.PaymentInstitution, null, "RT1 RT2 RT3 RT7 RT8 RT9 RT10 RT14 RT15", "" },
        { MeasureKind.AcceptanceSuspended, ImposedBy.ClearingOrganisation, InstitutionKind.ClearingOrganisation, "RT1 RT8 RT9 RT10", "" },
        { MeasureKind.JudicialFreeze, ImposedBy.Police, InstitutionKind.Police, "RT10 RT11", "" },
        { MeasureKind.JudicialFreeze, ImposedBy.Court, InstitutionKind.Court, "RT10 RT11", "" },
        { MeasureKind.JudicialFreeze, ImposedBy.Procuratorate, null, "RT10 RT11", "" },
        { MeasureKind.JudicialFreeze, ImposedBy.Bank, InstitutionKind.Bank, "RT10 RT11", "" },
        { MeasureKind.JudicialFreeze, ImposedBy.Unknown, null, "RT10 RT11", "" },
        { MeasureKind.EmergencyStopPayment, ImposedBy.Bank, InstitutionKind.Bank, "RT10 RT11", "" },
        { MeasureKind.AccountControl, ImposedBy.Police, InstitutionKind.Police, "RT10 RT11", "" },
        { MeasureKind.TerminalRevoked, ImposedBy.Regulator, InstitutionKind.Regulator, "RT10 RT12 RT13", "" },
        { MeasureKind.AmlTempFreeze, ImposedBy.Bank, InstitutionKind.Bank, "RT10 RT12 RT13", "" },
        { MeasureKind.SanctionList, ImposedBy.Police, InstitutionKind.Police, "RT2 RT10 RT12 RT13", "" },
        { MeasureKind.SanctionList, ImposedBy.Regulator, InstitutionKind.Regulator, "RT10 RT12 RT13", "" },
        { MeasureKind.Unknown, ImposedBy.Unknown, null, "RT9 RT10", "RT1 RT2 RT3 RT4 RT5 RT6 RT7 RT8 RT11 RT12 RT13 RT14 RT15" },
        { MeasureKind.AccountControl, ImposedBy.Other, null, "RT9 RT10", "RT1 RT2 RT3 RT4 RT5 RT6 RT7 RT8 RT11 RT12 RT13 RT14 RT15" },
    };

    [Theory]
    [MemberData(nameof(Imposers))]
    public void Who_imposed_what_decides_which_routes_a_company_has(MeasureKind kind, ImposedBy by, InstitutionKind? institution, string open, string notYet)
    {
        var advice = Advise(MerchantKind.Company, [new(kind, by, institution, false)]);

        Assert.Equal(open, Codes(advice, RouteFit.Fits, RouteFit.FitsWithWarning));
        Assert.Equal(notYet, Codes(advice, RouteFit.NotYet));
        Assert.All(advice, a => Assert.NotEmpty(a.Reasons));
    }

    [Fact]
    public void Every_imposer_with_every_measure_gets_an_answer_for_every_route_and_never_a_complaint_against_a_freeze_of_police_or_court()
    {
        var all =
            from kind in Enum.GetValues<MeasureKind>()
            from imposer in Enum.GetValues<ImposedBy>()
            from institution in Enum.GetValues<InstitutionKind>().Select(k => (InstitutionKind?)k).Append(null)
            from merchant in Enum.GetValues<MerchantKind>()
            let measure = new MeasureFact(kind, imposer, institution, false)
            select (measure, advice: Advise(merchant, [measure]));

        Assert.All(all, it =>
        {
            Assert.Equal(Fits, string.Join(' ', it.advice.Select(a => a.Route.Code)));
            if (it.measure.Holder == MeasureHolder.Judicial)
            {
                Assert.All(it.advice.Take(8).Concat(it.advice.Skip(11)), a => Assert.Equal(RouteFit.NotForThis, a.Fit));
            }
            else
            {
                Assert.NotEqual(RouteFit.FitsWithWarning, Of(it.advice, "RT11").Fit);
            }
        });
    }

    [Theory]
    [InlineData(MerchantKind.Company, RouteFit.NotForThis, RouteReasonKind.ClosedToMerchant)]
    [InlineData(MerchantKind.IndividualBusiness, RouteFit.FitsWithWarning, RouteReasonKind.UncertainForMerchant)]
    [InlineData(MerchantKind.Micro, RouteFit.Fits, RouteReasonKind.FitsMeasure)]
    public void The_central_banks_consumer_line_is_for_natural_persons(MerchantKind merchant, RouteFit fit, RouteReasonKind why)
    {
        var advice = Of(Advise(merchant, [InstitutionDelay], Filed("RT1", RouteResult.Refused)), "RT6");

        Assert.Equal(fit, advice.Fit);
        Assert.Equal(why, advice.Reasons[0].Kind);
        Assert.True(fit == RouteFit.Fits || advice.Reasons[0].Rules.Contains("PBOC2020-5"));
    }

    [Fact]
    public void The_central_bank_is_usually_asked_after_the_institution_and_open_without()
    {
        var before = Of(Advise(MerchantKind.Micro, [InstitutionDelay]), "RT6");
        var takenBack = Of(Advise(MerchantKind.Micro, [InstitutionDelay], new FiledRoute("RT1", FilingState.Withdrawn, null)), "RT6");
        var after = Of(Advise(MerchantKind.Micro, [InstitutionDelay], Filed("RT1")), "RT6");

        Assert.Equal(RouteFit.FitsWithWarning, before.Fit);
        var reason = Assert.Single(before.Reasons, r => r.Kind == RouteReasonKind.UsuallyAfter);
        Assert.Contains("RT1", reason.Routes);
        Assert.Contains("PBOC2020-5", reason.Rules);
        Assert.Equal(RouteFit.FitsWithWarning, takenBack.Fit);
        Assert.Equal(RouteFit.Fits, after.Fit);
    }

    [Fact]
    public void What_must_come_first_closes_the_route_until_it_was_filed()
    {
        var usual = RouteLibrary.Find("RT6")!;
        var strict = usual with { First = usual.First! with { Must = true } };

        var before = RouteAdvisor.Advise(strict, new RouteFacts([InstitutionDelay], MerchantKind.Micro, []));
        var after = RouteAdvisor.Advise(strict, new RouteFacts([InstitutionDelay], MerchantKind.Micro, [Filed("RT1")]));

        Assert.Equal((RouteFit.NotYet, RouteReasonKind.ComesAfter), (before.Fit, before.Reasons[0].Kind));
        Assert.Equal(RouteFit.Fits, after.Fit);
    }

    [Fact]
    public void A_line_that_only_informs_and_a_route_that_does_not_fit_are_not_what_comes_next() =>
        Assert.Equal("RT2 RT3 RT4 RT5 RT7 RT8 RT14 RT15", string.Join(' ', Advise(MerchantKind.Company, [BankControl]).Where(a => a.MayComeNext).Select(a => a.Route.Code)));

    [Fact]
    public void What_is_only_usual_warns_and_does_not_close()
    {
        var advice = Of(Advise(MerchantKind.Company, [BankControl]), "RT5");

        Assert.Equal(RouteFit.FitsWithWarning, advice.Fit);
        Assert.Contains(advice.Reasons, r => r.Kind == RouteReasonKind.UsuallyAfter && r.Routes.Contains("RT4"));
        Assert.DoesNotContain(Of(Advise(MerchantKind.Company, [BankControl], Filed("RT4")), "RT5").Reasons, r => r.Kind == RouteReasonKind.UsuallyAfter);
    }

    [Theory]
    [InlineData("RT6", "RT15")]
    [InlineData("RT15", "RT6")]
    [InlineData("RT6", "RT14")]
    [InlineData("RT14", "RT6")]
    [InlineData("RT6", "RT5")]
    [InlineData("RT14", "RT15")]
    [InlineData("RT15", "RT14")]
    [InlineData("RT4", "RT4")]
    public void An_open_route_that_may_exclude_another_is_asked_about_whichever_came_first(string open, string second)
    {
        var beside = Of(Advise(MerchantKind.Micro, [BankControl], Filed("RT2"), Filed(open)), second);
        var answered = Of(Advise(MerchantKind.Micro, [BankControl], Filed("RT2"), Filed(open, RouteResult.Refused)), second);

        Assert.Equal(RouteFit.Excluded, beside.Fit);
        Assert.Equal([open], beside.Reasons[0].Routes);
        Assert.NotEqual(RouteFit.Excluded, answered.Fit);
    }

    [Theory]
    [InlineData("RT1", "RT2")]
    [InlineData("RT2", "RT3")]
    [InlineData("RT7", "RT8")]
    public void Routes_that_do_not_exclude_each_other_may_run_side_by_side(string open, string second) =>
        Assert.NotEqual(RouteFit.Excluded, Of(Advise(MerchantKind.Micro, [InstitutionDelay], Filed(open)), second).Fit);

    [Fact]
    public void A_regulator_that_refuses_or_is_silent_opens_reconsideration()
    {
        Assert.Equal(RouteFit.NotForThis, Of(Advise(MerchantKind.Company, [InstitutionDelay]), "RT12").Fit);
        Assert.Equal(RouteFit.NotForThis, Of(Advise(MerchantKind.Company, [InstitutionDelay], Filed("RT7")), "RT12").Fit);
        Assert.Equal(RouteFit.NotForThis, Of(Advise(MerchantKind.Company, [InstitutionDelay], Filed("RT7", RouteResult.Granted)), "RT12").Fit);

        var silent = Of(Advise(MerchantKind.Company, [InstitutionDelay], Filed("RT7", RouteResult.NoAnswer)), "RT12");

        Assert.Equal((RouteFit.FitsWithWarning, RouteReasonKind.OpenedByEarlier), (silent.Fit, silent.Reasons[0].Kind));
    }

    [Fact]
    public void A_further_freeze_of_the_police_is_named_and_keeps_both_ways_open()
    {
        var advice = Advise(MerchantKind.Company, [BankControl, PoliceFreeze]);

        Assert.Contains(Of(advice, "RT4").Reasons, r => r.Kind == RouteReasonKind.LeavesJudicial);
        Assert.Equal(RouteFit.FitsWithWarning, Of(advice, "RT4").Fit);
        Assert.Equal(RouteFit.FitsWithWarning, Of(advice, "RT11").Fit);
        Assert.DoesNotContain(Of(advice, "RT11").Reasons, r => r.Kind == RouteReasonKind.LeavesJudicial);
    }

    [Fact]
    public void What_was_lifted_is_no_reason_any_more()
    {
        var onlyBank = Advise(MerchantKind.Company, [BankControl, PoliceFreeze with { IsLifted = true }]);
        var nothing = Advise(MerchantKind.Company, [BankControl with { IsLifted = true }]);

        Assert.Equal(RouteFit.NotForThis, Of(onlyBank, "RT11").Fit);
        Assert.All(nothing, a => Assert.Equal((RouteFit.NotForThis, RouteReasonKind.NothingInForce), (a.Fit, a.Reasons[0].Kind)));
    }

    [Fact]
    public void Without_a_record_of_the_measure_it_is_too_early_for_any_route() =>
        Assert.All(Advise(MerchantKind.Company, []), a => Assert.Equal((RouteFit.NotYet, RouteReasonKind.ImposerUnknown), (a.Fit, a.Reasons[0].Kind)));

    [Fact]
    public void A_refusal_of_police_routes_says_that_only_the_organ_can_lift_it_and_names_the_law()
    {
        var reason = Of(Advise(MerchantKind.Micro, [PoliceFreeze]), "RT1").Reasons[0];

        Assert.Equal(RouteReasonKind.OnlyTheOrgan, reason.Kind);
        Assert.Contains("CPL-117", reason.Rules);
    }

    private static FiledRoute Filed(string route, RouteResult? result = null) =>
        new(route, result is null ? FilingState.Open : FilingState.Answered, result);

    private static IReadOnlyList<RouteAdvice> Advise(MerchantKind merchant, IReadOnlyList<MeasureFact> measures, params FiledRoute[] filings) =>
        RouteAdvisor.Advise(new RouteFacts(measures, merchant, filings));

    private static RouteAdvice Of(IReadOnlyList<RouteAdvice> advice, string code) => advice.Single(a => a.Route.Code == code);

    private static string Codes(IReadOnlyList<RouteAdvice> advice, params RouteFit[] fits) =>
        string.Join(' ', advice.Where(a => fits.Contains(a.Fit)).Select(a => a.Route.Code));
}
