namespace PosCases.Web.Design;

/// <summary>The layout that a <see cref="Skeleton"/> holds the place of.</summary>
public enum SkeletonShape
{
    /// <summary>Rows of a table.</summary>
    Rows,

    /// <summary>Cards of a list.</summary>
    Card,

    /// <summary>A few lines of text.</summary>
    Text,
}
