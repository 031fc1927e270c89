namespace PosCases.Platform;

/// <summary>A text of the shipped libraries in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Zh, string En);
