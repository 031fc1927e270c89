namespace PosCases.Cases.Verification;

/// <summary>The taxonomy of causes (domain: evidence by cause). Names are texts of the screens; each maps to items of the source documents.</summary>
public static class CauseCode
{
    /// <summary>Every code, in the order in which lists show them, with the items of the source documents that it covers.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ABNORMAL_TXN"] = ["C11", "C18", "C22", "C23", "C26", "C46"],
        ["INFO_CHANGE"] = ["C19"],
        ["MISLABEL"] = ["C21"],
        ["SYSTEM_FAULT"] = ["C14", "C16"],
        ["INSTITUTION_RISK"] = ["C09", "C13", "C17", "C27", "C28", "C30", "C31", "C32", "C36", "C37", "C40"],
        ["REFUND_SETTLEMENT_ERROR"] = ["C24", "C25"],
        ["CASE_FUNDS"] = ["C20"],
        ["FRAUD_DISPUTE"] = ["C45"],
        ["FALSE_OR_SELF_TXN"] = ["C01", "C02", "C33", "C34"],
        ["TERMINAL_MISUSE"] = ["C35", "C44", "C47"],
        ["LICENCE_SCOPE"] = ["C03"],
        ["SYSTEM_UPGRADE"] = ["C12"],
        ["DEVICE_FAULT"] = ["C04", "C10", "C15", "C29", "C38", "C41", "C42", "C43"],
        ["POLICY_LIMIT"] = ["C05", "C06", "C07", "C39"],
        ["BUSINESS_DISTRESS"] = ["C08"],
        ["DORMANT"] = [],
        ["UNKNOWN"] = [],
    };

    /// <summary>Whether the taxonomy has the code.</summary>
    public static bool Exists(string code) => All.ContainsKey(code);
}
