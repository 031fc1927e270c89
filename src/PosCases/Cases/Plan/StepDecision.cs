using PosCases.Platform;

namespace PosCases.Cases.Plan;

/// <summary>A question whose answer decides which steps come next. The owner answers it; an answer can be corrected.</summary>
public sealed record StepDecision
{
    /// <summary>The question.</summary>
    public required Bilingual Question { get; init; }

    /// <summary>The answers, at least two.</summary>
    public required IReadOnlyList<DecisionOption> Options { get; init; }

    /// <summary>An answer by its code.</summary>
    public DecisionOption? Find(string? code) => Options.FirstOrDefault(o => o.Code == code);
}

/// <summary>An answer to a decision.</summary>
public sealed record DecisionOption
{
    /// <summary>Code, kebab-case, unique within the decision.</summary>
    public required string Code { get; init; }

    /// <summary>The answer in words.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>Codes of steps of the same playbook that only this answer opens.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];

    /// <summary>What is taken for true of the case once this is answered.</summary>
    public IReadOnlyList<PlanPredicate> Asserts { get; init; } = [];

    /// <summary>What the answer means for the work.</summary>
    public Bilingual? Note { get; init; }
}
