namespace PosCases.Web.Rules;

/// <summary>Names the texts of the library of rules: RuleText.zh-CN.resx and RuleText.en.resx.</summary>
public sealed class RuleText;
