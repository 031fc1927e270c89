namespace PosCases.Web.Desk.Review;

/// <summary>Names the texts of the review screen: ReviewText.zh-CN.resx and ReviewText.en.resx.</summary>
public sealed class ReviewText;
