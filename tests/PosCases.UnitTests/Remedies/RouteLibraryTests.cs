using System.Text.RegularExpressions;
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
        new[] { r.Title, r.Against, r.Next.Text, r.CannotDo }.Concat(r.Papers.Select(p => p.Text)).Concat(r.Steps.Select(s => s.Note).OfType<Words>()));

    private static IEnumerable<string> Cited(RemedyRoute r) =>
        r.Rules.Concat(r.Steps.SelectMany(s => s.Rules)).Concat(r.FileWithin.SelectMany(t => t.Rules)).Concat(r.OnlyIf?.Rules ?? [])
            .Concat(r.Doubtful.SelectMany(d => d.Rules)).Concat(r.ClosedTo.SelectMany(c => c.Rules)).Concat(r.UncertainFor.SelectMany(c => c.Rules))
            .Concat(r.Excludes.SelectMany(e => e.Rules)).Concat(r.First?.Rules ?? []).Concat(r.OpensAfter?.Rules ?? []);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:!?()]|[,;:!?()]\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex HalfWidth();
}
