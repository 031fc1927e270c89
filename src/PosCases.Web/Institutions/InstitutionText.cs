namespace PosCases.Web.Institutions;

/// <summary>Names the texts of institutions: InstitutionText.zh-CN.resx and InstitutionText.en.resx.</summary>
public sealed class InstitutionText;
