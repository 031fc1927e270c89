namespace PosCases.Web.Cases.Guests;

/// <summary>Names the texts of lawyers and representatives: GuestText.zh-CN.resx and GuestText.en.resx.</summary>
public sealed class GuestText;
