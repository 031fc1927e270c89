namespace PosCases.Web.Insight;

/// <summary>Names the texts of figures and reports: InsightText.zh-CN.resx and InsightText.en.resx.</summary>
public sealed class InsightText;
