namespace PosCases.Web.Prevention.Watch;

/// <summary>Names the texts of the watch over a merchant's trades: WatchText.zh-CN.resx and WatchText.en.resx.</summary>
public sealed class WatchText;
