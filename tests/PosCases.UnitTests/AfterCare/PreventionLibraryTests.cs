using PosCases.AfterCare;
using PosCases.Cases.Causes;
using PosCases.Platform;

namespace PosCases.UnitTests.AfterCare;

public sealed class PreventionLibraryTests
{
    [Fact]
    public void All_twenty_nine_measures_are_there_with_their_words_in_both_languages()
    {
        Assert.Equal(Enumerable.Range(1, 29).Select(n => $"P{n:00}"), PreventionLibrary.Measures.Select(m => m.Code));
        Assert.All(PreventionLibrary.Measures.SelectMany(m => new[] { m.Title, m.Text, m.Proof }), IsWellWritten);
    }

    [Fact]
    public void Every_cause_of_a_freeze_has_at_least_one_measure() =>
        Assert.All(CauseLibrary.Causes, cause => Assert.NotEmpty(PreventionLibrary.Propose([cause.Code])));

    [Fact]
    public void What_answers_more_causes_is_proposed_first_and_the_self_inspection_comes_without_being_proposed()
    {
        var proposed = PreventionLibrary.Propose(["CONTACT_OR_ACCOUNT_CHANGED", "LARGE_SALE_UNVERIFIED"]);

        Assert.Equal("P06", proposed[0].Code);
        Assert.Contains(proposed, m => m.Code == "P05");
        Assert.Contains(proposed, m => m.Code == "P25");
        Assert.DoesNotContain(PreventionLibrary.Propose([.. CauseLibrary.Causes.Select(c => c.Code)]), m => m.Code == CareMeasure.SelfInspection);
        Assert.Empty(PreventionLibrary.Propose([]));
    }

    [Fact]
    public void A_fault_of_the_file_is_named()
    {
        var good = PreventionLibrary.Find("P02")!;

        Assert.Equal(["P02 does not say how often it recurs"], PreventionLibrary.FaultsOf([good with { EveryMonths = null }]));
        Assert.Equal(["P02 names the unknown cause NO_SUCH"], PreventionLibrary.FaultsOf([good with { Causes = ["NO_SUCH"] }]));
        Assert.Equal(2, PreventionLibrary.FaultsOf([good, good]).Count());
        Assert.Single(PreventionLibrary.FaultsOf([good with { Days = 0 }]));
    }

    [Fact]
    public void The_questionnaire_asks_about_every_part_of_the_shop_and_leads_to_measures()
    {
        var current = QuestionnaireLibrary.Current;

        Assert.Equal(["Licence", "Operation", "Staff", "Device", "Privacy", "Money", "Customers"], current.Groups.Select(g => g.Code));
        Assert.Equal(25, current.Questions.Count);
        Assert.All(current.Questions.SelectMany(q => new[] { q.Text, q.Why }).Concat(current.Groups.Select(g => g.Name)), IsWellWritten);
        Assert.All(current.Questions, q => Assert.EndsWith("？", q.Text.Zh, StringComparison.Ordinal));
        Assert.Same(current, QuestionnaireLibrary.Of(current.Version));
    }

    [Fact]
    public void A_fault_of_a_questionnaire_is_named()
    {
        var (current, first) = (QuestionnaireLibrary.Current, QuestionnaireLibrary.Current.Questions[0]);

        Assert.Equal(
            ["Q01 is of the unknown group None", "Q01 weighs 9", "Q01 names the unknown measure P99", "Licence has no question"],
            QuestionnaireLibrary.FaultsOf(current with { Groups = [current.Groups[0]], Questions = [first with { Group = "None", Weight = 9, Measure = "P99" }] }));
    }

    private static void IsWellWritten(Bilingual text)
    {
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}[,.?!:;]", text.Zh);
        Assert.Matches("^[A-Z]", text.En);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text.En);
    }
}
