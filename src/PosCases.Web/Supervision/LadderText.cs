namespace PosCases.Web.Supervision;

/// <summary>Names the texts of the escalation ladder: LadderText.zh-CN.resx and LadderText.en.resx.</summary>
public sealed class LadderText;
