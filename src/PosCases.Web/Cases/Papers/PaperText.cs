namespace PosCases.Web.Cases.Papers;

/// <summary>Names the texts of papers on a merchant's profile: PaperText.zh-CN.resx and PaperText.en.resx.</summary>
public sealed class PaperText;
