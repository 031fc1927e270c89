namespace PosCases.Cases.Evidence.CardSearch;

/// <summary>What is known of card numbers in the text of a paper.</summary>
public enum CardCheck
{
    /// <summary>待查找: nobody has looked yet.</summary>
    Waiting,

    /// <summary>未发现: its text holds no full card number.</summary>
    Clear,

    /// <summary>有完整卡号: its text holds full card numbers, a security code, a PIN or what stands on a magnetic stripe.</summary>
    Found,

    /// <summary>未查找: the program that reads its text is not on this server; it is looked through once that is there.</summary>
    NoTool,

    /// <summary>无文字可查: a picture, a scan, a recording, an old office file, or one with a password. Somebody must look at it.</summary>
    NoText,
}

/// <summary>What was found in the text of a paper; never the numbers themselves.</summary>
/// <param name="State">What is known now.</param>
/// <param name="Cards">How many different full card numbers; at most <see cref="CardTally.MostCards"/>.</param>
/// <param name="Secrets">Whether it holds a security code, a PIN or stripe data.</param>
public sealed record CardFinding(CardCheck State, int Cards = 0, bool Secrets = false);
