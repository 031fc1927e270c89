namespace PosCases.Web.Design.Gallery;

/// <summary>Names the sample texts of the gallery.</summary>
internal sealed class GalleryText;
