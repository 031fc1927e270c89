using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Playbooks;
using PosCases.Playbooks.Editing;

namespace PosCases.UnitTests.Playbooks.Editing;

public sealed class PlaybookCheckTests
{
    private static readonly PlaybookDocument.Step Step = new()
    {
        Code = "ask-why",
        Stage = CaseStatus.BankCommunication,
        Role = StepRole.Agent,
        Mandatory = true,
        Title = new Bilingual("\u95ee\u539f\u56e0", "Ask why"),
        Guidance = new Bilingual("\u95ee\u6e05\u695a", "Ask for the reason"),
        Sources = ["S07"],
    };

    private static readonly PlaybookDocument Sound = new()
    {
        Code = "no-reason",
        Version = 1,
        Title = new Bilingual("\u6ca1\u8bf4\u539f\u56e0", "No reason"),
        Summary = new Bilingual("\u95ee", "Ask"),
        Causes = ["UNKNOWN"],
        Steps = [Step],
        Evidence = [new() { Codes = ["MEASURE_NOTICE"], Level = RequirementLevel.Required, Why = new Bilingual("\u539f\u6587", "The wording") }],
    };

    [Fact]
    public void A_sound_document_has_no_faults() => Assert.Empty(PlaybookCheck.FaultsOf(Sound));

    [Theory]
    [InlineData("title")]
    [InlineData("steps")]
    [InlineData("code")]
    public void Nothing_where_something_must_stand_cannot_be_read(string member)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(Sound.ToJson())!;
        node[member] = null;
        Assert.Throws<System.Text.Json.JsonException>(() => PlaybookDocument.Parse(node.ToJsonString()));

        node = System.Text.Json.Nodes.JsonNode.Parse(Sound.ToJson())!;
        node["steps"]!.AsArray().Add(null);
        var refused = Assert.Throws<System.Text.Json.JsonException>(() => PlaybookDocument.Parse(node.ToJsonString()));
        Assert.Equal("$.steps[1]", refused.Path);
    }

    [Fact]
    public void The_shipped_library_keeps_the_rules_that_supervisors_must_keep() =>
        Assert.Empty(PlaybookLibrary.Read().SelectMany(p => PlaybookCheck.FaultsOf(p.Document).Select(f => $"{p.Document.Code} {f.Where} {f.Code} {string.Join(' ', f.Arguments)}")));

    public static TheoryData<string, string, PlaybookDocument> Faulty => new()
    {
        { "code", "Code", Sound with { Code = "No Reason" } },
        { "title.en", "Empty", Sound with { Title = new Bilingual("\u6ca1", " ") } },
        { "summary.zh", "TooLong", Sound with { Summary = new Bilingual(new string('x', 2001), "x") } },
        { "causes", "NothingServed", Sound with { Causes = [] } },
        { "causes", "UnknownCause", Sound with { Causes = ["NOPE"] } },
        { "routes", "UnknownRoute", Sound with { Routes = ["RT16"] } },
        { "steps", "NoSteps", Sound with { Steps = [] } },
        { "steps", "NothingMandatory", Sound with { Steps = [Step with { Mandatory = false }] } },
        { "steps", "Repeated", Sound with { Steps = [Step, Step] } },
        { "steps[0].sources", "NoSource", Sound with { Steps = [Step with { Sources = [" "] }] } },
        { "steps[0].evidence", "UnknownPaper", Sound with { Steps = [Step with { Evidence = ["NOPE"] }] } },
        { "steps[0].guidance.en", "Coaching", Sound with { Steps = [Step with { Guidance = new Bilingual("\u95ee", "Split the amount into several sales.") }] } },
        { "steps[1].endsWith", "EndsWith", Sound with { Steps = [Step, Step with { Code = "see", Role = StepRole.Supervisor, EndsWith = RecordedWork.BankAsked }] } },
        { "steps[0].deadline.amount", "Amount", Sound with { Steps = [Step with { Deadline = Deadline with { Amount = 0 } }] } },
        { "steps[0].deadline.source", "DeadlineSource", Sound with { Steps = [Step with { Deadline = Deadline with { Label = SourceLabel.V } }] } },
        { "steps[0].deadline.from", "DeadlineStart", Sound with { Steps = [Step with { Deadline = Deadline with { Label = SourceLabel.V, Source = "AML-39" } }] } },
        { "steps[0].decision.options", "TooFewOptions", Sound with { Steps = [Step with { Decision = Decision with { Options = [Decision.Options[0]] } }] } },
        { "steps[0].decision.options[1].opens", "UnknownStep", Sound with { Steps = [Step with { Decision = Decision with { Options = [Decision.Options[0], Decision.Options[1] with { Opens = ["nowhere"] }] } }] } },
        { "steps[0].decision.options[0].note.en", "Coaching", Sound with { Steps = [Step with { Decision = Decision with { Options = [Decision.Options[0] with { Note = new Bilingual("\u95ee", "Split the amount into several sales.") }, Decision.Options[1]] } }] } },
        { "evidence[0].codes", "LevelAndCodes", Sound with { Evidence = [Sound.Evidence[0] with { Level = RequirementLevel.OneOf }] } },
    };

    private static StepDeadline Deadline => new()
    {
        Amount = 3,
        Unit = DeadlineUnit.WorkingDays,
        From = DeadlineStart.StepStart,
        Basis = new Bilingual("\u6211\u4eec\u7684\u505a\u6cd5", "Our practice"),
        Source = StepDeadline.Ours,
        Label = SourceLabel.Ours,
    };

    private static StepDecision Decision => new()
    {
        Question = new Bilingual("\u5c5e\u5b9e\u5417", "Is it true?"),
        Options =
        [
            new() { Code = "yes", Label = new Bilingual("\u662f", "Yes"), Opens = ["ask-why"] },
            new() { Code = "no", Label = new Bilingual("\u5426", "No") },
        ],
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_named_with_its_place(string where, string code, PlaybookDocument document) =>
        Assert.Contains(PlaybookCheck.FaultsOf(document), fault => (fault.Where, fault.Code) == (where, code));

    [Fact]
    public void A_document_survives_being_written_and_read_again()
    {
        var full = Sound with { Steps = [Step with { Deadline = Deadline, Decision = Decision, When = [PlanPredicate.NoReasonGiven] }], Routes = ["RT2"] };

        Assert.Equal(full.ToJson(), PlaybookDocument.Parse(full.ToJson()).ToJson());
    }
}
