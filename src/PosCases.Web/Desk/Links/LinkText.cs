namespace PosCases.Web.Desk.Links;

/// <summary>Names the texts of links between cases: LinkText.zh-CN.resx and LinkText.en.resx.</summary>
public sealed class LinkText;
