namespace PosCases.Web.Supervision;

/// <summary>Names the texts of supervision: SupervisionText.zh-CN.resx and SupervisionText.en.resx.</summary>
public sealed class SupervisionText;
