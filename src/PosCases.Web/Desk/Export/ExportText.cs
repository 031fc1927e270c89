namespace PosCases.Web.Desk.Export;

/// <summary>The texts of lists that are taken out as files.</summary>
public sealed class ExportText;
