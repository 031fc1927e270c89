namespace PosCases.Web.Desk.Worklist;

/// <summary>Names the texts of views, columns, tags and the next case.</summary>
public sealed class WorklistText;
