namespace PosCases.Web.Institutions.Scorecards;

/// <summary>Names the texts of scorecards: ScorecardText.zh-CN.resx and ScorecardText.en.resx.</summary>
public sealed class ScorecardText;
