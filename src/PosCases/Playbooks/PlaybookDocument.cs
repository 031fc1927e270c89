using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Platform;

namespace PosCases.Playbooks;

/// <summary>A playbook as it is written: which causes it serves, its steps, its papers, and where each comes from.</summary>
public sealed record PlaybookDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Code, kebab-case, unique.</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1; a published version never changes.</summary>
    public required int Version { get; init; }

    /// <summary>Title.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it is for.</summary>
    public required Bilingual Summary { get; init; }

    /// <summary>What brings it onto a case.</summary>
    public PlaybookTrigger Trigger { get; init; }

    /// <summary>Cause codes that it serves; a group's code serves every cause of the group that no playbook names.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>Kinds of measure that it serves whatever the cause.</summary>
    public IReadOnlyList<MeasureKind> Measures { get; init; } = [];

    /// <summary>Remedy routes that may fit, RT1–RT15, first choice first.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>Steps in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Papers in order.</summary>
    public required IReadOnlyList<Paper> Evidence { get; init; }

    /// <summary>A step.</summary>
    public sealed record Step
    {
        /// <summary>Code, kebab-case, unique within the playbook.</summary>
        public required string Code { get; init; }

        /// <summary>Stage in which it belongs.</summary>
        public required CaseStatus Stage { get; init; }

        /// <summary>Who does it.</summary>
        public required StepRole Role { get; init; }

        /// <summary>Whether closing needs it done or explained.</summary>
        public bool Mandatory { get; init; }

        /// <summary>Title.</summary>
        public required Bilingual Title { get; init; }

        /// <summary>What to do.</summary>
        public required Bilingual Guidance { get; init; }

        /// <summary>Where it comes from: item ids of the source documents (S03) and codes of the rule library (ATFL-32).</summary>
        public required IReadOnlyList<string> Sources { get; init; }

        /// <summary>How long it may take.</summary>
        public StepDeadline? Deadline { get; init; }

        /// <summary>Papers that it works with (evidence catalogue).</summary>
        public IReadOnlyList<string> Evidence { get; init; } = [];

        /// <summary>All of this must hold.</summary>
        public IReadOnlyList<PlanPredicate> When { get; init; } = [];

        /// <summary>None of this may hold.</summary>
        public IReadOnlyList<PlanPredicate> Unless { get; init; } = [];

        /// <summary>The question that it puts.</summary>
        public StepDecision? Decision { get; init; }

        /// <summary>Recorded work that ends it without a tick; for agents' steps that put no question.</summary>
        public RecordedWork? EndsWith { get; init; }
    }

    /// <summary>A paper.</summary>
    public sealed record Paper
    {
        /// <summary>Kinds of the evidence catalogue; one of them is enough.</summary>
        public required IReadOnlyList<string> Codes { get; init; }

        /// <summary>How strictly.</summary>
        public required RequirementLevel Level { get; init; }

        /// <summary>Why it is asked for.</summary>
        public required Bilingual Why { get; init; }

        /// <summary>All of this must hold.</summary>
        public IReadOnlyList<PlanPredicate> When { get; init; } = [];

        /// <summary>None of this may hold.</summary>
        public IReadOnlyList<PlanPredicate> Unless { get; init; } = [];

        /// <summary>The paper as a case asks for it.</summary>
        public EvidenceAsk ToAsk() => new(Codes, Level, Why.Zh, Why.En);
    }

    /// <summary>Reads a document; unknown members and nothing where something must stand are refused.</summary>
    /// <exception cref="JsonException">It cannot be read; the exception says where.</exception>
    public static PlaybookDocument Parse(string json)
    {
        var document = JsonSerializer.Deserialize<PlaybookDocument>(json, Options) ?? throw new JsonException("An empty playbook.");
        using var tree = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return NullIn(tree.RootElement, "$") is { } path ? throw new JsonException("Nothing stands here.", path, null, null) : document;
    }

    // The serializer checks members, not the elements of lists.
    private static string? NullIn(JsonElement at, string path) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().Select(p => NullIn(p.Value, $"{path}.{p.Name}")).FirstOrDefault(p => p is not null),
        JsonValueKind.Array => at.EnumerateArray()
            .Select((e, i) => e.ValueKind == JsonValueKind.Null ? $"{path}[{i}]" : NullIn(e, $"{path}[{i}]"))
            .FirstOrDefault(p => p is not null),
        _ => null,
    };

    /// <summary>The document as text, to be kept or handed on; <see cref="Parse"/> reads it again.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>A step as a case's plan takes it.</summary>
    public PlannedStep ToPlan(Step step) => new(
        Code, Version, step.Code, step.Stage, step.Mandatory, step.Role,
        step.Title.Zh, step.Title.En, step.Guidance.Zh, step.Guidance.En, step.Sources)
    {
        Deadline = step.Deadline,
        Papers = step.Evidence,
        Decision = step.Decision,
        EndsWith = step.EndsWith,
    };
}

/// <summary>What brings a playbook onto a case.</summary>
public enum PlaybookTrigger
{
    /// <summary>One of its causes or kinds of measure.</summary>
    Cause,

    /// <summary>Every case, from the moment it is taken up.</summary>
    EveryCase,

    /// <summary>The notice was judged a scam.</summary>
    FakeNotice,

    /// <summary>A legal route was taken.</summary>
    LegalRoute,

    /// <summary>Every case whose notice is genuine; what remains to be done before and after closing.</summary>
    AfterCare,
}
