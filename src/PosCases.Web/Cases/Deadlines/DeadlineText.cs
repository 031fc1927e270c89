namespace PosCases.Web.Cases.Deadlines;

/// <summary>Names the texts of clocks and deadlines: DeadlineText.zh-CN.resx and DeadlineText.en.resx.</summary>
public sealed class DeadlineText;
