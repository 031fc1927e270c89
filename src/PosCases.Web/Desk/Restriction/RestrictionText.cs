namespace PosCases.Web.Desk.Restriction;

/// <summary>Names the texts of restricted cases: RestrictionText.zh-CN.resx and RestrictionText.en.resx.</summary>
public sealed class RestrictionText;
