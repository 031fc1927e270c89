namespace PosCases.Web.Cases.Wizard;

/// <summary>Names the texts of the guided form by which a case is filed.</summary>
public sealed class WizardText;
