namespace PosCases.Web.Triage;

/// <summary>Names the texts of triage, the first-aid card, the scam library and the device self-check.</summary>
public sealed class TriageText;
