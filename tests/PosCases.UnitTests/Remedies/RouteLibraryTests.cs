using System.Text.RegularExpressions;
using PosCases.Calendar;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Institutions;
using PosCases.Remedies;
using PosCases.Rules;

namespace PosCases.UnitTests.Remedies;

public sealed partial class RouteLibraryTests
{
    [Fact]
    public void It_holds_the_fifteen_routes_in_order() =>
        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"RT{n}"), RouteLibrary.All.Select(r => r.Code));

    [Fact]
    public void Every_rule_that_a_route_cites_is_in_the_library_of_rules() =>
        Assert.DoesNotContain(RouteLibrary.All.SelectMany(Cited).Distinct(), code => !RuleLibrary.Exists(code));

    [Fact]
    public void Every_route_that_a_route_names_exists() =>
        Assert.DoesNotContain(
            RouteLibrary.All.SelectMany(r => r.Next.Routes.Concat(r.Excludes.Select(e => e.Route)).Concat(r.First?.AnyOf ?? []).Concat(r.OpensAfter?.AnyOf ?? [])),
            code => RouteLibrary.Find(code) is null);

    [Fact]
    public void Every_paper_is_in_the_catalogue_and_every_body_in_the_directory()
    {
        var bodies = InstitutionLibrary.Load().Select(e => e.Code).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(RouteLibrary.All.SelectMany(r => r.Papers).SelectMany(p => p.Codes), code => !EvidenceCode.Exists(code));
        Assert.DoesNotContain(RouteLibrary.All.Select(r => r.Institution).OfType<string>(), code => !bodies.Contains(code));
    }

    [Fact]
    public void Every_term_names_the_rule_that_sets_it()
    {
        Assert.All(RouteLibrary.All.SelectMany(r => r.Steps).Where(s => s.Answer is not null), s => Assert.NotEmpty(s.Rules));
        Assert.All(RouteLibrary.All.SelectMany(r => r.FileWithin), t => Assert.NotEmpty(t.Rules));
    }

    [Fact]
    public void A_term_from_a_secondary_source_is_worded_as_usual() =>
        Assert.All(
            RouteLibrary.All.SelectMany(r => r.Steps).Where(s => s.Answer is not null && s.Rules.All(c => RuleLibrary.Find(c)!.Label == RuleLabel.Secondary)),
            s => Assert.StartsWith("Usually", s.Note!.En, StringComparison.Ordinal));

    // Against whom each route goes, or who decides on it.
    [Theory]
    [InlineData("RT1", "Acquirer PaymentInstitution")]
    [InlineData("RT2", "Bank PaymentInstitution Acquirer Police")]
    [InlineData("RT3", "Bank PaymentInstitution Acquirer")]
    [InlineData("RT4", "Bank")]
    [InlineData("RT5", "Regulator")]
    [InlineData("RT6", "Regulator")]
    [InlineData("RT7", "Regulator")]
    [InlineData("RT8", "Other")]
    [InlineData("RT9", "ClearingOrganisation")]
    [InlineData("RT10", "Police")]
    [InlineData("RT11", "Police Procuratorate Court Other")]
    [InlineData("RT12", "Regulator Other")]
    [InlineData("RT13", "Court")]
    [InlineData("RT14", "Court Other")]
    [InlineData("RT15", "Other")]
    public void Every_route_is_filed_with_the_bodies_that_take_it(string code, string bodies) =>
        Assert.Equal(bodies, string.Join(' ', RouteLibrary.Find(code)!.Bodies));

    [Fact]
    public void The_body_that_a_route_always_goes_to_is_one_of_those_that_take_it()
    {
        var kinds = InstitutionLibrary.Load().ToDictionary(e => e.Code, e => e.Profile.Kind, StringComparer.Ordinal);

        Assert.All(RouteLibrary.All.Where(r => r.Institution is not null), r => Assert.Contains(kinds[r.Institution!], r.Bodies));
    }

    [Theory]
    [InlineData("RT6", "complaint", 7, TermUnit.WorkingDays, "PBOC5_ACCEPT")]
    [InlineData("RT6", "answer", 15, TermUnit.Days, "PBOC5_ANSWER")]
    [InlineData("RT8", "report", 5, TermUnit.WorkingDays, null)]
    [InlineData("RT8", "investigation", 30, TermUnit.WorkingDays, null)]
    [InlineData("RT12", "decision", 60, TermUnit.Days, "ARL62_DECIDE")]
    public void A_step_has_the_term_that_the_library_of_deadlines_gives_it(string route, string step, int amount, TermUnit unit, string? rule)
    {
        var answer = RouteLibrary.Find(route)!.StepOf(step)!.Answer;

        Assert.Equal(new Term(amount, unit), answer);
        Assert.True(rule is null || LegalRule.Find(rule)!.Term == answer);
    }

    [Theory]
    [InlineData("RT6", "complaint", "answer")]
    [InlineData("RT8", "report", "investigation")]
    [InlineData("RT12", "application", "decision")]
    public void What_follows_on_acceptance_runs_only_from_its_own_day(string code, string first, string then)
    {
        var route = RouteLibrary.Find(code)!;
        var (day, later) = (new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 9));
        var second = route.StepOf(then)!;

        Assert.Equal(second, route.StepAfter(first));
        Assert.Null(second.DueOn(day, day, null, WorkCalendar.WeekendsOnly));
        Assert.Equal(second.Answer!.LastDay(later, WorkCalendar.WeekendsOnly), second.DueOn(day, day, later, WorkCalendar.WeekendsOnly));
        Assert.Null(route.StepAfter(then));
    }

    [Fact]
    public void Where_an_organ_does_not_act_a_suit_waits_two_months()
    {
        var waits = Assert.Single(RouteLibrary.Find("RT13")!.FileWithin, t => t.Waits);

        Assert.Equal(new Term(2, TermUnit.Months), waits.Term);
        Assert.Equal(["ALL-47"], waits.Rules);
    }

    [Fact]
    public void Every_route_says_what_it_cannot_do_and_what_it_needs() => Assert.All(RouteLibrary.All, r =>
    {
        Assert.NotEmpty(r.CannotDo.Zh);
        Assert.NotEmpty(r.CannotDo.En);
        Assert.NotEmpty(r.Papers);
        Assert.NotEmpty(r.Steps);
        Assert.Equal(r.Steps.Count, r.Steps.Select(s => s.Code).Distinct().Count());
    });

    [Fact]
    public void Chinese_words_use_full_width_punctuation_and_nothing_promises_an_outcome()
    {
        Assert.All(Texts(), t => Assert.DoesNotMatch(HalfWidth(), t.Zh));
        Assert.All(Texts(), t => Assert.DoesNotMatch("\u4FDD\u8BC1|\u5FC5\u5B9A|\u4E00\u5B9A\u80FD", t.Zh));
        Assert.All(Texts(), t => Assert.DoesNotContain("guarantee", t.En, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<Words> Texts() => RouteLibrary.All.SelectMany(r =>
        new[] { r.Title, r.Against, r.Next.Text, r.CannotDo }.Concat(r.Papers.Select(p => p.Text)).Concat(r.Steps.Select(s => s.Note).OfType<Words>())
            .Concat(r.Steps.Select(s => s.From).OfType<Words>()).Concat(r.FileWithin.Select(t => t.From)));

    private static IEnumerable<string> Cited(RemedyRoute r) =>
        r.Rules.Concat(r.Steps.SelectMany(s => s.Rules)).Concat(r.FileWithin.SelectMany(t => t.Rules)).Concat(r.OnlyIf?.Rules ?? [])
            .Concat(r.Doubtful.SelectMany(d => d.Rules)).Concat(r.ClosedTo.SelectMany(c => c.Rules)).Concat(r.UncertainFor.SelectMany(c => c.Rules))
            .Concat(r.Excludes.SelectMany(e => e.Rules)).Concat(r.First?.Rules ?? []).Concat(r.OpensAfter?.Rules ?? []);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:!?()]|[,;:!?()]\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex HalfWidth();
}
