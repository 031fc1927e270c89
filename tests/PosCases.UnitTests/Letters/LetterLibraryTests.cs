using System.Text.RegularExpressions;
using PosCases.Cases.Causes;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Letters;
using PosCases.Merchants;
using PosCases.Playbooks;
using PosCases.Rules;

namespace PosCases.UnitTests.Letters;

public sealed partial class LetterLibraryTests
{
    private static readonly string[] Needed =
    [
        "statement-of-facts", "unfreeze-request", "retrieval-reply", "reasons-request", "aml-objection", "bank-complaint", "police-request", "undertaking",
        "power-of-attorney", "customer-notice", "supplementary-letter",
    ];

    public static TheoryData<string> Codes => [.. LetterLibrary.Versions.Select(t => $"{t.Code}.{t.Version}")];

    private static LetterTemplate Of(string name) => LetterLibrary.Versions.Single(t => $"{t.Code}.{t.Version}" == name);

    [Fact]
    public void Every_letter_that_a_case_may_need_is_there() =>
        Assert.Equal(Needed.Order(StringComparer.Ordinal), LetterLibrary.Templates.Select(t => t.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_template_speaks_both_languages_with_the_same_places(string name)
    {
        var template = Of(name);

        Assert.All(
            new[] { template.Name, template.Purpose, template.Title }.Concat(template.Signatures.Select(s => s.Label)),
            text => Assert.True(text.Zh.Trim().Length > 0 && text.En.Trim().Length > 0));
        foreach (var section in template.Sections)
        {
            Assert.Equal(section.Body.Zh.Count, section.Body.En.Count);
            Assert.Equal(section.Heading.Zh.Length > 0, section.Heading.En.Length > 0);
            Assert.Equal(Places(section.Body.Zh).Order(StringComparer.Ordinal), Places(section.Body.En).Order(StringComparer.Ordinal));
            Assert.Equal(section.Source is null, section.Body.Zh.Count > 0);
        }

        Assert.Equal(Places([template.Addressee.Zh]), Places([template.Addressee.En]));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_template_names_only_what_there_is(string name)
    {
        var template = Of(name);
        var places = Places(template.Sections.SelectMany(s => s.Body.Zh).Append(template.Addressee.Zh).Concat(template.Signatures.Select(s => s.Value)));

        Assert.All(places, place => Assert.NotNull(LetterLibrary.Field(place)));
        Assert.All(template.Rules, rule => Assert.True(RuleLibrary.Exists(rule), rule));
        Assert.All(template.Sections.SelectMany(s => s.Unless).Concat(template.Fits.Causes), cause => Assert.NotNull(CauseLibrary.Find(cause)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_template_coaches_nobody_asks_for_no_secret_and_promises_nothing(string name)
    {
        var template = Of(name);
        foreach (var language in Enum.GetValues<LetterLanguage>())
        {
            var content = new LetterContent(
                template.Title.In(language), template.Addressee.In(language),
                [.. template.Sections.Select(s => new LetterSection(s.Heading.In(language), s.Kind, string.Join('\n', s.Body.In(language))))], []);

            Assert.Equal([], LetterGuard.Find(content, []));
            Assert.Equal([], content.Texts.SelectMany(t => Coaching.Find(t.Text)));
        }
    }

    // A rule that nobody read may be mentioned as what is usually said, never as a duty.
    [Fact]
    public void A_duty_or_a_term_rests_on_a_rule_that_was_read_or_is_worded_usually()
    {
        var usually = LetterLibrary.Templates.Where(t => t.Rules.Any(r => RuleLibrary.Find(r)!.Label == RuleLabel.Secondary)).ToList();

        Assert.Equal(["bank-complaint"], usually.Select(t => t.Code));
        Assert.All(usually, t => Assert.Contains(t.Sections.SelectMany(s => s.Body.Zh), line => line.Contains("\u901a\u5e38", StringComparison.Ordinal)));
        Assert.All(usually, t => Assert.Contains(t.Sections.SelectMany(s => s.Body.En), line => line.Contains("Usually", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_value_that_a_letter_may_name_has_words()
    {
        var words = LetterLibrary.Words;

        Assert.All(Enum.GetNames<MeasureKind>(), name => Assert.Contains(name, words.Measures.Keys));
        Assert.All(Enum.GetNames<ImposedBy>(), name => Assert.Contains(name, words.Imposers.Keys));
        Assert.All(Enum.GetNames<Ability>(), name => Assert.Contains(name, words.Abilities.Keys));
        Assert.All(Enum.GetNames<RuleLabel>(), name => Assert.Contains(name, words.Labels.Keys));
        Assert.All(Enum.GetNames<MerchantKind>(), name => Assert.Contains(name, words.MerchantKinds.Keys));
        Assert.All(EvidenceCode.All, code => Assert.Contains(code, words.Papers.Keys));
    }

    [Fact]
    public void Two_places_never_bear_one_name()
    {
        Assert.Distinct(LetterLibrary.Fields.Select(f => f.Label.Zh));
        Assert.Distinct(LetterLibrary.Fields.Select(f => f.Label.En));
    }

    private static IEnumerable<string> Places(IEnumerable<string> lines) => lines.SelectMany(l => Place().Matches(l).Select(m => m.Groups["field"].Value)).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{(?<field>[^}]*)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
