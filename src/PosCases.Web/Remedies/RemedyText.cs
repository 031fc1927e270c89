namespace PosCases.Web.Remedies;

/// <summary>Names the texts of remedy routes: RemedyText.zh-CN.resx and RemedyText.en.resx.</summary>
public sealed class RemedyText;
