namespace PosCases.Cases.Communication;

/// <summary>
/// A command that may tell the merchant which route comes next. Cases know no routes; they only mark such commands, and whoever knows them
/// refuses one that is not open in the case.
/// </summary>
public interface INamesNextRoute
{
    /// <summary>The case.</summary>
    CaseId Id { get; }

    /// <summary>Code of the route; none when the command names none.</summary>
    string? NextRoute { get; }
}
