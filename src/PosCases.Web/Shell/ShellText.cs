namespace PosCases.Web.Shell;

/// <summary>Names the texts around every page: ShellText.zh-CN.resx and ShellText.en.resx.</summary>
public sealed class ShellText;
