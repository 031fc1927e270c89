namespace PosCases.Web.Design;

/// <summary>Names the texts of the shared components: DesignText.zh-CN.resx and DesignText.en.resx.</summary>
public sealed class DesignText;
