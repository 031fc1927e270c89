namespace PosCases.People;

/// <summary>The languages of the product.</summary>
public static class Languages
{
    /// <summary>Simplified Chinese; the first language.</summary>
    public const string Default = "zh-CN";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Every language, the first one first.</summary>
    public static readonly IReadOnlyList<string> All = [Default, English];
}
