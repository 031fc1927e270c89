namespace PosCases.Web.Desk.Letters;

/// <summary>Marks the texts of letters.</summary>
public sealed class LetterText;
