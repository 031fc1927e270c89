namespace PosCases.Web.Desk.Planning;

/// <summary>Marks the texts of plans, suggestions and the coverage of the documents.</summary>
public sealed class PlanText;
