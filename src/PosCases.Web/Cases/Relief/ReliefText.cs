namespace PosCases.Web.Cases.Relief;

/// <summary>Texts of releases, abilities and the ways to be paid meanwhile.</summary>
public sealed class ReliefText;
