namespace PosCases.Web.Desk.Packs;

/// <summary>Names the texts of packs and dossiers: PackText.zh-CN.resx and PackText.en.resx.</summary>
public sealed class PackText;
