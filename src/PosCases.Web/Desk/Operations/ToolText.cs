namespace PosCases.Web.Desk.Operations;

/// <summary>Marks the texts about programs of the operating system.</summary>
public sealed class ToolText;
