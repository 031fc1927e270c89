namespace PosCases.Web.Prevention;

/// <summary>Names the texts of precautions: PreventionText.zh-CN.resx and PreventionText.en.resx.</summary>
public sealed class PreventionText;
