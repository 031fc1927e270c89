namespace PosCases.Web.Merchants;

/// <summary>Names the texts of merchants: MerchantText.zh-CN.resx and MerchantText.en.resx.</summary>
public sealed class MerchantText;
