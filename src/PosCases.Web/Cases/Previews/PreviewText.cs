namespace PosCases.Web.Cases.Previews;

/// <summary>Names the texts of previews: PreviewText.zh-CN.resx and PreviewText.en.resx.</summary>
public sealed class PreviewText;
