namespace PosCases.Web.AfterCare;

/// <summary>Names the texts of after-care: AfterCareText.zh-CN.resx and AfterCareText.en.resx.</summary>
public sealed class AfterCareText;
