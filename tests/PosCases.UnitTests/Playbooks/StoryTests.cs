using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases;
using PosCases.Cases.Causes;
using PosCases.Cases.Filing;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Playbooks;
using PosCases.Remedies;
using PosCases.UnitTests.Architecture;
using PosCases.UnitTests.Cases;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Playbooks;

/// <summary>Freezes as merchants tell them: each gets the right suggestion, playbooks, steps, papers and routes.</summary>
public sealed class StoryTests
{
    private static readonly IReadOnlyList<PlaybookDocument> Newest = PlaybookLibrary.Newest();

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, Story> Stories = JsonSerializer.Deserialize<List<Story>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/PosCases.UnitTests/Playbooks/stories.json")), Options)!.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Stories.Keys];

    [Fact]
    public void There_are_thirty_of_them_at_least_and_every_playbook_is_told_of()
    {
        Assert.True(Stories.Count >= 30);
        Assert.Equal([], Newest.Select(p => p.Code).Except(Stories.Values.SelectMany(s => PlanOf(s).Playbooks)).Except(["legal-route"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_answers_suggest_the_right_causes(string name)
    {
        var story = Stories[name];

        var suggested = CauseSuggestion.Of(story.Form);

        Assert.Equal([], story.Suggests.Except(suggested.Take(Math.Max(2, story.Suggests.Count)).Select(s => s.Code)));
        Assert.All(suggested, s => Assert.NotEmpty(s.Reasons));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gets_its_playbooks_steps_and_papers_and_no_others_that_would_be_wrong(string name)
    {
        var story = Stories[name];

        var (playbooks, plan) = PlanOf(story);

        Assert.Equal([], story.Playbooks.Except(playbooks));
        Assert.Equal([], story.Steps.Except(plan.Steps.Select(s => s.Code)));
        Assert.Equal([], story.NotSteps.Intersect(plan.Steps.Select(s => s.Code)));
        Assert.Equal([], story.Evidence.Except(plan.Asks.SelectMany(a => a.Codes)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_routes_that_its_people_see_are_open_and_those_that_would_be_wrong_are_closed(string name)
    {
        var story = Stories[name];

        var advice = RouteAdvisor.Advise(story.Facts());

        Assert.Equal([], story.Routes.Except(advice.Where(a => a.Fit is RouteFit.Fits or RouteFit.FitsWithWarning).Select(a => a.Route.Code)));
        Assert.Equal([], story.NotRoutes.Except(advice.Where(a => a.Fit == RouteFit.NotForThis).Select(a => a.Route.Code)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_playbooks_mention_its_routes(string name)
    {
        var story = Stories[name];

        var (playbooks, _) = PlanOf(story);

        Assert.Equal([], story.Routes.Except(Newest.Where(p => playbooks.Contains(p.Code)).SelectMany(p => p.Routes)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_planned_or_asked_for_twice(string name)
    {
        var (_, plan) = PlanOf(Stories[name]);

        Assert.Equal(plan.Steps.Count, plan.Steps.Select(s => s.Code).Distinct().Count());
        Assert.Equal(plan.Asks.Count, plan.Asks.Select(a => string.Join('|', a.Codes.Order(StringComparer.Ordinal))).Distinct().Count());
        Assert.All(plan.Steps, s => Assert.NotEmpty(s.Sources));
    }

    private static (IReadOnlyList<string> Playbooks, PlanMerge Plan) PlanOf(Story story)
    {
        var made = story.Make();
        var (playbooks, plan) = Merge(made, story.Kind);
        foreach (var (step, option) in story.Answers)
        {
            made.Replan(plan.Steps, Now);
            Stage.Do(made.AnswerDecision(made.Steps.Single(s => s.Code == step).Id, option, null, Li, Now));
            (playbooks, plan) = Merge(made, story.Kind);
        }

        return (playbooks, plan);
    }

    private static (IReadOnlyList<string> Playbooks, PlanMerge Plan) Merge(Case made, MerchantKind kind)
    {
        var facts = PlanFacts.Of(made, kind);
        var chosen = PlaybookChoice.Of(Newest, facts);
        return ([.. chosen.Select(p => p.Code)], PlanMerge.Of(chosen, facts));
    }

    private sealed record Story
    {
        public required string Name { get; init; }

        public required FilingForm Form { get; init; }

        public required MerchantKind Kind { get; init; }

        /// <summary>confirmed, verifying or fake.</summary>
        public required string Way { get; init; }

        public string? Basis { get; init; }

        /// <summary>What the directory knows of whoever imposed the measure; none when it is not in the directory.</summary>
        public InstitutionKind? Institution { get; init; }

        public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

        public required IReadOnlyList<string> Suggests { get; init; }

        public required IReadOnlyList<string> Causes { get; init; }

        public required IReadOnlyList<string> Playbooks { get; init; }

        public required IReadOnlyList<string> Steps { get; init; }

        public required IReadOnlyList<string> NotSteps { get; init; }

        public required IReadOnlyList<string> Evidence { get; init; }

        public required IReadOnlyList<string> Routes { get; init; }

        public required IReadOnlyList<string> NotRoutes { get; init; }

        public RouteFacts Facts() => new(
            [.. Make().Measures.Select(m => new MeasureFact(m.Kind, m.ImposedBy, Institution, m.LiftedAt is not null))], Kind, []);

        public Case Make()
        {
            var made = Stage.Verification(form: Form);
            foreach (var cause in Causes)
            {
                Stage.Do(made.AddCause(cause, Confidence.Medium, CauseSource.Institution, null, Li, Now));
            }

            if (Way == "verifying")
            {
                return made;
            }

            Stage.Do(made.Check(Way == "fake" ? CheckAnswer.Denies : CheckAnswer.Confirms, Li));
            Stage.Do(made.RecordVerdict(Way == "fake" ? Authenticity.Fake : Authenticity.Genuine, "r", Li, Now));
            if (Way == "fake")
            {
                return made;
            }

            var record = new MeasureRecord { Kind = Form.Measure!.Value, ImposedBy = Form.ImposedBy!.Value, Amount = Form.Amount, Basis = Basis };
            Stage.Do(made.RecordMeasure(made.Measures[0].Id, record, Li, Now));
            Stage.Do(made.ConfirmGenuine(Li, Now, Clock));
            made.StartEvidence([], Li, Now);
            return made;
        }
    }
}
