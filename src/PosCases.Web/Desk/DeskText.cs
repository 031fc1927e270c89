namespace PosCases.Web.Desk;

/// <summary>Marks the texts of the desk's own screens.</summary>
public sealed class DeskText;
