namespace PosCases.Web.Cases.Impact;

/// <summary>Texts of the impact: its form, its figures, its annex, and why a case is as urgent as it is.</summary>
public sealed class ImpactText;
