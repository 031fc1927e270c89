namespace PosCases.Web.Design;

/// <summary>Names the texts of files on their way: UploadText.zh-CN.resx and UploadText.en.resx.</summary>
public sealed class UploadText;
