using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Institutions;

namespace PosCases.UnitTests.Cases.Measures;

public sealed class MeasureLibraryTests
{
    [Fact]
    public void Every_kind_of_measure_has_a_guide_that_says_everything_in_both_languages()
    {
        Assert.Equal(Enum.GetValues<MeasureKind>(), MeasureLibrary.All.Select(g => g.Kind));
        Assert.All(MeasureLibrary.All, guide => Assert.All(
            [guide.What, guide.ImposedBy, guide.LiftedBy, guide.Ask, .. guide.Terms.Select(t => t.Note), .. guide.NoTerm is { } none ? [none] : Array.Empty<Wording>()],
            words => Assert.True(words.Zh.Length > 1 && words.En.Length > 1)));
    }

    [Fact]
    public void A_guide_says_how_long_or_that_nothing_is_fixed() =>
        Assert.All(MeasureLibrary.All, guide => Assert.True(guide.NoTerm is not null || guide.Terms.Any(t => t.For.Count == 0)));

    [Fact]
    public void Every_measure_code_of_the_association_means_one_kind_and_the_confidential_one_means_none()
    {
        string[] codes = [.. Enumerable.Range(1, 10).Select(n => $"{n:00}"), "99"];

        Assert.Equal(codes.Order(StringComparer.Ordinal), MeasureLibrary.All.SelectMany(g => MeasureLibrary.CodesOf(g.Kind)).Select(m => m.Cpca).Order(StringComparer.Ordinal));
        Assert.Equal((MeasureKind.TerminalRevoked, MeasureKind.Unknown), (MeasureLibrary.OfCode("01"), MeasureLibrary.OfCode("02")));
        Assert.All(codes, code => Assert.NotNull(MeasureLibrary.OfCode(code)));
        Assert.Null(MeasureLibrary.OfCode("11"));
    }

    [Fact]
    public void What_an_authority_orders_no_institution_can_lift() =>
        Assert.Equal(
            [MeasureKind.EmergencyStopPayment, MeasureKind.JudicialFreeze, MeasureKind.AmlTempFreeze, MeasureKind.SanctionList],
            MeasureLibrary.All.Where(g => !g.LiftableByInstitution).Select(g => g.Kind));

    [Fact]
    public void A_term_from_a_secondary_source_is_worded_as_usual_and_nothing_unverified_is_shown()
    {
        var terms = MeasureLibrary.All.SelectMany(g => g.Terms).ToList();

        Assert.All(
            terms.Where(t => t.Confidence == SourceConfidence.Secondary),
            t => Assert.True(t.Note.Zh.Contains("通常", StringComparison.Ordinal) && t.Note.En.Contains("sually", StringComparison.Ordinal)));
        Assert.DoesNotContain(SourceConfidence.NotVerified, terms.Select(t => t.Confidence).Concat(MeasureLibrary.All.SelectMany(g => g.Rules).Select(r => r.Confidence)));
    }

    [Fact]
    public void Only_a_police_freeze_has_the_six_months_of_the_police_rule()
    {
        var freeze = MeasureLibrary.Of(MeasureKind.JudicialFreeze);

        Assert.Equal(6, freeze.TermFor(ImposedBy.Police)!.Longest(isMajor: false).Amount);
        Assert.Equal(12, freeze.TermFor(ImposedBy.Police)!.Longest(isMajor: true).Amount);
        Assert.Null(freeze.TermFor(ImposedBy.Court));
        Assert.Equal(2, MeasureLibrary.Of(MeasureKind.EmergencyStopPayment).TermFor(ImposedBy.Bank)!.MostRenewals);
    }
}
