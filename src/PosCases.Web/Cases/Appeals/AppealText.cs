namespace PosCases.Web.Cases.Appeals;

/// <summary>Names the texts of refusals and further rounds: AppealText.zh-CN.resx and AppealText.en.resx.</summary>
public sealed class AppealText;
