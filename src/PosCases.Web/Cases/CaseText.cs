namespace PosCases.Web.Cases;

/// <summary>Marks the texts of cases: names of every value, sentences of events, errors and field problems, the shared components.</summary>
public sealed class CaseText;
