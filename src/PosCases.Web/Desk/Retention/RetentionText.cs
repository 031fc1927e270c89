namespace PosCases.Web.Desk.Retention;

/// <summary>Names the texts of retention and holds: RetentionText.zh-CN.resx and RetentionText.en.resx.</summary>
public sealed class RetentionText;
