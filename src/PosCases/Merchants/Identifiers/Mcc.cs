namespace PosCases.Merchants.Identifiers;

/// <summary>Merchant category code: four digits. Schemes add codes of their own, so an unknown one is accepted.</summary>
public static class Mcc
{
    /// <summary>Length of every code.</summary>
    public const int Length = 4;

    /// <summary>Fits, or is refused as <c>.Shape</c>.</summary>
    public static IdentifierCheck Check(string typed)
    {
        var code = Typed.Compact(typed);
        return code.Length == Length && code.All(char.IsAsciiDigit) ? IdentifierCheck.Fits(code) : IdentifierCheck.Refuse(code, "Mcc.Shape");
    }
}
