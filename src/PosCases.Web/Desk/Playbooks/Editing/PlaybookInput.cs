using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Playbooks;

namespace PosCases.Web.Desk.Playbooks.Editing;

/// <summary>A playbook as a form holds it: everything may be half written.</summary>
public sealed class PlaybookInput
{
    /// <summary>Title.</summary>
    public BilingualInput Title { get; private init; } = new();

    /// <summary>What it is for.</summary>
    public BilingualInput Summary { get; private init; } = new();

    /// <summary>What brings it onto a case.</summary>
    public string? Trigger { get; set; }

    /// <summary>Codes of causes.</summary>
    public IReadOnlyList<string> Causes { get; set; } = [];

    /// <summary>Kinds of measure.</summary>
    public IReadOnlyList<string> Measures { get; set; } = [];

    /// <summary>Codes of routes, separated by spaces or commas.</summary>
    public string? Routes { get; set; }

    /// <summary>Steps in order.</summary>
    public IList<StepInput> Steps { get; private init; } = [];

    /// <summary>Papers in order.</summary>
    public IList<PaperInput> Papers { get; private init; } = [];

    /// <summary>A form filled from a document.</summary>
    public static PlaybookInput From(PlaybookDocument document) => new()
    {
        Title = BilingualInput.From(document.Title),
        Summary = BilingualInput.From(document.Summary),
        Trigger = $"{document.Trigger}",
        Causes = document.Causes,
        Measures = [.. document.Measures.Select(m => $"{m}")],
        Routes = Lists.Join(document.Routes),
        Steps = [.. document.Steps.Select(StepInput.From)],
        Papers = [.. document.Evidence.Select(PaperInput.From)],
    };

    /// <summary>The document that the form describes.</summary>
    public PlaybookDocument ToDocument(string code, int version) => new()
    {
        Code = code,
        Version = version,
        Title = Title.ToText(),
        Summary = Summary.ToText(),
        Trigger = Lists.Read(Trigger, PlaybookTrigger.Cause),
        Causes = Causes,
        Measures = [.. Measures.Select(m => Lists.Read(m, MeasureKind.Unknown))],
        Routes = Lists.Split(Routes),
        Steps = [.. Steps.Select(s => s.ToStep())],
        Evidence = [.. Papers.Select(p => p.ToPaper())],
    };
}

/// <summary>A text in both languages, being written.</summary>
public sealed class BilingualInput
{
    /// <summary>Chinese.</summary>
    public string? Zh { get; set; }

    /// <summary>English.</summary>
    public string? En { get; set; }

    /// <summary>Filled from a text.</summary>
    public static BilingualInput From(Bilingual? text) => new() { Zh = text?.Zh, En = text?.En };

    /// <summary>The text.</summary>
    public Bilingual ToText() => new(Zh?.Trim() ?? "", En?.Trim() ?? "");
}

/// <summary>A step, being written.</summary>
public sealed class StepInput
{
    /// <summary>Tells rows apart while they move.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>Code.</summary>
    public string? Code { get; set; }

    /// <summary>Stage.</summary>
    public string? Stage { get; set; } = $"{CaseStatus.EvidenceCollection}";

    /// <summary>Who does it.</summary>
    public string? Role { get; set; } = $"{StepRole.Agent}";

    /// <summary>Whether closing needs it done or explained.</summary>
    public bool Mandatory { get; set; }

    /// <summary>Title.</summary>
    public BilingualInput Title { get; private init; } = new();

    /// <summary>What to do.</summary>
    public BilingualInput Guidance { get; private init; } = new();

    /// <summary>Where it comes from, separated by spaces or commas.</summary>
    public string? Sources { get; set; }

    /// <summary>Codes of papers.</summary>
    public IReadOnlyList<string> Evidence { get; set; } = [];

    /// <summary>All of this must hold.</summary>
    public IReadOnlyList<string> When { get; set; } = [];

    /// <summary>None of this may hold.</summary>
    public IReadOnlyList<string> Unless { get; set; } = [];

    /// <summary>How long it may take; none when nothing is set.</summary>
    public DeadlineInput? Deadline { get; set; }

    /// <summary>Recorded work that ends it.</summary>
    public string? EndsWith { get; set; }

    /// <summary>The question that it puts; none when it puts none.</summary>
    public DecisionInput? Decision { get; set; }

    /// <summary>Filled from a step.</summary>
    public static StepInput From(PlaybookDocument.Step step) => new()
    {
        Code = step.Code,
        Stage = $"{step.Stage}",
        Role = $"{step.Role}",
        Mandatory = step.Mandatory,
        Title = BilingualInput.From(step.Title),
        Guidance = BilingualInput.From(step.Guidance),
        Sources = Lists.Join(step.Sources),
        Evidence = step.Evidence,
        When = [.. step.When.Select(p => $"{p}")],
        Unless = [.. step.Unless.Select(p => $"{p}")],
        EndsWith = step.EndsWith?.ToString(),
        Deadline = step.Deadline is { } deadline ? DeadlineInput.Of(deadline) : null,
        Decision = step.Decision is { } decision ? DecisionInput.From(decision) : null,
    };

    /// <summary>The step.</summary>
    public PlaybookDocument.Step ToStep() => new()
    {
        Code = Code?.Trim() ?? "",
        Stage = Lists.Read(Stage, CaseStatus.EvidenceCollection),
        Role = Lists.Read(Role, StepRole.Agent),
        Mandatory = Mandatory,
        Title = Title.ToText(),
        Guidance = Guidance.ToText(),
        Sources = Lists.Split(Sources),
        Evidence = Evidence,
        When = Lists.ReadAll<PlanPredicate>(When),
        Unless = Lists.ReadAll<PlanPredicate>(Unless),
        EndsWith = Enum.TryParse<RecordedWork>(EndsWith, out var work) ? work : null,
        Deadline = Deadline?.ToDeadline(),
        Decision = Decision?.ToDecision(),
    };
}

/// <summary>A paper, being written.</summary>
public sealed class PaperInput
{
    private PlaybookDocument.Paper? before;

    /// <summary>Tells rows apart while they move.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>Kinds of paper.</summary>
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>How strictly.</summary>
    public string? Level { get; set; } = $"{RequirementLevel.Required}";

    /// <summary>Why it is asked for.</summary>
    public BilingualInput Why { get; private init; } = new();

    /// <summary>Filled from a paper.</summary>
    public static PaperInput From(PlaybookDocument.Paper paper) => new()
    {
        before = paper,
        Codes = paper.Codes,
        Level = $"{paper.Level}",
        Why = BilingualInput.From(paper.Why),
    };

    /// <summary>The paper; conditions, which this form does not show, stay as they were.</summary>
    public PlaybookDocument.Paper ToPaper() => new()
    {
        Codes = Codes,
        Level = Lists.Read(Level, RequirementLevel.Required),
        Why = Why.ToText(),
        When = before?.When ?? [],
        Unless = before?.Unless ?? [],
    };
}
