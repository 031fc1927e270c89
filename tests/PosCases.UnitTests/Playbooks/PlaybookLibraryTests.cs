using System.Text.Json;
using System.Text.RegularExpressions;
using PosCases.Cases;
using PosCases.Cases.Causes;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Platform;
using PosCases.Playbooks;

namespace PosCases.UnitTests.Playbooks;

/// <summary>Every shipped playbook, checked by its own rules.</summary>
public sealed partial class PlaybookLibraryTests
{
    private static readonly IReadOnlyList<PlaybookDocument> Newest = PlaybookLibrary.Newest();

    public static TheoryData<string> Codes => [.. Newest.Select(p => p.Code)];

    [Fact]
    public void Every_file_of_the_library_is_shipped_and_versions_have_no_gap()
    {
        var documents = PlaybookLibrary.Read().Select(p => p.Document).ToList();

        Assert.Equal(Architecture.Repository.Files("src/PosCases/Playbooks/Library", ".json").Count(), documents.Count);
        Assert.All(documents.GroupBy(d => d.Code, StringComparer.Ordinal), g => Assert.Equal(Enumerable.Range(1, g.Count()), g.Select(d => d.Version).Order()));
        Assert.Contains(documents, d => d.Code == PlaybookChoice.Fallback);
    }

    [Theory]
    [InlineData("abnormal-transactions", "7F80CD60F2")]
    [InlineData("changed-data", "2BA2F29F07")]
    [InlineData("institution-error", "565214F7C4")]
    public void A_version_that_was_shipped_is_never_changed(string code, string hash)
    {
        var json = PlaybookLibrary.Read().Single(p => p.Document.Code == code && p.Document.Version == 1).Json.ReplaceLineEndings("\n");

        Assert.StartsWith(hash, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json))), StringComparison.Ordinal);
    }

    [Fact]
    public void No_cause_is_named_by_two_playbooks_and_every_cause_is_served()
    {
        Assert.Empty(Newest.SelectMany(p => p.Causes).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Equal([], CauseLibrary.Causes.Where(c => PlaybookChoice.Serving(Newest, c.Code).Count == 0).Select(c => c.Code));
    }

    [Fact]
    public void Every_moment_of_a_case_and_every_measure_that_decides_by_itself_has_its_playbook()
    {
        Assert.All(
            [PlaybookTrigger.EveryCase, PlaybookTrigger.FakeNotice, PlaybookTrigger.LegalRoute, PlaybookTrigger.AfterCare],
            trigger => Assert.Single(Newest, p => p.Trigger == trigger));
        Assert.All(
            [MeasureKind.JudicialFreeze, MeasureKind.EmergencyStopPayment, MeasureKind.AmlTempFreeze, MeasureKind.SanctionList, MeasureKind.AccountControl],
            kind => Assert.Single(Newest, p => p.Measures.Contains(kind)));
    }

    [Fact]
    public void A_step_that_several_playbooks_share_says_the_same_everywhere()
    {
        var shared = Newest.SelectMany(p => p.Steps).GroupBy(s => s.Code, StringComparer.Ordinal);

        Assert.All(shared, steps => Assert.Single(steps.Select(s => (s.Title, s.Guidance, s.Stage, s.Role)).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_codes_exist_and_are_unique(string code)
    {
        var document = Read(code);

        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", document.Code);
        Assert.All(document.Causes, cause => Assert.True(CauseCode.Exists(cause), cause));
        Assert.All(document.Routes, route => Assert.Matches("^RT([1-9]|1[0-5])$", route));
        Assert.All(document.Evidence.SelectMany(p => p.Codes).Concat(document.Steps.SelectMany(s => s.Evidence)), paper => Assert.True(EvidenceCode.Exists(paper), paper));
        Assert.All(document.Steps, step => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", step.Code));
        Assert.Equal(document.Steps.Count, document.Steps.Select(s => s.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_questions_have_different_answers_that_open_steps_of_its_own(string code)
    {
        var document = Read(code);
        var steps = document.Steps.Select(s => s.Code).ToList();

        Assert.All(document.Steps.Where(s => s.Decision is not null), step =>
        {
            var options = step.Decision!.Options;
            Assert.True(options.Count >= 2, step.Code);
            Assert.Equal(options.Count, options.Select(o => o.Code).Distinct(StringComparer.Ordinal).Count());
            Assert.NotEqual(StepRole.Merchant, step.Role);
        });
        var opened = document.Steps.Where(s => s.Decision is not null).SelectMany(s => s.Decision!.Options).SelectMany(o => o.Opens);
        Assert.Equal([], opened.Except(steps));
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
        foreach (var decision in document.Steps.Select(s => s.Decision).OfType<StepDecision>())
        {
            AssertBoth(decision.Question, 500);
            Assert.All(decision.Options, o => AssertBoth(o.Label, 200));
            Assert.All(decision.Options.Select(o => o.Note).OfType<Bilingual>(), note => AssertBoth(note, 500));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_step_names_items_of_the_documents_or_rules_that_exist(string code) =>
        Assert.All(Read(code).Steps, step =>
        {
            Assert.NotEmpty(step.Sources);
            Assert.DoesNotContain(step.Sources, s => SourceRef.Of(s).Kind == SourceKind.Words);
        });

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_deadline_says_on_what_it_rests_and_is_no_surer_than_its_rule(string code) =>
        Assert.All(Read(code).Steps.Select(s => s.Deadline).OfType<StepDeadline>(), deadline =>
        {
            AssertBoth(deadline.Basis, 300);
            Assert.True(deadline.Amount >= 1);
            if (deadline.Source == StepDeadline.Ours)
            {
                Assert.Equal(SourceLabel.Ours, deadline.Label);
                return;
            }

            Assert.True(deadline.Label >= SourceRef.Rules[deadline.Source] && deadline.Label != SourceLabel.Ours, deadline.Source);
            if (deadline.Label == SourceLabel.S)
            {
                Assert.Contains("usually", deadline.Basis.En, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("\u901a\u5e38", deadline.Basis.Zh, StringComparison.Ordinal);
            }
        });

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_desk_and_the_merchant_both_have_something_to_do_and_some_of_it_is_mandatory(string code)
    {
        var steps = Read(code).Steps;

        Assert.Contains(steps, s => s is { Role: StepRole.Agent or StepRole.Supervisor, Mandatory: true });
        Assert.Contains(steps, s => s.Role == StepRole.Merchant);
        Assert.All(steps, s => Assert.Contains(
            s.Stage, new[] { CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute, CaseStatus.Resolution }));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_papers_are_asked_as_strictly_as_their_level_says(string code)
    {
        var papers = Read(code).Evidence;

        Assert.NotEmpty(papers);
        Assert.All(papers, paper => Assert.True(Fits(paper), string.Join(' ', paper.Codes)));

        static bool Fits(PlaybookDocument.Paper paper) => paper.Level switch
        {
            RequirementLevel.Required => paper.Codes.Count == 1,
            RequirementLevel.OneOf => paper.Codes.Count > 1,
            RequirementLevel.Optional => paper.Codes.Count > 0,
        };
    }

    [Fact]
    public void Nobody_is_asked_to_restore_what_only_an_authority_can_lift() =>
        Assert.All(
            Newest.SelectMany(p => p.Steps).Where(s => AsksToRestore().IsMatch(s.Title.En)),
            step => Assert.True(step.Unless.Contains(PlanPredicate.OnlyAuthorityMeasures) || step.Code is "never-ask-bank-lift" or "ask-unrelated" or "recheck-after-stop", step.Code));

    [Fact]
    public void A_true_violation_leads_to_rectification_and_never_to_a_denial()
    {
        var violation = Read("violation");
        var facts = new PlanFacts
        {
            IsConfirmed = true,
            Holding = new HashSet<PlanPredicate> { PlanPredicate.TrueViolation },
            Answers = new Dictionary<string, string> { ["is-it-true"] = "true" },
        };

        var plan = PlanMerge.Of([violation], facts);

        Assert.Superset(new HashSet<string> { "legal-review", "rectify", "undertake", "check-rectified" }, plan.Steps.Select(s => s.Code).ToHashSet());
        Assert.DoesNotContain(plan.Steps, s => s.Code == "show-genuine-trade");
        Assert.Contains(plan.Asks, a => a.Level == RequirementLevel.Required && a.Codes.Contains("UNDERTAKING"));
    }

    [Fact]
    public void An_unknown_member_in_a_document_is_refused()
    {
        var json = PlaybookLibrary.Read().First().Json;

        Assert.Throws<JsonException>(() => PlaybookDocument.Parse(json.Insert(json.IndexOf('{', StringComparison.Ordinal) + 1, "\"colour\": \"red\",")));
    }

    private static PlaybookDocument Read(string code) => Newest.Single(p => p.Code == code);

    private static void AssertBoth(Bilingual text, int longest)
    {
        Assert.InRange(text.Zh.Trim().Length, 1, longest);
        Assert.InRange(text.En.Trim().Length, 1, longest);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text.En);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}[,;:?!]", text.Zh);
    }

    [GeneratedRegex("restor|temporary solution|release|instalment|lift", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksToRestore();
}
