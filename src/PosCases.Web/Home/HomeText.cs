namespace PosCases.Web.Home;

/// <summary>Names the texts of the pages that are open to everybody.</summary>
public sealed class HomeText;
