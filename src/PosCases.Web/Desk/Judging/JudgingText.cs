namespace PosCases.Web.Desk.Judging;

/// <summary>Names the texts of judging papers: JudgingText.zh-CN.resx and JudgingText.en.resx.</summary>
public sealed class JudgingText;
