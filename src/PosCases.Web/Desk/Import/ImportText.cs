namespace PosCases.Web.Desk.Import;

/// <summary>Names the texts of importing old cases: ImportText.zh-CN.resx and ImportText.en.resx.</summary>
public sealed class ImportText;
