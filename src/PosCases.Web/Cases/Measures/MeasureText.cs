namespace PosCases.Web.Cases.Measures;

/// <summary>Names the texts of measures, their terms and their checks: MeasureText.zh-CN.resx and MeasureText.en.resx.</summary>
public sealed class MeasureText;
