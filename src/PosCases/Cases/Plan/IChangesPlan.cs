namespace PosCases.Cases.Plan;

/// <summary>A command after which the case's plan is laid anew, in the same transaction: it changes something that steps depend on.</summary>
public interface IChangesPlan
{
    /// <summary>The case.</summary>
    CaseId Id { get; }
}
