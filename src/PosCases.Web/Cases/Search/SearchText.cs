namespace PosCases.Web.Cases.Search;

/// <summary>Marks the texts of the search.</summary>
public sealed class SearchText;
