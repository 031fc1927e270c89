namespace PosCases.Web.Cases.My;

/// <summary>Names the texts of a merchant's own pages.</summary>
public sealed class MyText;
