using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;

namespace PosCases.Playbooks;

/// <summary>A playbook as it is written: which causes it serves, its steps, its papers, and where each comes from.</summary>
public sealed record PlaybookDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Code, kebab-case, unique.</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1; a published version never changes.</summary>
    public required int Version { get; init; }

    /// <summary>Title.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it is for.</summary>
    public required Bilingual Summary { get; init; }

    /// <summary>Cause codes that it serves; none means every case.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>Steps in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Papers in order.</summary>
    public required IReadOnlyList<Paper> Evidence { get; init; }

    /// <summary>A text in both languages.</summary>
    /// <param name="Zh">Chinese.</param>
    /// <param name="En">English.</param>
    public sealed record Bilingual(string Zh, string En);

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

        /// <summary>Where it comes from: item ids of the source documents (S03), rules with their confidence label.</summary>
        public required IReadOnlyList<string> Sources { get; init; }
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
    }

    /// <summary>Reads a document; unknown members are refused.</summary>
    public static PlaybookDocument Parse(string json) =>
        JsonSerializer.Deserialize<PlaybookDocument>(json, Options) ?? throw new JsonException("An empty playbook.");

    /// <summary>The steps as a case's plan takes them.</summary>
    public IEnumerable<PlannedStep> ToPlan() => Steps.Select(step => new PlannedStep(
        Code, Version, step.Code, step.Stage, step.Mandatory, step.Role,
        step.Title.Zh, step.Title.En, step.Guidance.Zh, step.Guidance.En, step.Sources));

    /// <summary>The papers as a case asks for them.</summary>
    public IEnumerable<EvidenceAsk> ToAsks() => Evidence.Select(paper => new EvidenceAsk(paper.Codes, paper.Level, paper.Why.Zh, paper.Why.En));
}
