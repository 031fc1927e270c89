using System.Text.Json;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Platform;
using PosCases.Playbooks;

namespace PosCases.UnitTests.Playbooks;

/// <summary>Every shipped playbook, checked by its own rules.</summary>
public sealed class PlaybookLibraryTests
{
    // Words that would coach a merchant to look clean instead of being it. Written as codes, as Han characters stand in data only.
    private static readonly string[] Coaching =
    [
        "\u4f2a\u9020", "\u7f16\u9020", "\u8865\u7b7e", "\u7edf\u4e00\u53e3\u5f84", "\u4e32\u901a", "\u5237\u6d41\u6c34", "\u517b\u5361", "\u89c4\u907f\u76d1\u7ba1", "\u89c4\u907f\u98ce\u63a7", "\u7ed5\u8fc7",
        "fabricate", "forge ", "backdate", "make up ", "get around", "avoid detection", "evade",
    ];

    public static TheoryData<string> Codes => [.. PlaybookLibrary.Read().Select(p => p.Document.Code)];

    [Fact]
    public void Every_file_of_the_library_is_shipped_and_no_code_is_taken_twice()
    {
        var documents = PlaybookLibrary.Read().Select(p => p.Document).ToList();

        Assert.Equal(Architecture.Repository.Files("src/PosCases/Playbooks/Library", ".json").Count(), documents.Count);
        Assert.Equal(documents.Count, documents.Select(d => d.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(documents, d => d.Code == PlaybookChoice.Fallback);
    }

    [Fact]
    public void No_cause_is_served_by_two_playbooks_of_the_same_kind() =>
        Assert.Empty(PlaybookLibrary.Read().SelectMany(p => p.Document.Causes).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_codes_exist_and_are_unique(string code)
    {
        var document = Read(code);

        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", document.Code);
        Assert.True(document.Version >= 1);
        Assert.All(document.Causes, cause => Assert.True(CauseCode.Exists(cause), cause));
        Assert.All(document.Evidence.SelectMany(p => p.Codes), paper => Assert.True(EvidenceCode.Exists(paper), paper));
        Assert.All(document.Steps, step => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", step.Code));
        Assert.Equal(document.Steps.Count, document.Steps.Select(s => s.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_speaks_both_languages_within_what_the_database_keeps(string code)
    {
        var document = Read(code);

        AssertBoth(document.Title, 200);
        AssertBoth(document.Summary, 2000);
        Assert.All(document.Steps, step => AssertBoth(step.Title, 200));
        Assert.All(document.Steps, step => AssertBoth(step.Guidance, 2000));
        Assert.All(document.Evidence, paper => AssertBoth(paper.Why, 500));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_step_names_where_it_comes_from(string code) =>
        Assert.All(Read(code).Steps, step => Assert.Contains(step.Sources, s => !string.IsNullOrWhiteSpace(s)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_desk_and_the_merchant_both_have_something_to_do_and_some_of_it_is_mandatory(string code)
    {
        var steps = Read(code).Steps;

        Assert.Contains(steps, s => s is { Role: StepRole.Agent, Mandatory: true });
        Assert.Contains(steps, s => s.Role == StepRole.Merchant);
        Assert.All(steps, s => Assert.Contains(s.Stage, new[] { CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute, CaseStatus.Resolution }));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_papers_are_asked_as_strictly_as_their_level_says(string code)
    {
        var papers = Read(code).Evidence;

        Assert.Contains(papers, p => p.Level != RequirementLevel.Optional);
        Assert.All(papers, paper => Assert.True(Fits(paper), string.Join(' ', paper.Codes)));

        static bool Fits(PlaybookDocument.Paper paper) => paper.Level switch
        {
            RequirementLevel.Required => paper.Codes.Count == 1,
            RequirementLevel.OneOf => paper.Codes.Count > 1,
            RequirementLevel.Optional => paper.Codes.Count > 0,
        };
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_coaches_nobody_to_deceive(string code)
    {
        var json = PlaybookLibrary.Read().Single(p => p.Document.Code == code).Json;

        Assert.DoesNotContain(Coaching, phrase => json.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void An_unknown_member_in_a_document_is_refused()
    {
        var json = PlaybookLibrary.Read().First().Json;

        Assert.Throws<JsonException>(() => PlaybookDocument.Parse(json.Insert(json.IndexOf('{', StringComparison.Ordinal) + 1, "\"colour\": \"red\",")));
    }

    private static PlaybookDocument Read(string code) => PlaybookLibrary.Read().Single(p => p.Document.Code == code).Document;

    private static void AssertBoth(Bilingual text, int longest)
    {
        Assert.InRange(text.Zh.Trim().Length, 1, longest);
        Assert.InRange(text.En.Trim().Length, 1, longest);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text.En);
    }
}
